package org.chainrule.training;

/** Powers by repeated squaring: the same bits everywhere, and no memory taken, as {@link StrictMath#pow} does for every call. */
final class Power {
    private Power() {}

    /** base to an exponent of at least 0. */
    static double of(double base, long exponent) {
        double power = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}
