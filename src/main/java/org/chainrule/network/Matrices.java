package org.chainrule.network;

import java.util.Arrays;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;

/** Between EJML's matrices, which people see, and flat row-major arrays, which the loops run over. */
final class Matrices {
    private Matrices() {}

    /** The n·m numbers of the matrix, row by row; the array may be longer, and may be the matrix's own. */
    static double[] rowMajor(SimpleMatrix matrix) {
        return matrix.getDDRM().data;
    }

    static SimpleMatrix fromRowMajor(double[] data, int from, int rows, int columns) {
        return new SimpleMatrix(rows, columns, true, Arrays.copyOfRange(data, from, from + rows * columns));
    }

    /** The rows 0 … n−1. */
    static int[] inOrder(int n) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** Writes the matrix into the vector and returns where the next one goes. */
    static int append(String name, SimpleMatrix matrix, int rows, int columns, double[] vector, int at) {
        Require.present("matrix for " + name, matrix);
        if (matrix.getNumRows() != rows || matrix.getNumCols() != columns) {
            throw new ShapeException("the matrix for " + name + " is " + matrix.getNumRows() + "×" + matrix.getNumCols()
                    + ", but " + name + " is " + rows + "×" + columns);
        }
        System.arraycopy(rowMajor(matrix), 0, vector, at, rows * columns);
        return at + rows * columns;
    }
}
