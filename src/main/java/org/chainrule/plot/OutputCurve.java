package org.chainrule.plot;

import java.util.Arrays;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/** What a network of one input answers over the range of its samples, and the samples: points where the targets are. */
public final class OutputCurve extends ChartOfLines {
    private static final double MARGIN = 0.15;
    private static final int STEPS = 400;
    private static final int MOST_OUTPUTS = 4;

    private OutputCurve(LineChart chart) {
        super(chart);
    }

    /**
     * The outputs over the input; of more than four outputs the first four.
     *
     * @param data samples of one input
     * @throws ShapeException if the network or the samples have another number of inputs than one, or the samples' targets
     *     are not as wide as the output
     */
    public static OutputCurve of(Network network, Dataset data) {
        Samples.require(network, data, 1, "OutputCurve", "for two inputs there is DecisionBoundary.of(network, data)");
        SimpleMatrix inputs = data.inputs();
        Range range = Range.around(inputs.getDDRM().data, MARGIN);
        double[] x = new double[STEPS + 1];
        Arrays.setAll(x, i -> range.min() + range.width() * i / STEPS);
        SimpleMatrix outputs = network.predict(new SimpleMatrix(x.length, 1, true, x));
        LineChart chart = LineChart.titled("Output of " + Require.present("network", network))
                .axes(data.hasInputNames() ? data.inputNames().get(0) : "input", "output");
        int drawn = Math.min(MOST_OUTPUTS, network.outputs());
        for (int j = 0; j < drawn; j++) {
            String which =
                    data.hasTargetNames() ? " " + data.targetNames().get(j) : network.outputs() == 1 ? "" : " " + j;
            chart.add("output" + which, x, column(outputs, j), new Points.Look(2 * j, j, true));
            chart.add(
                    "target" + which,
                    column(inputs, 0),
                    column(data.targets(), j),
                    new Points.Look(2 * j + 1, 0, false));
        }
        int more = network.outputs() - drawn;
        return new OutputCurve(more == 0 ? chart : chart.note(more + " more outputs are not drawn"));
    }

    private static double[] column(SimpleMatrix matrix, int j) {
        return matrix.getColumn(j).getDDRM().data;
    }
}
