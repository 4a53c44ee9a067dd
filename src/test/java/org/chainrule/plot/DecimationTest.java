package org.chainrule.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static final int COLUMNS = 100;

    private static Points noise(int count) {
        NumpyRandom random = NumpyRandom.seed(2);
        double[] x = IntStream.range(0, count).asDoubleStream().toArray();
        return new Points("noise", x, random.randn(1, count).getDDRM().data, Points.Look.line(0));
    }

    @Test
    void aSmallSeriesStaysAsItIs() {
        Points points = noise(4 * COLUMNS);
        assertSame(points, Decimation.toColumns(points, COLUMNS));
    }

    @Test
    void everyColumnKeepsItsFirstLastLowestAndHighest() {
        int perColumn = 100;
        Points points = noise(COLUMNS * perColumn);
        // The last point must not open a column of its own: the range is closed.
        Points kept = Decimation.toColumns(points, COLUMNS);
        assertTrue(kept.size() <= 4 * COLUMNS, kept.size() + " points");
        double width = (points.size() - 1.0) / COLUMNS;
        for (int column = 0; column < COLUMNS; column++) {
            double[] before = column(points, column, width);
            double[] after = column(kept, column, width);
            assertEquals(before[0], after[0]);
            assertEquals(before[before.length - 1], after[after.length - 1]);
            assertEquals(Arrays.stream(before).min(), Arrays.stream(after).min());
            assertEquals(Arrays.stream(before).max(), Arrays.stream(after).max());
        }
    }

    private static double[] column(Points points, int column, double width) {
        return IntStream.range(0, points.size())
                .filter(i -> Math.min(COLUMNS - 1, (int) (points.x()[i] / width)) == column)
                .mapToDouble(i -> points.y()[i])
                .toArray();
    }

    @Test
    void theOrderIsKept() {
        double[] x = Decimation.toColumns(noise(10_000), COLUMNS).x();
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, x);
    }

    @Test
    void aSpikeOfOnePointSurvives() {
        Points points = noise(50_000);
        points.y()[31_234] = 1e6;
        assertTrue(Arrays.stream(Decimation.toColumns(points, COLUMNS).y()).anyMatch(y -> y == 1e6));
    }

    @Test
    void aVerticalLineKeepsItsEnds() {
        Points points = new Points("vertical", new double[1000], noise(1000).y(), Points.Look.line(0));
        Points kept = Decimation.toColumns(points, COLUMNS);
        assertEquals(4, kept.size());
        assertEquals(points.y()[999], kept.y()[3]);
    }
}
