package org.chainrule.plot;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Gradients;
import org.chainrule.network.Network;
import org.chainrule.training.History;
import org.ejml.simple.SimpleMatrix;

/**
 * How large the gradient of each layer's weights is over the epochs of a run, ‖dW(l)‖ = √Σ dW(l)ᵢⱼ², on a logarithmic axis:
 * where it shrinks from layer to layer towards the input, it vanishes (Hochreiter 1991).
 */
public final class GradientNorms extends ChartOfLines {
    private static final int MOST_LAYERS = 12;
    private static final int MOST_SAMPLES = 1000;

    private GradientNorms(LineChart chart) {
        super(chart.logarithmic());
    }

    /**
     * The norms for the run's own loss and samples, from epoch 0 on also where it continues another; of more than a thousand
     * samples the first thousand, of more than twelve layers twelve evenly spread ones.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while epochs are trained again
     */
    public static GradientNorms of(History run) {
        Dataset data = Require.present("run", run).data();
        int samples = Math.min(data.size(), MOST_SAMPLES);
        SimpleMatrix X = data.inputs().rows(0, samples);
        SimpleMatrix Y = data.targets().rows(0, samples);
        Network last = run.network();
        int[] layers = layers(last.depth());
        Trajectory way = Trajectory.of(run, network -> {
            Gradients g = Backpropagation.gradients(network, run.trainer().loss(), X, Y);
            return Arrays.stream(layers).mapToDouble(l -> g.dW(l).normF()).toArray();
        });
        LineChart chart = LineChart.titled("Gradients of " + last).axes("epoch", "‖dW‖");
        for (int line = 0; line < layers.length; line++) {
            way.addTo(chart, "‖dW(" + layers[line] + ")‖", line);
        }
        return new GradientNorms(chart.note(note(layers.length, last.depth(), samples, data.size())));
    }

    private static int[] layers(int depth) {
        int drawn = Math.min(depth, MOST_LAYERS);
        return IntStream.range(0, drawn)
                .map(line -> drawn == 1 ? 1 : 1 + line * (depth - 1) / (drawn - 1))
                .toArray();
    }

    private static String note(int layers, int allLayers, int samples, int allSamples) {
        String fewer = layers == allLayers ? "" : layers + " of " + allLayers + " layers are drawn";
        String part =
                samples == allSamples ? "" : "Gradients over the first " + samples + " of " + allSamples + " samples";
        return fewer.isEmpty() || part.isEmpty() ? fewer + part : fewer + ". " + part;
    }
}
