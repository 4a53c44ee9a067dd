package org.chainrule.network;

/**
 * eˣ with the bits of {@link StrictMath#exp}, which the digits of every run depend on, but short enough for the JIT compiler
 * to put it where it is called: StrictMath's is called, and a tiny network does little else.
 *
 * <p>The method, its coefficients and its bounds are fdlibm's (Sun Microsystems 1993): {@code x = k ln 2 + r}, so
 * {@code eˣ = 2ᵏ eʳ}, and eʳ from a rational function of r.
 */
final class Exponential {
    private static final double INVERSE_LN2 = 0x1.71547652b82fep0;
    /** ln 2 in two parts, of which the first leaves room for k without rounding. */
    private static final double LN2 = 0x1.62e42feep-1;

    private static final double LN2_REST = 0x1.a39ef35793c76p-33;
    private static final double P1 = 0x1.555555555553ep-3;
    private static final double P2 = -0x1.6c16c16bebd93p-9;
    private static final double P3 = 0x1.1566aaf25de2cp-14;
    private static final double P4 = -0x1.bbd41c5d26bf1p-20;
    private static final double P5 = 0x1.6376972bea4d0p-25;

    /** The upper halves of |x|: from 2⁻²⁸ on, above ln 2 / 2, from 1.5 ln 2 on, and where 2ᵏ may leave the normal numbers. */
    private static final int TINY = 0x3e300000;

    private static final int HALF_LN2 = 0x3fd62e42;
    private static final int ONE_AND_A_HALF_LN2 = 0x3ff0a2b2;
    private static final int LARGE = 0x40862000;

    private Exponential() {}

    static double exp(double x) {
        int high = (int) (Double.doubleToRawLongBits(x) >>> 32) & Integer.MAX_VALUE;
        if (high < TINY || high >= LARGE) {
            return StrictMath.exp(x);
        }
        int k = 0;
        double upper = x;
        double lower = 0;
        double r = x;
        if (high > HALF_LN2) {
            double half = x > 0 ? 0.5 : -0.5;
            k = (int) (high < ONE_AND_A_HALF_LN2 ? 2 * half : INVERSE_LN2 * x + half);
            upper = x - k * LN2;
            lower = k * LN2_REST;
            r = upper - lower;
        }
        double t = r * r;
        double c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        double y = 1 - ((lower - r * c / (2 - c)) - upper);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) + ((long) k << 52));
    }
}
