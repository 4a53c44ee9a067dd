package org.chainrule.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chainrule.numpy.NumpyFormat;

/**
 * At which losses a map has its contours, ascending: evenly spaced by ratio where the losses span one, by difference where
 * they are nearly the same. The band between two contours has a shade, the darker the deeper, as water on a sea chart.
 */
record Levels(double[] values) {
    private static final int MOST = 10;
    private static final double LOWEST_SHARE = 0.01;
    private static final double BY_RATIO = 1.5;
    private static final double[][] MANTISSAS = {
        {1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.7, 2, 2.2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9},
        {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8},
        {1, 1.5, 2, 3, 5, 7},
        {1, 2, 5},
        {1, 3},
        {1}
    };

    /** @param sorted the losses that are numbers, the lowest first; a hundredth of them may lie below the lowest contour */
    static Levels of(double[] sorted) {
        double[] positive = DoubleStream.of(sorted).filter(loss -> loss > 0).toArray();
        if (positive.length == 0 || positive[0] == positive[positive.length - 1]) {
            return new Levels(new double[0]);
        }
        double low = positive[(int) (LOWEST_SHARE * positive.length)];
        double high = positive[positive.length - 1];
        return new Levels(high / low < BY_RATIO ? linear(low, high) : logarithmic(low, high));
    }

    private static double[] linear(double low, double high) {
        Ticks ticks = Ticks.linear(new Range(low, high), MOST);
        return IntStream.rangeClosed(0, (int) ticks.last())
                .mapToDouble(k -> Double.parseDouble(ticks.label(k)))
                .filter(level -> level > low && level < high)
                .toArray();
    }

    private static double[] logarithmic(double low, double high) {
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.floor(Math.log10(high));
        for (double[] mantissas : MANTISSAS) {
            double[] levels = levels(low, high, mantissas, first, last, 1);
            if (levels.length <= MOST) {
                return levels;
            }
        }
        return levels(low, high, new double[] {1}, first, last, 1 + (last - first) / MOST);
    }

    private static double[] levels(double low, double high, double[] mantissas, int first, int last, int decades) {
        return IntStream.rangeClosed(0, (last - first) / decades)
                .map(k -> first + k * decades)
                .boxed()
                .flatMapToDouble(exponent -> Arrays.stream(mantissas)
                        .map(mantissa -> Double.parseDouble(NumpyFormat.repr(mantissa) + "e" + exponent)))
                .filter(level -> level > low && level < high)
                .toArray();
    }

    /** How many contours a loss is above; −1 if it is not a number. */
    int band(double loss) {
        if (!Double.isFinite(loss)) {
            return -1;
        }
        int at = Arrays.binarySearch(values, loss);
        return at < 0 ? -at - 1 : at;
    }

    /** The shade of a band, white for the highest; grey where there is no loss. */
    Color shade(int band) {
        if (band < 0) {
            return Inks.AXIS;
        }
        int step = values.length == 0 ? 0 : Math.round((float) band * IndexedPng.STEPS_OF_AN_INK / values.length);
        return Inks.thinned(Inks.color(0), (double) step / IndexedPng.STEPS_OF_AN_INK);
    }
}
