package org.chainrule.data;

import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/**
 * Samples to learn from. A sample is a row: its inputs in {@code X: n×d}, its targets in {@code Y: n×m}.
 *
 * <p>Immutable: what goes in and what comes out is copied.
 */
public final class Dataset {
    private final SimpleMatrix inputs;
    private final SimpleMatrix targets;

    private Dataset(SimpleMatrix inputs, SimpleMatrix targets) {
        this.inputs = Require.finite("inputs", inputs).copy();
        this.targets = Require.finite("targets", targets).copy();
        if (inputs.getNumRows() != targets.getNumRows()) {
            throw new ShapeException("inputs have " + inputs.getNumRows() + " rows, but targets have "
                    + targets.getNumRows() + "; every sample needs one row of each");
        }
    }

    /**
     * @param inputs X: n×d
     * @param targets Y: n×m
     * @throws ShapeException if the numbers of rows differ
     * @throws DataException if one of the two is empty or holds NaN or infinity
     */
    public static Dataset of(SimpleMatrix inputs, SimpleMatrix targets) {
        return new Dataset(inputs, targets);
    }

    /**
     * @param inputs X: n×d
     * @param targets Y: n×m
     * @throws ShapeException if the numbers of rows differ, or rows differ in length
     * @throws DataException if one of the two is empty or holds NaN or infinity
     */
    public static Dataset of(double[][] inputs, double[][] targets) {
        return new Dataset(Require.rectangular("inputs", inputs), Require.rectangular("targets", targets));
    }

    /**
     * This data with classes for targets: a target that is the number of a class, 0 to k − 1, becomes a row of k targets
     * that holds 1 in the column of that number and 0 elsewhere. Y: n×1 → n×k.
     *
     * @param classes k
     * @throws ShapeException if a target is more than one number
     * @throws DataException if a target is not a whole number from 0 to k − 1
     * @throws IllegalArgumentException if there is no class
     */
    public Dataset oneHot(int classes) {
        SimpleMatrix rows = new SimpleMatrix(size(), Require.atLeastOne("the number of classes", classes));
        if (targetWidth() != 1) {
            throw new ShapeException("a class is one number, but a target has " + targetWidth()
                    + "; give targets n×1 that hold the numbers of classes");
        }
        for (int row = 0; row < size(); row++) {
            double number = targets.get(row, 0);
            if (number < 0 || number >= classes || number != Math.rint(number)) {
                throw new DataException("targets, row " + row + ": " + NumpyFormat.repr(number)
                        + " is not the number of a class; " + classes + " classes are numbered from 0 to "
                        + (classes - 1));
            }
            rows.set(row, (int) number, 1);
        }
        return new Dataset(inputs, rows);
    }

    /** X: n×d, a copy. */
    public SimpleMatrix inputs() {
        return inputs.copy();
    }

    /** Y: n×m, a copy. */
    public SimpleMatrix targets() {
        return targets.copy();
    }

    /** n, the number of samples. */
    public int size() {
        return inputs.getNumRows();
    }

    /** d, the numbers that describe one sample. */
    public int inputWidth() {
        return inputs.getNumCols();
    }

    /** m, the numbers to predict for one sample. */
    public int targetWidth() {
        return targets.getNumCols();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dataset that
                && inputs.isIdentical(that.inputs, 0)
                && targets.isIdentical(that.targets, 0);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * size() + inputWidth()) + Double.hashCode(inputs.elementSum() + targets.elementSum());
    }

    @Override
    public String toString() {
        return "Dataset[" + count(size(), "sample") + ", " + count(inputWidth(), "input") + ", "
                + count(targetWidth(), "target") + "]";
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
