package org.chainrule.plot;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The points of a named line: x and y of the same length, and how it looks. The arrays are not to be changed. */
record Points(String name, double[] x, double[] y, Whiskers whiskers, Look look) {
    /** From where to where each value may lie; without entries where nothing is said of that. */
    record Whiskers(double[] low, double[] high) {
        static final Whiskers NONE = new Whiskers(new double[0], new double[0]);

        private Whiskers at(int[] indices) {
            return this == NONE ? NONE : new Whiskers(Points.at(low, indices), Points.at(high, indices));
        }
    }

    /** @param joined whether a line is drawn through the points; if not, they are marks */
    record Look(int color, int dash, boolean joined) {
        /** The k-th line of a chart: colour and dash are its own. */
        static Look line(int k) {
            return new Look(k, k, true);
        }
    }

    Points(String name, double[] x, double[] y, Look look) {
        this(name, x, y, Whiskers.NONE, look);
    }

    int size() {
        return x.length;
    }

    /** The points whose index passes, in the same order; the same object if all do. */
    Points where(IntPredicate keeps) {
        int[] kept = IntStream.range(0, size()).filter(keeps).toArray();
        return kept.length == size() ? this : at(kept);
    }

    /** The points at these indices. */
    Points at(int[] indices) {
        return new Points(name, at(x, indices), at(y, indices), whiskers.at(indices), look);
    }

    /** Every height that is drawn: of the points, and of the ends of their whiskers. */
    double[] heights() {
        return Stream.of(y, whiskers.low, whiskers.high)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] at(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }
}
