package org.chainrule.plot;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The points of a named line: x and y of the same length, and how it looks. The arrays are not to be changed. */
record Points(String name, double[] x, double[] y, Look look) {

    /** @param joined whether a line is drawn through the points; if not, they are marks */
    record Look(int color, int dash, boolean joined) {
        /** The k-th line of a chart: colour and dash are its own. */
        static Look line(int k) {
            return new Look(k, k, true);
        }
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
        return new Points(
                name,
                Arrays.stream(indices).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> y[i]).toArray(),
                look);
    }
}
