package org.chainrule.export;

import org.chainrule.data.DataException;
import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/** Doubles as the floats that are nearest to them, where there are such. */
final class Floats {
    private Floats() {}

    /**
     * The matrix row by row.
     *
     * @throws DataException if a number is NaN or infinite, as a double or as a float
     */
    static float[] of(String name, SimpleMatrix matrix) {
        float[] floats = new float[matrix.getNumElements()];
        for (int i = 0; i < floats.length; i++) {
            int row = i / matrix.getNumCols();
            int column = i % matrix.getNumCols();
            floats[i] = of(name + "[" + row + ", " + column + "]", matrix.get(row, column));
        }
        return floats;
    }

    /** @throws DataException if a number is NaN or infinite, as a double or as a float */
    static float[] of(String name, double[] values) {
        float[] floats = new float[Require.present(name, values).length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = of(name + "[" + i + "]", values[i]);
        }
        return floats;
    }

    private static float of(String name, double value) {
        float nearest = (float) value;
        if (!Float.isFinite(nearest)) {
            throw new DataException(name + " is " + NumpyFormat.repr(value)
                    + ", which a float cannot hold; ONNX models here are of floats, of at most 3.4e38");
        }
        return nearest;
    }
}
