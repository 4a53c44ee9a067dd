package org.chainrule.plot;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Leaves out points that no pixel would show: of the points that follow one another in a pixel column only the first,
 * the last, the lowest and the highest stay, in their order, so that the drawn line is the same and no spike is lost.
 * This is M4: U. Jugel et al., "M4: A visualization-oriented time series data aggregation", VLDB 7 (2014) 797–808.
 */
final class Decimation {
    private static final int POINTS_A_COLUMN = 4;

    private Decimation() {}

    /**
     * @param points finite
     * @param columns how many pixels the line is wide, at least 1
     * @return the same object if there are not more than four points a column
     */
    static Points toColumns(Points points, int columns) {
        if (points.size() <= POINTS_A_COLUMN * columns) {
            return points;
        }
        double min = Arrays.stream(points.x()).min().getAsDouble();
        double max = Arrays.stream(points.x()).max().getAsDouble();
        IntStream.Builder kept = IntStream.builder();
        int start = 0;
        while (start < points.size()) {
            int column = column(points.x()[start], min, max, columns);
            int end = start + 1;
            while (end < points.size() && column(points.x()[end], min, max, columns) == column) {
                end++;
            }
            extremes(points.y(), start, end).forEach(kept::add);
            start = end;
        }
        return points.at(kept.build().toArray());
    }

    private static int column(double x, double min, double max, int columns) {
        return max == min ? 0 : (int) Math.min(columns - 1, (x / 2 - min / 2) / (max / 2 - min / 2) * columns);
    }

    /** The indices of the first, lowest, highest and last in start … end − 1, ascending, each once. */
    private static IntStream extremes(double[] y, int start, int end) {
        int lowest = start;
        int highest = start;
        for (int i = start; i < end; i++) {
            lowest = y[i] < y[lowest] ? i : lowest;
            highest = y[i] > y[highest] ? i : highest;
        }
        return IntStream.of(start, lowest, highest, end - 1).sorted().distinct();
    }
}
