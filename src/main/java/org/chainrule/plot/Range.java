package org.chainrule.plot;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** From where to where an axis goes; min is below max. */
record Range(double min, double max) {
    private static final double MARGIN = 0.04;
    private static final double NEAR_ZERO = 0.3;
    private static final double TOO_NARROW = 1e-300;
    private static final double RELATIVELY_TOO_NARROW = 1e-12;

    /** Exactly as wide as the values. */
    static Range tight(List<Points> lines, Function<Points, double[]> axis) {
        return of(lines, axis).widened();
    }

    /** Wider than the values by a share of their range to each side. */
    static Range around(double[] values, double margin) {
        Range range = of(values).widened();
        return new Range(range.min - margin * range.width(), range.max + margin * range.width());
    }

    /** A little wider than the values; from 0 where they come near it. */
    static Range loose(List<Points> lines, Function<Points, double[]> axis) {
        Range values = of(lines, axis).widened();
        double margin = MARGIN * values.width();
        boolean fromZero = values.min >= 0 && values.min < NEAR_ZERO * values.max;
        return new Range(fromZero ? 0 : values.min - margin, values.max + margin);
    }

    /** Whole decades around the values, which are logarithms to base 10. */
    static Range decades(List<Points> lines, Function<Points, double[]> axis) {
        Range values = of(lines, axis);
        double min = Math.floor(values.min);
        return new Range(min, Math.max(Math.ceil(values.max), min + 1));
    }

    double width() {
        return max - min;
    }

    private static Range of(List<Points> lines, Function<Points, double[]> axis) {
        return of(lines.stream()
                .flatMapToDouble(points -> DoubleStream.of(axis.apply(points)))
                .toArray());
    }

    private static Range of(double[] values) {
        return new Range(
                DoubleStream.of(values).min().getAsDouble(),
                DoubleStream.of(values).max().getAsDouble());
    }

    /** An axis needs a width: around a single value it takes half of the value to each side. */
    private Range widened() {
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (width() > Math.max(TOO_NARROW, RELATIVELY_TOO_NARROW * size)) {
            return this;
        }
        double half = size > TOO_NARROW ? size / 2 : 0.5;
        return new Range(min - half, max + half);
    }
}
