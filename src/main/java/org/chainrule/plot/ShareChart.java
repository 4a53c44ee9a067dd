package org.chainrule.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chainrule.data.Require;
import org.chainrule.explain.XorAtlas;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.training.Share;

/** Counted shares in percent, each with its 95 % interval as a bar. */
public final class ShareChart extends ChartOfLines {
    private ShareChart(LineChart chart) {
        super(chart.note("Bars: 95 % intervals"));
    }

    /**
     * An empty chart.
     *
     * @param x what the x axis shows
     * @param y what the shares are of, as "solved"
     */
    public static ShareChart titled(String title, String x, String y) {
        return new ShareChart(LineChart.titled(title).axes(x, y + ", %"));
    }

    /** The share of runs on XOR that learn it, over the number of hidden units, a line for each rate. */
    public static ShareChart of(XorAtlas atlas) {
        ShareChart chart = titled("How many starts learn XOR", "hidden units", "solved");
        int[] hidden = Require.present("atlas", atlas).hidden();
        double[] rates = atlas.rates();
        for (int r = 0; r < rates.length; r++) {
            double rate = rates[r];
            int[] counted = Arrays.stream(hidden)
                    .filter(units -> atlas.at(units, rate).counted() > 0)
                    .sorted()
                    .toArray();
            chart.add(
                    "rate " + NumpyFormat.significant(rate, 3),
                    Arrays.stream(counted).asDoubleStream().toArray(),
                    Arrays.stream(counted)
                            .mapToObj(units -> atlas.at(units, rate).solved())
                            .toList());
        }
        return chart;
    }

    /**
     * Adds a line.
     *
     * @param x where the shares stand, as many
     * @throws IllegalArgumentException if there are more or fewer, or there is a line of this name
     */
    public ShareChart add(String name, double[] x, List<Share> shares) {
        Require.present("shares of \"" + name + "\"", shares);
        Points.Look look = Points.Look.line(chart.size());
        Points.Whiskers intervals = new Points.Whiskers(percent(shares, Share::low), percent(shares, Share::high));
        chart.add(name, x, percent(shares, Share::value), intervals, look);
        return this;
    }

    /** Makes the x axis logarithmic, as for rates. */
    public ShareChart logarithmicX() {
        chart.logarithmicX();
        return this;
    }

    private static double[] percent(List<Share> shares, ToDoubleFunction<Share> part) {
        return shares.stream()
                .mapToDouble(share -> 100 * part.applyAsDouble(share))
                .toArray();
    }
}
