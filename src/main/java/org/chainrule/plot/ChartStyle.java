package org.chainrule.plot;

import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** How our charts look, in the terms of XChart. */
final class ChartStyle {
    static final int MARKER_SIZE = 6;

    /** Room for the half of the last label that stands out over the end of the x axis, up to 100000. */
    private static final int PADDING = 24;

    /** What the title, the labels and a legend of usual width leave of the picture; a guess within a third. */
    private static final int PLOT_WIDTH = 500;

    private static final int PLOT_HEIGHT = 261;

    private ChartStyle() {}

    /** A chart without lines, its axes measured in ticks. */
    static XYChart chart(String title, String xTitle, String yTitle, Ticks x, Ticks y, boolean legend) {
        XYChart chart = new XYChartBuilder()
                .width(LineChart.WIDTH)
                .height(LineChart.HEIGHT)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        XYStyler styler = chart.getStyler();
        styler.setChartBackgroundColor(Inks.PAPER)
                .setPlotBackgroundColor(Inks.PAPER)
                .setPlotBorderVisible(false)
                .setChartPadding(PADDING)
                .setPlotContentSize(1)
                .setChartFontColor(Inks.TEXT)
                .setChartTitleFont(Card.font(Font.BOLD, 15))
                .setChartTitleBoxVisible(false)
                .setChartTitlePadding(10)
                .setLegendVisible(legend)
                .setLegendPosition(LegendPosition.OutsideE)
                .setLegendBorderColor(Inks.PAPER)
                .setLegendFont(Card.font(Font.PLAIN, 13))
                .setLegendSeriesLineLength(36)
                .setMarkerSize(MARKER_SIZE)
                .setLocale(Locale.ROOT);
        styler.setAxisTitleFont(Card.font(Font.PLAIN, 13))
                .setAxisTickLabelsFont(Card.font(Font.PLAIN, 12))
                .setAxisTickLabelsColor(Inks.TEXT)
                .setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setPlotMargin(0)
                .setPlotGridLinesVisible(false)
                .setXAxisMin(x.first())
                .setXAxisMax(x.last())
                .setYAxisMin(y.first())
                .setYAxisMax(y.last())
                .setXAxisTickMarkSpacingHint(spacing(PLOT_WIDTH, x))
                .setYAxisTickMarkSpacingHint(spacing(PLOT_HEIGHT, y))
                .setXAxisTickLabelsFormattingFunction(x::label)
                .setYAxisTickLabelsFormattingFunction(y::label);
        return chart;
    }

    /** A distance for which XChart labels every step: it does from 0.75 to 1.5 of the true distance. */
    private static int spacing(int plotSize, Ticks ticks) {
        return (int) (0.9 * plotSize / (ticks.last() - ticks.first()));
    }
}
