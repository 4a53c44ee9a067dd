package org.chainrule.sources;

import java.math.BigDecimal;

/** How far a number of ours agrees with a published one. Later constants are worse. */
public enum Agreement {
    /** All printed digits are equal. */
    EXACT,
    /** Some significant digits agree, and the cause of the rest is known. */
    CLOSE,
    /** The same ending, from weights that were recovered or searched for. */
    QUALITATIVE,
    /** The source disagrees with itself. */
    CONTRADICTED,
    /** Nothing that we know of gives this number. */
    UNEXPLAINED;

    /** How many significant digits of the printed number ours shares, at most as many as are printed. */
    static int digits(String printed, double ours) {
        BigDecimal published = new BigDecimal(printed);
        int shown = published.stripTrailingZeros().precision();
        if (!Double.isFinite(ours)) {
            return 0;
        }
        BigDecimal difference = published.subtract(new BigDecimal(ours)).abs();
        int digits = 0;
        while (digits < shown && agrees(published, difference, digits + 1)) {
            digits++;
        }
        return digits;
    }

    /** Whether the difference is at most half a unit of the published number's k-th significant digit. */
    private static boolean agrees(BigDecimal published, BigDecimal difference, int k) {
        int exponent = published.precision() - published.scale() - k;
        return difference.compareTo(BigDecimal.valueOf(5, 1 - exponent)) <= 0;
    }
}
