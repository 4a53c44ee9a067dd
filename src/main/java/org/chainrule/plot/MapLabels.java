package org.chainrule.plot;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The texts on a map: each on white, none over another. */
final class MapLabels {
    private static final int CANDIDATES = 150;
    private static final double EDGE = 3;

    private final Rectangle square;
    private final List<Rectangle2D> taken = new ArrayList<>();

    MapLabels(Rectangle square) {
        this.square = square;
    }

    /** Keeps a place free of texts. */
    void keepFree(Point2D place, double size) {
        taken.add(new Rectangle2D.Double(place.getX() - size / 2, place.getY() - size / 2, size, size));
    }

    /** Draws a text around a point, unless it would leave the map or cover another. */
    void draw(Graphics2D graphics, String text, double x, double y) {
        Rectangle2D box = box(graphics, text, x, y);
        if (isInside(box) && taken.stream().noneMatch(box::intersects)) {
            draw(graphics, text, box);
        }
    }

    /** Draws a text at that one of the places that is furthest from all other texts, if there is room for it. */
    void drawWhereFree(Graphics2D graphics, String text, List<Point2D> places) {
        Rectangle2D best = null;
        double furthest = EDGE;
        int step = 1 + places.size() / CANDIDATES;
        for (int i = 0; i < places.size(); i += step) {
            Rectangle2D box =
                    box(graphics, text, places.get(i).getX(), places.get(i).getY());
            double distance = isInside(box) ? distance(box) : 0;
            if (distance > furthest) {
                furthest = distance;
                best = box;
            }
        }
        if (best != null) {
            draw(graphics, text, best);
        }
    }

    private double distance(Rectangle2D box) {
        double least = square.width;
        for (Rectangle2D other : taken) {
            double dx = Math.max(other.getMinX() - box.getMaxX(), box.getMinX() - other.getMaxX());
            double dy = Math.max(other.getMinY() - box.getMaxY(), box.getMinY() - other.getMaxY());
            least = Math.min(least, Math.max(dx, dy));
        }
        return least;
    }

    private boolean isInside(Rectangle2D box) {
        return box.getMinX() > square.x + EDGE
                && box.getMaxX() < square.getMaxX() - EDGE
                && box.getMinY() > square.y + EDGE
                && box.getMaxY() < square.getMaxY() - EDGE;
    }

    private static Rectangle2D box(Graphics2D graphics, String text, double x, double y) {
        double width = graphics.getFontMetrics().stringWidth(text) + 4;
        double height = graphics.getFontMetrics().getAscent() + 2;
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    private void draw(Graphics2D graphics, String text, Rectangle2D box) {
        taken.add(box);
        graphics.setColor(Inks.PAPER);
        graphics.fill(box);
        graphics.setColor(Inks.TEXT);
        graphics.drawString(text, (float) box.getMinX() + 2, (float) box.getMaxY() - 2);
    }
}
