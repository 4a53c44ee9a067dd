package org.chainrule.plot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.chainrule.data.Require;
import org.chainrule.network.Network;
import org.chainrule.training.History;

/**
 * Weights and biases over the epochs of a run, from epoch 0 on also where it continues another. Of more than fifteen, those
 * that moved furthest between the first and the last epoch.
 */
public final class WeightHistory extends ChartOfLines {
    private static final int MOST_LINES = 15;

    private WeightHistory(LineChart chart) {
        super(chart);
    }

    /**
     * The parameters of all layers.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while epochs are trained again
     */
    public static WeightHistory of(History run) {
        Network network = Require.present("run", run).network();
        return of(run, "Weights of " + network, IntStream.range(0, network.parameterCount()));
    }

    /**
     * The parameters of one layer.
     *
     * @param l 1 for the first layer after the input
     * @throws IndexOutOfBoundsException if there is no such layer
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while epochs are trained again
     */
    public static WeightHistory of(History run, int l) {
        Network network = Require.present("run", run).network();
        network.layer(l);
        return of(
                run,
                "Layer " + l + " of " + network,
                IntStream.range(0, network.parameterCount())
                        .filter(index -> network.parameter(index).layer() == l));
    }

    private static WeightHistory of(History run, String title, IntStream parameters) {
        int[] candidates = parameters.toArray();
        int[] drawn =
                movedFurthest(candidates, run.at(0).parameters(), run.network().parameters());
        Trajectory way = Trajectory.of(run, network -> {
            double[] theta = network.parameters();
            return Arrays.stream(drawn).mapToDouble(index -> theta[index]).toArray();
        });
        LineChart chart = LineChart.titled(title).axes("epoch", "weight or bias");
        for (int line = 0; line < drawn.length; line++) {
            way.addTo(chart, run.network().parameter(drawn[line]).toString(), line);
        }
        int more = candidates.length - drawn.length;
        return new WeightHistory(
                more == 0
                        ? chart
                        : chart.note("The " + drawn.length + " that moved furthest; " + more + " more are not drawn"));
    }

    private static int[] movedFurthest(int[] candidates, double[] before, double[] after) {
        return Arrays.stream(candidates)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -Math.abs(after[index] - before[index])))
                .limit(MOST_LINES)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
