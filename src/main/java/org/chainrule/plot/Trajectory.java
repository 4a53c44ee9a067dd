package org.chainrule.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chainrule.network.Network;
import org.chainrule.training.History;

/**
 * Some numbers of a network on its way through a run: after every epoch of a short one, after about a hundred evenly spread
 * ones of a long one, always before the first and after the last. A run that continues another is shown from epoch 0 on.
 *
 * @param numbers an array an epoch
 */
record Trajectory(int[] epochs, List<double[]> numbers) {
    private static final int STEPS = 100;

    /** @throws java.util.concurrent.CancellationException if the thread is interrupted while epochs are trained again */
    static Trajectory of(History run, Function<Network, double[]> numbersOf) {
        int[] epochs = run.epochsInSteps(STEPS);
        List<double[]> numbers = new ArrayList<>();
        run.walk((network, epoch) -> numbers.add(numbersOf.apply(network)), epochs);
        return new Trajectory(epochs, numbers);
    }

    /** Adds the k-th number of each epoch as a line. */
    void addTo(LineChart chart, String name, int k) {
        double[] x = IntStream.of(epochs).asDoubleStream().toArray();
        chart.add(name, x, numbers.stream().mapToDouble(at -> at[k]).toArray());
    }
}
