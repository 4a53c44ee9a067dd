package org.chainrule.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Which axes are logarithmic, and where a point stands on them. */
record Axes(boolean logX, boolean logY) {
    private static final double LARGEST = 1e307;

    /** The points that have a place on these axes. */
    Points shown(Points points) {
        return points.where(i -> obstacle(points, i) == Obstacle.NONE);
    }

    /** Why the i-th point has none. */
    Obstacle obstacle(Points points, int i) {
        Obstacle x = Obstacle.of(points.x()[i], logX);
        Obstacle y = Obstacle.of(points.y()[i], logY);
        return y.compareTo(x) > 0 ? y : x;
    }

    /** Logarithms for a logarithmic axis; else nothing so large that the width of an axis could overflow. */
    Points place(Points points) {
        Points.Whiskers whiskers = points.whiskers();
        return new Points(
                points.name(),
                place(points.x(), logX),
                place(points.y(), logY),
                whiskers == Points.Whiskers.NONE
                        ? whiskers
                        : new Points.Whiskers(place(whiskers.low(), logY), place(whiskers.high(), logY)),
                points.look());
    }

    /** The range of the x axis for points that were placed. */
    Range xRange(List<Points> placed) {
        return logX ? Range.decades(placed, Points::x) : Range.tight(placed, Points::x);
    }

    /** The range of the y axis for points that were placed. */
    Range yRange(List<Points> placed) {
        return logY ? Range.decades(placed, Points::heights) : Range.loose(placed, Points::heights);
    }

    private static double[] place(double[] values, boolean logarithmic) {
        DoubleUnaryOperator place = logarithmic ? Math::log10 : Axes::limited;
        return Arrays.stream(values).map(place).toArray();
    }

    private static double limited(double value) {
        return Math.max(-LARGEST, Math.min(LARGEST, value));
    }
}
