package org.chainrule.plot;

/** A chart that a {@link LineChart} draws. */
abstract class ChartOfLines implements Chart {
    final LineChart chart;

    ChartOfLines(LineChart chart) {
        this.chart = chart;
    }

    @Override
    public Picture picture(int scale) {
        return chart.picture(scale);
    }

    @Override
    public String alt() {
        return chart.alt();
    }

    @Override
    public String toString() {
        return alt();
    }
}
