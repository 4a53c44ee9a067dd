package org.chainrule.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The marks of samples: the shape tells the class, and so does the colour. */
final class Marks {
    private static final int CORNERS_OF_A_STAR = 10;
    private static final BasicStroke RIM = new BasicStroke(1);

    private Marks() {}

    /** @param size from edge to edge */
    static void draw(Graphics2D graphics, int k, Color ink, double x, double y, double size) {
        Shape shape = shape(k, x, y, size / 2);
        graphics.setColor(ink);
        graphics.fill(shape);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(RIM);
        graphics.draw(shape);
    }

    /** Circle, triangle, square, diamond, star, wedge, then again. */
    private static Shape shape(int k, double x, double y, double r) {
        return switch (k % 6) {
            case 0 -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case 1 -> polygon(x, y, 1.25 * r, 1.25 * r, 3, -90);
            case 2 -> polygon(x, y, 1.25 * r, 1.25 * r, 4, -45);
            case 3 -> polygon(x, y, 1.3 * r, 1.3 * r, 4, -90);
            case 4 -> polygon(x, y, 1.5 * r, 0.65 * r, CORNERS_OF_A_STAR, -90);
            default -> polygon(x, y, 1.25 * r, 1.25 * r, 3, 90);
        };
    }

    /** Corners at two radii in turn, the first at an angle in degrees. */
    private static Shape polygon(double x, double y, double outer, double inner, int corners, double first) {
        Path2D path = new Path2D.Double();
        for (int c = 0; c < corners; c++) {
            double angle = Math.toRadians(first + 360.0 * c / corners);
            double radius = c % 2 == 0 ? outer : inner;
            double px = x + radius * Math.cos(angle);
            double py = y + radius * Math.sin(angle);
            if (c == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }
}
