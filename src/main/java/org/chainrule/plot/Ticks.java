package org.chainrule.plot;

import java.math.BigDecimal;
import org.chainrule.numpy.NumpyFormat;

/**
 * The ticks of an axis: the multiples of 1, 2 or 5 times a power of ten within a range. An axis is measured in ticks from
 * a first one, so that whoever draws it meets small numbers only, however small or large the values.
 */
final class Ticks {
    private static final double END = 0.02;
    private static final int[] MANTISSAS = {1, 2, 5};
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Range range;
    private final BigDecimal step;
    private final double stepSize;
    private final double origin;
    private final boolean exponents;

    private Ticks(Range range, BigDecimal step, boolean exponents) {
        this.range = range;
        this.step = step;
        this.exponents = exponents;
        stepSize = step.doubleValue();
        origin = Math.ceil(range.min() / stepSize);
    }

    /** As many as possible, but not more than so many steps. */
    static Ticks linear(Range range, int steps) {
        return new Ticks(range, step(range, steps), false);
    }

    /** The range is one of exponents of ten: only whole ones are ticks. */
    static Ticks decades(Range range, int steps) {
        return new Ticks(range, step(range, steps).max(BigDecimal.ONE), true);
    }

    private static BigDecimal step(Range range, int steps) {
        double least = range.width() / steps;
        int exponent = (int) Math.floor(Math.log10(least));
        for (int mantissa : MANTISSAS) {
            BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= least) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }

    /** Where a value lies, in steps from the first tick. */
    double position(double value) {
        return value / stepSize - origin;
    }

    /** Where the axis starts: a little before its least value, so that a tick there is inside. */
    double first() {
        return position(range.min()) - END;
    }

    /** Where the axis ends. */
    double last() {
        return position(range.max()) + END;
    }

    /** How far the k-th tick is from the start of the range to its end, 0 to 1. */
    double share(int k) {
        return (k - position(range.min())) / (position(range.max()) - position(range.min()));
    }

    /** The text at the k-th tick. */
    String label(double k) {
        BigDecimal value = step.multiply(BigDecimal.valueOf(Math.round(origin + k)));
        if (exponents) {
            return powerOfTen(value.intValueExact());
        }
        String text = NumpyFormat.repr(value.doubleValue());
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }
}
