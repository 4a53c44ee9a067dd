package org.chainrule.numpy;

/**
 * The natural logarithm, correctly rounded, so that it has the same bits on every machine and every JDK.
 * {@link Math#log} may differ between machines by a unit in the last place, and {@link StrictMath#log}, though the same
 * everywhere, is not the nearest double in seven cases of a hundred.
 *
 * <p>The value is computed to about 100 bits and rounded once. It would be rounded wrongly only where the true logarithm
 * lies within 2<sup>−45</sup> units in the last place of the middle between two doubles, about one argument in
 * 10<sup>13</sup>.
 */
final class PortableLog {
    /** ln 2 to 106 bits. */
    private static final DoubleDouble LN_2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    private static final double SQRT_2 = 0x1.6a09e667f3bcdp0;

    /** 1/(2k+1): enough terms for |s| at most 3 − 2√2 = 0.172, since s<sup>2·21</sup> is below 2<sup>−106</sup>. */
    private static final DoubleDouble[] ATANH = new DoubleDouble[21];

    static {
        for (int k = 0; k < ATANH.length; k++) {
            ATANH[k] = DoubleDouble.quotient(1, 2 * k + 1);
        }
    }

    private PortableLog() {}

    /** @param x a normal double above 0; not checked */
    static double log(double x) {
        int exponent = Math.getExponent(x);
        double mantissa = Math.scalb(x, -exponent);
        if (mantissa > SQRT_2) {
            mantissa /= 2;
            exponent++;
        }
        // x = 2^e·m with m in (√½, √2]: e·ln 2 and ln m never cancel, and near x = 1 the sum is ln m alone, so that the
        // relative error stays small there too.
        return LN_2.times(exponent).plus(logOfMantissa(mantissa)).high();
    }

    /** ln m = 2 atanh((m − 1)/(m + 1)); the difference m − 1 is exact. */
    private static DoubleDouble logOfMantissa(double m) {
        DoubleDouble s = DoubleDouble.of(m - 1).dividedBy(DoubleDouble.sum(m, 1));
        DoubleDouble square = s.times(s);
        DoubleDouble series = ATANH[ATANH.length - 1];
        for (int k = ATANH.length - 2; k >= 0; k--) {
            series = series.times(square).plus(ATANH[k]);
        }
        return series.times(s).times(2);
    }
}
