package org.chainrule.numpy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.ejml.simple.SimpleMatrix;

/**
 * Numbers as Python and NumPy 1.24 print them under their default options, so that an output can be compared with a
 * published one character by character, and is the same on every JDK.
 */
public final class NumpyFormat {
    private NumpyFormat() {}

    /**
     * Python's {@code repr} of a float: the shortest digits that read back as the same double; with an exponent below
     * 1e-4 and from 1e16 on; {@code inf}, {@code -inf}, {@code nan}.
     */
    public static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        double size = Math.abs(value);
        if (Double.isInfinite(size)) {
            return sign + "inf";
        }
        if (size == 0) {
            return sign + "0.0";
        }
        Digits digits = Digits.shortest(size);
        if (digits.exponent() < -4 || digits.exponent() >= 16) {
            String all = digits.digits();
            String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
            return sign + mantissa + "e" + digits.exponent(2);
        }
        String fraction = digits.fraction();
        return sign + digits.whole() + "." + (fraction.isEmpty() ? "0" : fraction);
    }

    /** The number rounded to this many significant digits, in the shortest form: 0.25, 1.2e-17, 1000. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return repr(value);
        }
        double rounded = new BigDecimal(value).round(new MathContext(digits)).doubleValue();
        String text = repr(rounded == 0 ? 0.0 : rounded);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** What {@code print(np.array(values))} prints. */
    public static String array(double[] values) {
        Objects.requireNonNull(values, "nothing to print: null was given");
        return values.length == 0 ? "[]" : ArrayLayout.plain().vector(values);
    }

    /**
     * What {@code print(np.array(rows))} prints.
     *
     * @param rows n×m
     * @throws IllegalArgumentException if the rows are not all of the same length
     */
    public static String array(double[][] rows) {
        Objects.requireNonNull(rows, "nothing to print: null was given");
        return columns(rows) == 0 ? "[]" : ArrayLayout.plain().matrix(rows);
    }

    /**
     * What {@code print} prints of the same two-dimensional array.
     *
     * @param matrix n×m
     */
    public static String array(SimpleMatrix matrix) {
        Objects.requireNonNull(matrix, "nothing to print: null was given");
        return array(matrix.toArray2());
    }

    /** What {@code repr(np.array(values))} gives: {@code array([1., 2.])}. */
    public static String repr(double[] values) {
        Objects.requireNonNull(values, "nothing to print: null was given");
        String inside = values.length == 0
                ? "[], dtype=float64"
                : ArrayLayout.insideArray().vector(values);
        return "array(" + inside + ")";
    }

    /**
     * What {@code repr} gives of the same two-dimensional array.
     *
     * @param matrix n×m
     */
    public static String repr(SimpleMatrix matrix) {
        Objects.requireNonNull(matrix, "nothing to print: null was given");
        int rows = matrix.getNumRows();
        int columns = matrix.getNumCols();
        String inside = rows == 0 || columns == 0
                ? "[], shape=(" + rows + ", " + columns + "), dtype=float64"
                : ArrayLayout.insideArray().matrix(matrix.toArray2());
        return "array(" + inside + ")";
    }

    private static int columns(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        for (int i = 1; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException("Row 0 has " + columns + " numbers and row " + i + " has "
                        + rows[i].length + ": give all rows the same length.");
            }
        }
        return columns;
    }
}
