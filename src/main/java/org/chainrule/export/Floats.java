package org.chainrule.export;

import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/** Doubles as the floats that are nearest to them, where there are such. */
final class Floats {
    private Floats() {}

    /**
     * The matrix row by row.
     *
     * @throws ModelFileException if a number is too large for a float
     */
    static float[] of(String name, SimpleMatrix matrix) throws ModelFileException {
        float[] floats = new float[matrix.getNumElements()];
        for (int i = 0; i < floats.length; i++) {
            int row = i / matrix.getNumCols();
            int column = i % matrix.getNumCols();
            floats[i] = of(name + "[" + row + ", " + column + "]", matrix.get(row, column));
        }
        return floats;
    }

    /** @throws ModelFileException if a number is too large for a float */
    static float[] of(String name, double[] values) throws ModelFileException {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = of(name + "[" + i + "]", values[i]);
        }
        return floats;
    }

    private static float of(String name, double value) throws ModelFileException {
        float nearest = (float) value;
        if (!Float.isFinite(nearest)) {
            throw new ModelFileException(name + " is " + NumpyFormat.repr(value)
                    + ", which a float cannot hold; an ONNX file holds floats, of at most 3.4e38");
        }
        return nearest;
    }
}
