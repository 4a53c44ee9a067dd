package org.chainrule.plot;

import java.util.Arrays;
import org.chainrule.data.Require;
import org.chainrule.network.Activation;

/**
 * Activations and their derivatives over the weighted sum: f(z) solid and f′(z) dashed in the same colour. Where f′ is near
 * 0, no gradient comes through.
 */
public final class ActivationChart extends ChartOfLines {
    private static final double REACH = 5;
    private static final int STEPS = 500;

    private ActivationChart(LineChart chart) {
        super(chart);
    }

    /**
     * f and f′ for z from −5 to 5.
     *
     * @param activations one to seven, of the library or your own
     * @throws IllegalArgumentException if there are none or more than colours, if two have one name, or if one is
     *     {@link Activation#SOFTMAX}, which has no curve over one z
     */
    public static ActivationChart of(Activation... activations) {
        int count = Require.present("activations", activations).length;
        if (count == 0 || count > Inks.SERIES.size()) {
            throw new IllegalArgumentException("a chart tells 1 to " + Inks.SERIES.size()
                    + " activations apart by their colours, but " + count + " were given; make several charts");
        }
        double[] z = new double[STEPS + 1];
        Arrays.setAll(z, i -> 2 * REACH * i / STEPS - REACH);
        LineChart chart = LineChart.titled("Activations and their derivatives").axes("z", "f(z) and f′(z)");
        for (int k = 0; k < count; k++) {
            Activation f = requireCurve(Require.present("activation " + (k + 1), activations[k]));
            chart.add(f.name() + "  f", z, Arrays.stream(z).map(f::value).toArray(), new Points.Look(k, 0, true));
            chart.add(f.name() + "  f′", z, Arrays.stream(z).map(f::derivative).toArray(), new Points.Look(k, 1, true));
        }
        return new ActivationChart(chart);
    }

    private static Activation requireCurve(Activation activation) {
        if (activation.equals(Activation.SOFTMAX)) {
            throw new IllegalArgumentException(
                    "softmax has no curve over one z: each of its outputs depends on the z of"
                            + " every unit in the layer; leave it out, and look at SOFTMAX.jacobian(z) for its derivative");
        }
        return activation;
    }
}
