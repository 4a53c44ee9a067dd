package org.chainrule.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.chainrule.explain.LandscapePath;

/** The way of one run over a map: a line with a white rim, its start and end, and some epochs between. */
record PathPainter(LandscapePath path, List<Point2D> places, int k) {
    /** The mark of a start and that of an end. */
    static final int START = 0;

    static final int END = 4;
    private static final BasicStroke RIM = new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int EPOCHS = 5;
    private static final double APART = 22;

    /** The first ink of the charts is that of the sea. */
    static Color ink(int k) {
        return Inks.color(1 + k % (Inks.SERIES.size() - 1));
    }

    /** The mark of an epoch. */
    static Shape dot(double x, double y) {
        return new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5);
    }

    void paintLine(Graphics2D graphics) {
        Path2D line = new Path2D.Double();
        line.moveTo(places.get(0).getX(), places.get(0).getY());
        places.forEach(place -> line.lineTo(place.getX(), place.getY()));
        graphics.setColor(Inks.PAPER);
        graphics.setStroke(RIM);
        graphics.draw(line);
        graphics.setColor(ink(k));
        graphics.setStroke(Inks.line(k));
        graphics.draw(line);
    }

    void paintEpochs(Graphics2D graphics, MapLabels labels) {
        int last = places.size() - 1;
        Marks.draw(graphics, START, ink(k), places.get(0).getX(), places.get(0).getY(), 9);
        Marks.draw(
                graphics, END, ink(k), places.get(last).getX(), places.get(last).getY(), 11);
        labels.keepFree(places.get(0), 10);
        labels.keepFree(places.get(last), 12);
        graphics.setFont(Card.font(Font.PLAIN, 10));
        double length = length(last);
        Point2D before = places.get(0);
        for (int stop = 1; stop < EPOCHS; stop++) {
            int i = 0;
            while (i < last && length(i) < length * stop / EPOCHS) {
                i++;
            }
            Point2D place = places.get(i);
            if (i < last && place.distance(before) > APART && place.distance(places.get(last)) > APART) {
                graphics.setColor(ink(k));
                graphics.fill(dot(place.getX(), place.getY()));
                labels.draw(graphics, String.valueOf(path.epochs()[i]), place.getX(), place.getY() - 11);
                before = place;
            }
        }
    }

    /** How long the way is on the map until the i-th place. */
    private double length(int i) {
        double length = 0;
        for (int j = 1; j <= i; j++) {
            length += places.get(j).distance(places.get(j - 1));
        }
        return length;
    }
}
