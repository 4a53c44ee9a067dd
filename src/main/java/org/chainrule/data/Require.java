package org.chainrule.data;

import java.util.Locale;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/** The checks that every public entry makes on what it is given. */
public final class Require {
    private Require() {}

    /**
     * @return the value
     * @throws IllegalArgumentException if the value is not a positive, finite number
     */
    public static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a positive number, but is " + NumpyFormat.repr(value));
        }
        return value;
    }

    /**
     * @param usual a value to suggest
     * @return the value
     * @throws IllegalArgumentException if the value is not at least 0 and below 1
     */
    public static double share(String name, double value, double usual) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be at least 0 and below 1, but is "
                    + NumpyFormat.repr(value) + "; " + NumpyFormat.repr(usual) + " is a usual choice");
        }
        return value;
    }

    /**
     * @return the value
     * @throws IllegalArgumentException if the value is below 1
     */
    public static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
        }
        return value;
    }

    /**
     * @return the object
     * @throws IllegalArgumentException if it is null
     */
    public static <T> T present(String name, T object) {
        if (object == null) {
            throw new IllegalArgumentException("no " + name + ": null was given");
        }
        return object;
    }

    /**
     * @return the matrix
     * @throws DataException if the matrix is null, has no rows or columns, is not of real doubles, or holds NaN or infinity
     */
    public static SimpleMatrix finite(String name, SimpleMatrix matrix) {
        present(name, matrix);
        if (matrix.getNumRows() == 0 || matrix.getNumCols() == 0) {
            throw new DataException(
                    name + " is empty: " + matrix.getNumRows() + " rows, " + matrix.getNumCols() + " columns");
        }
        if (!matrix.getType().isReal() || matrix.getType().getBits() != 64) {
            throw new DataException(name + " must hold real doubles, but is of EJML's type " + matrix.getType());
        }
        for (int row = 0; row < matrix.getNumRows(); row++) {
            for (int column = 0; column < matrix.getNumCols(); column++) {
                double value = matrix.get(row, column);
                if (!Double.isFinite(value)) {
                    throw new DataException(String.format(
                            Locale.ROOT,
                            "%s, row %d, column %d: %s is not a number to compute with",
                            name,
                            row,
                            column,
                            NumpyFormat.repr(value)));
                }
            }
        }
        return matrix;
    }

    /**
     * @return the rows as a matrix, n×d
     * @throws ShapeException if the rows differ in length
     * @throws DataException if there are no rows or no columns
     */
    public static SimpleMatrix rectangular(String name, double[][] rows) {
        present(name, rows);
        if (rows.length == 0 || present(name + ", row 0", rows[0]).length == 0) {
            throw new DataException(name + " is empty: give at least one row with at least one number");
        }
        for (int row = 1; row < rows.length; row++) {
            if (present(name + ", row " + row, rows[row]).length != rows[0].length) {
                throw new ShapeException(name + ": row " + row + " has " + rows[row].length + " numbers, but row 0 has "
                        + rows[0].length + "; give every row as many");
            }
        }
        return new SimpleMatrix(rows);
    }
}
