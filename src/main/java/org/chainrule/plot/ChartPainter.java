package org.chainrule.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws lines on XChart's ground: it lays out title, axes and legend. Two things are done here. The lines: XChart
 * strokes every segment by itself, so that a long line loses its dashes, and colour alone would tell the lines apart. And
 * the ticks, by {@link Ticks}: XChart's logarithmic axis labels no decade in a narrow range and every one in a wide one,
 * and its linear one fails for values as small as losses become.
 */
final class ChartPainter {
    private static final int MARKED_POINTS = 30;
    /** XChart fits a name into its legend character by character, each time laying out the rest: minutes for a very long one. */
    private static final int LONGEST_NAME = 60;

    private static final int X_STEPS = 8;
    private static final int Y_STEPS = 9;
    private static final int DECADES_WITH_MINOR_GRID = 3;
    private static final int TICK_LENGTH = 4;
    private static final BasicStroke WHISKER = new BasicStroke(1.2f);
    private static final double CAP = 3.5;

    private final List<Points> lines;
    private final Axes axes;
    private final Range yRange;
    private final Ticks xTicks;
    private final Ticks yTicks;
    private final XYChart ground;

    /** @param lines placed on the axes, at least one point in all */
    ChartPainter(String title, String xTitle, String yTitle, List<Points> lines, Axes axes) {
        this.axes = axes;
        this.lines = lines;
        yRange = axes.yRange(lines);
        xTicks = ticks(axes.xRange(lines), axes.logX(), X_STEPS);
        yTicks = ticks(yRange, axes.logY(), Y_STEPS);
        ground = ChartStyle.chart(
                title,
                Summary.shortened(xTitle, LONGEST_NAME),
                Summary.shortened(yTitle, LONGEST_NAME),
                xTicks,
                yTicks,
                lines.size() > 1);
        for (int line = 0; line < lines.size(); line++) {
            addToLegend("line " + line, lines.get(line));
        }
    }

    void paint(Graphics2D graphics, int width, int height) {
        ground.paint(graphics, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawGrid(graphics);
        drawBaseline(graphics);
        lines.forEach(points -> drawLine(graphics, points));
    }

    private static Ticks ticks(Range range, boolean logarithmic, int steps) {
        return logarithmic ? Ticks.decades(range, steps) : Ticks.linear(range, steps);
    }

    /** XChart knows the lines without their points. */
    private void addToLegend(String key, Points points) {
        Points.Look look = points.look();
        // XChart takes its ticks from the x values where these are evenly spaced, hence the one in between.
        double[] x = {xTicks.first(), 0.7 * xTicks.first() + 0.3 * xTicks.last(), xTicks.last()};
        XYSeries entry = ground.addSeries(key, x, new double[] {Double.NaN, Double.NaN, Double.NaN});
        entry.setLabel(Summary.shortened(points.name(), LONGEST_NAME));
        if (!look.joined()) {
            entry.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        }
        entry.setLineStyle(Inks.line(look.dash()));
        entry.setLineColor(Inks.color(look.color()));
        entry.setMarker(isMarked(points) ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        entry.setMarkerColor(Inks.color(look.color()));
    }

    private static boolean isMarked(Points points) {
        return !points.look().joined() || points.size() <= MARKED_POINTS;
    }

    private void drawLine(Graphics2D graphics, Points points) {
        graphics.setColor(Inks.color(points.look().color()));
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            double x = screenX(xTicks.position(points.x()[i]));
            double y = screenY(yTicks.position(points.y()[i]));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            if (isMarked(points)) {
                double size = ChartStyle.MARKER_SIZE;
                graphics.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
            }
        }
        if (points.look().joined()) {
            graphics.setStroke(Inks.line(points.look().dash()));
            graphics.draw(path);
        }
        drawWhiskers(graphics, points);
    }

    private void drawWhiskers(Graphics2D graphics, Points points) {
        graphics.setStroke(WHISKER);
        double[] low = points.whiskers().low();
        for (int i = 0; i < low.length; i++) {
            double x = screenX(xTicks.position(points.x()[i]));
            double bottom = screenY(yTicks.position(low[i]));
            double top = screenY(yTicks.position(points.whiskers().high()[i]));
            graphics.draw(new Line2D.Double(x, bottom, x, top));
            graphics.draw(new Line2D.Double(x - CAP, bottom, x + CAP, bottom));
            graphics.draw(new Line2D.Double(x - CAP, top, x + CAP, top));
        }
    }

    private void drawBaseline(Graphics2D graphics) {
        double bottom = screenY(yTicks.first());
        horizontal(graphics, bottom, Inks.AXIS, 1);
        for (int k = 0; k <= xTicks.last(); k++) {
            graphics.draw(new Line2D.Double(screenX(k), bottom, screenX(k), bottom + TICK_LENGTH));
        }
    }

    /** A line at each tick; if there are few decades, thin ones at 2, 3, … 9 times a power of ten. */
    private void drawGrid(Graphics2D graphics) {
        for (int k = 0; k <= yTicks.last(); k++) {
            horizontal(graphics, screenY(k), Inks.GRID, 1);
        }
        if (!axes.logY() || yRange.width() > DECADES_WITH_MINOR_GRID) {
            return;
        }
        for (double decade = yRange.min(); decade < yRange.max(); decade++) {
            for (int factor = 2; factor <= 9; factor++) {
                horizontal(graphics, screenY(yTicks.position(decade + Math.log10(factor))), Inks.GRID, 0.4f);
            }
        }
    }

    private void horizontal(Graphics2D graphics, double y, Color color, float thickness) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(thickness));
        graphics.draw(new Line2D.Double(screenX(xTicks.first()), y, screenX(xTicks.last()), y));
    }

    private double screenX(double position) {
        return ground.getScreenXFromChart(position);
    }

    private double screenY(double position) {
        return ground.getScreenYFromChart(position);
    }
}
