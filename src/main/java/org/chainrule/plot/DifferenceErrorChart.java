package org.chainrule.plot;

import org.chainrule.data.Require;
import org.chainrule.explain.DifferenceError;
import org.chainrule.explain.ErrorCurve;

/** The error of finite differences over their step, both axes logarithmic: a V of truncation and round-off. */
public final class DifferenceErrorChart {
    private DifferenceErrorChart() {}

    /**
     * Both curves, and the straight piece of each that was recognised as truncation. Lines of your own can be added.
     *
     * @throws IllegalArgumentException if there is nothing to draw from
     */
    public static LineChart of(DifferenceError error) {
        Require.present("error of a difference", error);
        LineChart chart = LineChart.titled("Error of differences for " + error.parameter())
                .axes("step h", error.isRelative() ? "relative error" : "error")
                .logarithmicX()
                .logarithmic();
        chart.add("one-sided", error.steps(), error.oneSided().errors());
        chart.add("centred", error.steps(), error.centred().errors());
        addSlope(chart, "one-sided", error.oneSided());
        addSlope(chart, "centred", error.centred());
        return chart;
    }

    private static void addSlope(LineChart chart, String name, ErrorCurve curve) {
        curve.truncation()
                .ifPresent(branch ->
                        chart.add(name + ": slope " + branch, new double[] {branch.from(), branch.to()}, new double[] {
                            branch.errorFrom(), branch.errorTo()
                        }));
    }
}
