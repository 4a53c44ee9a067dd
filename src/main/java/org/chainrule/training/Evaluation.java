package org.chainrule.training;

import java.util.Arrays;
import java.util.List;
import org.chainrule.network.Backpropagation;

/** The loss and the measures of a network as it stands, over samples in their order; allocates nothing. */
final class Evaluation {
    private final Backpropagation backpropagation;
    private final List<Measure> measures;
    private final SampleRows samples;
    private final int atOnce;
    private final int[] inOrder;
    private final double[] output;
    private final double[] target;

    /**
     * @param outputs the width of the network's output
     * @param atOnce how many samples fit into the buffers of the backpropagation
     */
    Evaluation(Backpropagation backpropagation, List<Measure> measures, SampleRows samples, int outputs, int atOnce) {
        this.backpropagation = backpropagation;
        this.measures = measures;
        this.samples = samples;
        this.atOnce = atOnce;
        this.inOrder = new int[samples.n()];
        Arrays.setAll(inOrder, i -> i);
        this.output = new double[outputs];
        this.target = new double[outputs];
    }

    double loss() {
        double total = 0;
        for (int from = 0; from < samples.n(); from += atOnce) {
            forward(from);
            total = backpropagation.addTo(total);
        }
        return backpropagation.join(total, samples.n());
    }

    /** The loss, and each measure into its place from {@code at} on. */
    double loss(double[] row, int at) {
        Arrays.fill(row, at, at + measures.size(), 0);
        double total = 0;
        for (int from = 0; from < samples.n(); from += atOnce) {
            int rows = forward(from);
            total = backpropagation.addTo(total);
            score(from, rows, row, at);
        }
        // Divided once, so that all right is 1.
        for (int k = at; k < at + measures.size(); k++) {
            row[k] /= samples.n();
        }
        return backpropagation.join(total, samples.n());
    }

    private int forward(int from) {
        int rows = Math.min(atOnce, samples.n() - from);
        backpropagation.load(samples.X(), samples.Y(), inOrder, from, rows);
        backpropagation.forward();
        return rows;
    }

    private void score(int from, int rows, double[] row, int at) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < output.length; j++) {
                output[j] = backpropagation.output(i, j);
                target[j] = samples.Y()[(from + i) * target.length + j];
            }
            for (int k = 0; k < measures.size(); k++) {
                row[at + k] += measures.get(k).of(output, target);
            }
        }
    }
}
