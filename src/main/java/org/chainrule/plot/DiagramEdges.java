package org.chainrule.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** The weights between two neighbouring columns, as lines; where there is room each carries its number. */
final class DiagramEdges {
    static final Color POSITIVE = Inks.color(0);
    static final Color NEGATIVE = Inks.color(1);
    static final String NEGATIVE_DASH = "7 4";
    private static final double THINNEST = 0.6;
    private static final double THICKEST = 5;
    private static final double NUMBER_SIZE = 11;
    private static final int MOST_NUMBERS = 16;
    /** Half the length of a number's text, in pixels. */
    private static final double HALF_A_NUMBER = 22;

    private static final double ROOM_FOR_A_NUMBER = 9;
    private static final int PLACES = 40;

    private record Edge(double x1, double y1, double x2, double y2, double value) {
        double y(double t) {
            return y1 + t * (y2 - y1);
        }
    }

    private final List<Edge> edges = new ArrayList<>();
    private final double halfANumber;
    private final double firstPlace;

    /**
     * @param radius of the units
     * @param W from the units of the left column to those of the right one
     */
    DiagramEdges(DiagramColumn left, DiagramColumn right, double radius, SimpleMatrix W) {
        halfANumber = HALF_A_NUMBER / (right.x() - left.x());
        firstPlace = halfANumber + (radius + 2) / (right.x() - left.x());
        for (int i : left.shown()) {
            for (int j : right.shown()) {
                edges.add(new Edge(left.x(), left.y(i), right.x(), right.y(j), W.get(i, j)));
            }
        }
    }

    int size() {
        return edges.size();
    }

    /** @param largest the size of a number that is drawn as the thickest line; 0 if all are 0 */
    void drawLines(Svg svg, double largest) {
        for (Edge edge : edges) {
            double share = largest == 0 ? 0 : Math.abs(edge.value) / largest;
            double thickness = THINNEST + (THICKEST - THINNEST) * Math.sqrt(share);
            String dash = edge.value < 0 ? NEGATIVE_DASH : "";
            svg.line(edge.x1, edge.y1, edge.x2, edge.y2, thickness, color(edge.value), dash);
        }
    }

    private static Color color(double value) {
        if (value == 0) {
            return Inks.AXIS;
        }
        return value > 0 ? POSITIVE : NEGATIVE;
    }

    /** Writes each number along its line where no other line is near; none at all if one would have no room. */
    void drawNumbers(Svg svg) {
        if (edges.size() > MOST_NUMBERS) {
            return;
        }
        double[] places = edges.stream().mapToDouble(this::clearestPlace).toArray();
        for (int e = 0; e < places.length; e++) {
            if (clearance(edges.get(e), places[e]) < ROOM_FOR_A_NUMBER) {
                return;
            }
        }
        for (int e = 0; e < places.length; e++) {
            Edge edge = edges.get(e);
            double x = edge.x1 + places[e] * (edge.x2 - edge.x1);
            double degrees = Math.toDegrees(Math.atan2(edge.y2 - edge.y1, edge.x2 - edge.x1));
            svg.label(
                    x,
                    edge.y(places[e]),
                    degrees,
                    new Svg.Lettering(NUMBER_SIZE, false, Inks.TEXT),
                    Summary.number(edge.value));
        }
    }

    /** The place nearest to the middle of the line where a number has room; where there is none, the one with most of it. */
    private double clearestPlace(Edge edge) {
        double best = 0.5;
        for (int k = 1; k <= PLACES && clearance(edge, best) < ROOM_FOR_A_NUMBER; k++) {
            double offset = (k + 1) / 2 * (0.5 - firstPlace) / (PLACES / 2);
            double t = 0.5 + (k % 2 == 0 ? offset : -offset);
            best = clearance(edge, t) > clearance(edge, best) ? t : best;
        }
        return best;
    }

    /** How far above or below the nearest other line is, all along a number; 0 where one crosses it. */
    private double clearance(Edge edge, double t) {
        double least = Double.MAX_VALUE;
        for (Edge other : edges) {
            if (other != edge) {
                double before = other.y(t - halfANumber) - edge.y(t - halfANumber);
                double after = other.y(t + halfANumber) - edge.y(t + halfANumber);
                least = Math.min(least, before * after <= 0 ? 0 : Math.min(Math.abs(before), Math.abs(after)));
            }
        }
        return least;
    }
}
