package org.chainrule.numpy;

/**
 * The unevaluated sum of two doubles, about 106 significant bits: {@code |low|} is at most half a unit in the last
 * place of {@code high}, so that {@code high} is the sum rounded to a double.
 *
 * <p>T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18 (1971)
 * 224–242. No overflow, no special values: {@link PortableLog} needs none.
 */
record DoubleDouble(double high, double low) {

    static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    static DoubleDouble sum(double a, double b) {
        double sum = a + b;
        double fromB = sum - a;
        return new DoubleDouble(sum, (a - (sum - fromB)) + (b - fromB));
    }

    static DoubleDouble quotient(double a, double b) {
        return of(a).dividedBy(of(b));
    }

    DoubleDouble plus(DoubleDouble other) {
        DoubleDouble highs = sum(high, other.high);
        DoubleDouble lows = sum(low, other.low);
        DoubleDouble first = normalized(highs.high, highs.low + lows.high);
        return normalized(first.high, first.low + lows.low);
    }

    DoubleDouble times(DoubleDouble other) {
        double product = high * other.high;
        double error = Math.fma(high, other.high, -product);
        return normalized(product, error + (high * other.low + low * other.high));
    }

    DoubleDouble times(double factor) {
        return times(of(factor));
    }

    DoubleDouble dividedBy(DoubleDouble other) {
        double quotient = high / other.high;
        double rest = Math.fma(-quotient, other.high, high) + (low - quotient * other.low);
        return normalized(quotient, rest / other.high);
    }

    /** Needs {@code |large| >= |small|} or {@code large == 0}. */
    private static DoubleDouble normalized(double large, double small) {
        double sum = large + small;
        return new DoubleDouble(sum, small - (sum - large));
    }
}
