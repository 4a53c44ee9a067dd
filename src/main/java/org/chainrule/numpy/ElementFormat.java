package org.chainrule.numpy;

import java.util.Arrays;

/**
 * The one format that NumPy chooses for all elements of an array, from those that it shows: with an exponent if the
 * largest is 1e8 or more, the smallest below 1e-4, or their ratio above 1000 (zeros aside), else positional; at most
 * eight digits behind the decimal point, no more than the element needs; decimal points in one column.
 */
final class ElementFormat {
    private static final int PRECISION = 8;
    private static final double LARGEST = 1e8;
    private static final double SMALLEST = 1e-4;
    private static final double WIDEST_RATIO = 1000;
    private static final Digits ZERO = new Digits("0", 0);

    private final boolean scientific;
    private final int rightWidth;
    private int fractionWidth;
    private int exponentWidth;
    private int leftWidth;

    /** @param shown the elements that will be printed */
    ElementFormat(double[] shown) {
        scientific = needsExponent(shown);
        for (double x : shown) {
            if (Double.isFinite(x)) {
                measure(x);
            }
        }
        rightWidth = 1 + fractionWidth + (scientific ? 2 + exponentWidth : 0);
        // A name has no decimal point to align: it may need more room than the numbers.
        if (!Arrays.stream(shown).allMatch(Double::isFinite)) {
            boolean signed = Arrays.stream(shown).anyMatch(x -> x == Double.NEGATIVE_INFINITY);
            leftWidth = Math.max(leftWidth, (signed ? 4 : 3) - rightWidth);
        }
    }

    private static boolean needsExponent(double[] shown) {
        double max = 0;
        double min = Double.POSITIVE_INFINITY;
        for (double x : shown) {
            double size = Math.abs(x);
            if (size > 0 && size < Double.POSITIVE_INFINITY) {
                max = Math.max(max, size);
                min = Math.min(min, size);
            }
        }
        return max > 0 && (max >= LARGEST || min < SMALLEST || max / min > WIDEST_RATIO);
    }

    private void measure(double x) {
        Digits digits = digits(x, 1, PRECISION + 1).trimmed();
        String sign = sign(x);
        if (scientific) {
            fractionWidth = Math.max(fractionWidth, digits.digits().length() - 1);
            exponentWidth = Math.max(exponentWidth, digits.exponent(2).length() - 1);
            leftWidth = Math.max(leftWidth, sign.length() + 1);
        } else {
            fractionWidth =
                    Math.max(fractionWidth, withoutLastZeros(digits.fraction()).length());
            leftWidth = Math.max(leftWidth, sign.length() + digits.whole().length());
        }
    }

    /** The element, padded to the width of the column. */
    String format(double x) {
        if (!Double.isFinite(x)) {
            String name = Double.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
            return " ".repeat(leftWidth + rightWidth - name.length()) + name;
        }
        Digits digits = digits(x, fractionWidth + 1, fractionWidth + 1);
        String whole = sign(x) + (scientific ? digits.digits().substring(0, 1) : digits.whole());
        String start = " ".repeat(leftWidth - whole.length()) + whole + ".";
        if (scientific) {
            String fraction = digits.digits().substring(1);
            String zeros = "0".repeat(fractionWidth - fraction.length());
            return start + fraction + zeros + "e" + digits.exponent(exponentWidth);
        }
        String fraction = withoutLastZeros(digits.fraction());
        return start + fraction + " ".repeat(fractionWidth - fraction.length());
    }

    private Digits digits(double x, int atLeast, int atMost) {
        double size = Math.abs(x);
        if (size == 0) {
            return ZERO;
        }
        return scientific ? Digits.scientific(size, atLeast, atMost) : Digits.positional(size, PRECISION);
    }

    private static String sign(double x) {
        return Double.doubleToRawLongBits(x) < 0 ? "-" : "";
    }

    private static String withoutLastZeros(String fraction) {
        int end = fraction.length();
        while (end > 0 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return fraction.substring(0, end);
    }
}
