package org.chainrule.numpy;

import java.math.BigInteger;

/**
 * The decimal digits of a positive double: d<sub>1</sub>.d<sub>2</sub>d<sub>3</sub>… · 10<sup>exponent</sup>. They are the
 * fewest that still name this double among its neighbours, or fewer, correctly rounded, where a limit cuts them.
 *
 * <p>R. G. Burger and R. K. Dybvig, "Printing floating-point numbers quickly and accurately", PLDI 1996, in exact
 * integers; the digits are those of Python's {@code repr} and of NumPy, and the same on every JDK, which those of
 * {@link Double#toString} are not.
 */
record Digits(String digits, int exponent) {
    private static final int UNLIMITED = 400;
    private static final double LOG10_2 = Math.log10(2);

    /** As many digits as name the double. */
    static Digits shortest(double value) {
        return generate(value, 1, UNLIMITED, -UNLIMITED);
    }

    /** At most so many digits behind the decimal point; the value must be large enough to leave one. */
    static Digits positional(double value, int fractionDigits) {
        return generate(value, 1, UNLIMITED, -fractionDigits);
    }

    /** At least and at most so many digits in all; digits beyond those that name the double are its exact ones. */
    static Digits scientific(double value, int atLeast, int atMost) {
        return generate(value, atLeast, atMost, -UNLIMITED);
    }

    private static Digits generate(double value, int atLeast, int atMost, int lowestPower) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52);
        long fraction = bits & 0xfffffffffffffL;
        long mantissa = biased == 0 ? fraction : fraction | 1L << 52;
        int power = Math.max(biased, 1) - 1075;
        boolean even = (mantissa & 1) == 0;
        // Below a power of two the next double is only half as far away.
        boolean nearBelow = fraction == 0 && biased > 1;

        // value = rest/scale; half the way to the next double is below/scale down and above/scale up.
        int up = nearBelow ? 2 : 1;
        BigInteger rest = BigInteger.valueOf(mantissa).shiftLeft(Math.max(power, 0) + up);
        BigInteger scale = BigInteger.ONE.shiftLeft(Math.max(-power, 0) + up);
        BigInteger below = BigInteger.ONE.shiftLeft(Math.max(power, 0));
        BigInteger above = nearBelow ? below.shiftLeft(1) : below;

        int exponent = (int) Math.floor((63 - Long.numberOfLeadingZeros(mantissa) + power) * LOG10_2);
        if (exponent >= 0) {
            scale = scale.multiply(BigInteger.TEN.pow(exponent));
        } else {
            BigInteger factor = BigInteger.TEN.pow(-exponent);
            rest = rest.multiply(factor);
            below = below.multiply(factor);
            above = above.multiply(factor);
        }
        // The estimate took the highest bit for the whole value: it is right or one too low.
        if (rest.compareTo(scale.multiply(BigInteger.TEN)) >= 0) {
            scale = scale.multiply(BigInteger.TEN);
            exponent++;
        }

        int last = Math.min(atMost, exponent - lowestPower + 1);
        StringBuilder digits = new StringBuilder();
        while (true) {
            BigInteger[] parts = rest.divideAndRemainder(scale);
            digits.append((char) ('0' + parts[0].intValue()));
            rest = parts[1];
            int toBelow = rest.compareTo(below);
            int toAbove = rest.add(above).compareTo(scale);
            boolean low = even ? toBelow <= 0 : toBelow < 0;
            boolean high = even ? toAbove >= 0 : toAbove > 0;
            if (digits.length() >= last || digits.length() >= atLeast && (low || high)) {
                boolean roundsUp = low == high ? isUpperHalf(rest, scale, parts[0]) : high;
                return roundsUp ? roundedUp(digits, exponent) : new Digits(digits.toString(), exponent);
            }
            rest = rest.multiply(BigInteger.TEN);
            below = below.multiply(BigInteger.TEN);
            above = above.multiply(BigInteger.TEN);
        }
    }

    private static boolean isUpperHalf(BigInteger rest, BigInteger scale, BigInteger digit) {
        int toHalf = rest.shiftLeft(1).compareTo(scale);
        return toHalf > 0 || toHalf == 0 && digit.testBit(0);
    }

    private static Digits roundedUp(StringBuilder digits, int exponent) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '9') {
            end--;
        }
        if (end == 0) {
            return new Digits("1", exponent + 1);
        }
        digits.setCharAt(end - 1, (char) (digits.charAt(end - 1) + 1));
        return new Digits(digits.substring(0, end), exponent);
    }

    /** The digits without the zeros at the end; one digit stays. */
    Digits trimmed() {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return new Digits(digits.substring(0, end), exponent);
    }

    /** What stands before the decimal point when written without an exponent. */
    String whole() {
        if (exponent < 0) {
            return "0";
        }
        String padded = digits + "0".repeat(Math.max(0, exponent + 1 - digits.length()));
        return padded.substring(0, exponent + 1);
    }

    /** What stands behind the decimal point when written without an exponent; may be empty. */
    String fraction() {
        if (exponent < 0) {
            return "0".repeat(-exponent - 1) + digits;
        }
        return digits.length() > exponent + 1 ? digits.substring(exponent + 1) : "";
    }

    /** The exponent with its sign and at least so many digits: {@code -05}. */
    String exponent(int width) {
        String size = Integer.toString(Math.abs(exponent));
        return (exponent < 0 ? "-" : "+") + "0".repeat(Math.max(0, width - size.length())) + size;
    }
}
