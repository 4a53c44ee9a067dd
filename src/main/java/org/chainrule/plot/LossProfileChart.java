package org.chainrule.plot;

import java.util.stream.IntStream;
import org.chainrule.data.Require;
import org.chainrule.explain.LossProfile;

/** The loss on the straight line between two networks, and where the two are. */
public final class LossProfileChart {
    private LossProfileChart() {}

    /**
     * A chart with a linear axis. Lines of your own can be added.
     *
     * @throws IllegalArgumentException if there is nothing to draw from
     */
    public static LineChart of(LossProfile profile) {
        double[] t = Require.present("loss profile", profile).t();
        double[] losses = profile.losses();
        LineChart chart = LineChart.titled("Loss on the straight line from " + profile.from() + " to " + profile.to())
                .axes("t: 0 is " + profile.from() + ", 1 is " + profile.to(), "loss")
                .note(profile.barrierInWords())
                .add("loss", t, losses);
        mark(chart, profile.from(), 0, t, losses);
        mark(chart, profile.to(), 1, t, losses);
        return chart;
    }

    private static void mark(LineChart chart, String name, int at, double[] t, double[] losses) {
        int k = IntStream.range(0, t.length).filter(i -> t[i] == at).findFirst().orElseThrow();
        chart.add(name, new double[] {at}, new double[] {losses[k]}, new Points.Look(1 + at, 0, false));
    }
}
