package org.chainrule.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.Require;

/**
 * Lines over a common x axis, such as losses over epochs; the base of our charts. Points that cannot be drawn — NaN,
 * infinite, and zero or negative on a logarithmic axis — are left out, and the chart says how many.
 *
 * <p>Not safe for use by several threads at once. In one JVM the same calls give the same bytes.
 */
public final class LineChart implements Chart {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    private static final int TITLE_LENGTH = 52;
    private static final int NOTE_HEIGHT = 20;

    private final String title;
    private final List<Points> series = new ArrayList<>();
    private String xTitle = "";
    private String yTitle = "";
    private String note = "";
    private boolean logX;
    private boolean logY;

    private LineChart(String title) {
        this.title = title;
    }

    /** An empty chart with linear axes. */
    public static LineChart titled(String title) {
        return new LineChart(Require.present("title", title));
    }

    /** What the axes show. */
    public LineChart axes(String x, String y) {
        xTitle = Require.present("title of the x axis", x);
        yTitle = Require.present("title of the y axis", y);
        return this;
    }

    /** Makes the y axis logarithmic; it stays linear where no value is above 0. */
    public LineChart logarithmic() {
        logY = true;
        return this;
    }

    /** Makes the x axis logarithmic; it stays linear where no x is above 0. */
    public LineChart logarithmicX() {
        logX = true;
        return this;
    }

    /** Says at the foot of the chart, and in its line of text, what a reader of it should know. */
    LineChart note(String sentence) {
        note = sentence;
        return this;
    }

    /**
     * Adds a line through the points in the given order; copies the arrays.
     *
     * @throws IllegalArgumentException if x and y differ in length, the name is blank, or another line has it
     */
    public LineChart add(String name, double[] x, double[] y) {
        return add(name, x, y, Points.Look.line(series.size()));
    }

    LineChart add(String name, double[] x, double[] y, Points.Look look) {
        return add(name, x, y, Points.Whiskers.NONE, look);
    }

    LineChart add(String name, double[] x, double[] y, Points.Whiskers whiskers, Points.Look look) {
        if (Require.present("name of a line", name).isBlank()) {
            throw new IllegalArgumentException(
                    "A line of the chart \"" + title + "\" has no name: give it one for the legend.");
        }
        if (Require.present("x of \"" + name + "\"", x).length != Require.present("y of \"" + name + "\"", y).length) {
            throw new IllegalArgumentException("The line \"" + name + "\" has " + x.length + " x and " + y.length
                    + " y: give every point one of each.");
        }
        if (series.stream().anyMatch(points -> points.name().equals(name))) {
            throw new IllegalArgumentException(
                    "The chart \"" + title + "\" has a line \"" + name + "\" already: give this one another name.");
        }
        series.add(new Points(name, x.clone(), y.clone(), whiskers, look));
        return this;
    }

    /** How many lines it has. */
    int size() {
        return series.size();
    }

    /** Draws the chart, 640×360 logical pixels. An empty one says that there is nothing to draw yet. */
    @Override
    public Picture picture(int scale) {
        Axes axes = axes();
        String foot = foot(axes);
        List<Points> drawn = new ArrayList<>();
        for (Points points : series) {
            drawn.add(Decimation.toColumns(axes.place(axes.shown(points)), WIDTH * scale));
        }
        String head = Summary.shortened(title, TITLE_LENGTH);
        boolean empty = drawn.stream().allMatch(points -> points.size() == 0);
        int height = foot.isEmpty() ? HEIGHT : HEIGHT - NOTE_HEIGHT;
        return Card.draw(WIDTH, HEIGHT, scale, Summary.of(title, series, foot), graphics -> {
            if (empty) {
                drawNothing(graphics, head);
            } else {
                new ChartPainter(head, xTitle, yTitle, drawn, axes).paint(graphics, WIDTH, height);
            }
            drawNote(graphics, foot);
        });
    }

    /** The chart in one line of text: of each line its first, last and lowest value and the number of points. */
    @Override
    public String alt() {
        return Summary.of(title, series, foot(axes()));
    }

    private String foot(Axes axes) {
        String notShown = Summary.notShown(series, axes);
        return note.isEmpty() || notShown.isEmpty() ? note + notShown : note + ". " + notShown;
    }

    /** As they were asked for, but for a logarithmic axis with no place for any point. */
    private Axes axes() {
        boolean x = logX && has(new Axes(true, false));
        return new Axes(x, logY && has(new Axes(x, true)));
    }

    private boolean has(Axes axes) {
        return series.stream().anyMatch(points -> axes.shown(points).size() > 0);
    }

    private static void drawNothing(Graphics2D graphics, String head) {
        graphics.setColor(Inks.TEXT);
        graphics.setFont(Card.font(Font.BOLD, 15));
        Card.centered(graphics, head, WIDTH / 2f, 26);
        graphics.setColor(Inks.AXIS);
        graphics.setFont(Card.font(Font.PLAIN, 14));
        Card.centered(graphics, "nothing to draw yet", WIDTH / 2f, HEIGHT / 2f);
    }

    private static void drawNote(Graphics2D graphics, String note) {
        graphics.setColor(Inks.AXIS);
        graphics.setFont(Card.font(Font.PLAIN, 11));
        graphics.drawString(note, 12, HEIGHT - 8);
    }
}
