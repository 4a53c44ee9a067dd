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
        Remainder rest = new Remainder(value);
        int last = Math.min(atMost, rest.exponent - lowestPower + 1);
        StringBuilder digits = new StringBuilder();
        while (true) {
            int digit = rest.takeDigit();
            digits.append((char) ('0' + digit));
            boolean down = rest.mayBeDropped();
            boolean up = rest.mayBeRoundedUp();
            if (digits.length() >= last || digits.length() >= atLeast && (down || up)) {
                boolean roundsUp = down == up ? rest.isUpperHalf(digit) : up;
                return roundsUp ? roundedUp(digits, rest.exponent) : new Digits(digits.toString(), rest.exponent);
            }
        }
    }

    /** What is left of a double after its first digits, as a fraction of exact integers. */
    private static final class Remainder {
        final int exponent;
        private final boolean even;
        private BigInteger rest;
        private final BigInteger scale;
        private BigInteger halfGapBelow;
        private BigInteger halfGapAbove;
        private boolean isFirst = true;

        Remainder(double value) {
            long bits = Double.doubleToRawLongBits(value);
            int biased = (int) (bits >>> 52);
            long fraction = bits & 0xfffffffffffffL;
            long mantissa = biased == 0 ? fraction : fraction | 1L << 52;
            int power = Math.max(biased, 1) - 1075;
            even = (mantissa & 1) == 0;

            // Below a power of two the next double is only half as far away.
            boolean nearBelow = fraction == 0 && biased > 1;
            int up = nearBelow ? 2 : 1;
            BigInteger unit = BigInteger.ONE.shiftLeft(Math.max(power, 0));
            BigInteger numerator = BigInteger.valueOf(mantissa).shiftLeft(Math.max(power, 0) + up);
            BigInteger denominator = BigInteger.ONE.shiftLeft(Math.max(-power, 0) + up);

            // From the highest bit alone: right or one too low.
            int estimate = (int) Math.floor((63 - Long.numberOfLeadingZeros(mantissa) + power) * LOG10_2);
            BigInteger shift = BigInteger.TEN.pow(Math.abs(estimate));
            BigInteger factor = estimate < 0 ? shift : BigInteger.ONE;
            denominator = estimate < 0 ? denominator : denominator.multiply(shift);
            rest = numerator.multiply(factor);
            halfGapBelow = unit.multiply(factor);
            halfGapAbove = nearBelow ? halfGapBelow.shiftLeft(1) : halfGapBelow;
            BigInteger tenfold = denominator.multiply(BigInteger.TEN);
            boolean tooLow = rest.compareTo(tenfold) >= 0;
            scale = tooLow ? tenfold : denominator;
            exponent = tooLow ? estimate + 1 : estimate;
        }

        int takeDigit() {
            if (!isFirst) {
                rest = rest.multiply(BigInteger.TEN);
                halfGapBelow = halfGapBelow.multiply(BigInteger.TEN);
                halfGapAbove = halfGapAbove.multiply(BigInteger.TEN);
            }
            isFirst = false;
            BigInteger[] parts = rest.divideAndRemainder(scale);
            rest = parts[1];
            return parts[0].intValue();
        }

        /** Whether the digits so far read back as the double. */
        boolean mayBeDropped() {
            int order = rest.compareTo(halfGapBelow);
            return order < 0 || even && order == 0;
        }

        /** Whether they do with the last of them raised by one. */
        boolean mayBeRoundedUp() {
            int order = rest.add(halfGapAbove).compareTo(scale);
            return order > 0 || even && order == 0;
        }

        /** Ties go to the even digit. */
        boolean isUpperHalf(int digit) {
            int order = rest.shiftLeft(1).compareTo(scale);
            return order > 0 || order == 0 && digit % 2 == 1;
        }
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
