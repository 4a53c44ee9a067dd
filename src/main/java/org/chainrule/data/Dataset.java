package org.chainrule.data;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/**
 * Samples to learn from. A sample is a row: its inputs in {@code X: n×d}, its targets in {@code Y: n×m}. The columns may have
 * names, which charts and messages then use.
 *
 * <p>Immutable: what goes in and what comes out is copied.
 */
public final class Dataset {
    private final SimpleMatrix inputs;
    private final SimpleMatrix targets;
    private final ColumnNames inputNames;
    private final ColumnNames targetNames;

    private Dataset(SimpleMatrix inputs, SimpleMatrix targets, ColumnNames inputNames, ColumnNames targetNames) {
        this.inputs = inputs;
        this.targets = targets;
        this.inputNames = inputNames;
        this.targetNames = targetNames;
    }

    /**
     * @param inputs X: n×d
     * @param targets Y: n×m
     * @throws ShapeException if the numbers of rows differ
     * @throws DataException if one of the two is empty or holds NaN or infinity
     */
    public static Dataset of(SimpleMatrix inputs, SimpleMatrix targets) {
        SimpleMatrix X = Require.finite("inputs", inputs).copy();
        SimpleMatrix Y = Require.finite("targets", targets).copy();
        if (X.getNumRows() != Y.getNumRows()) {
            throw new ShapeException("inputs have " + X.getNumRows() + " rows, but targets have " + Y.getNumRows()
                    + "; every sample needs one row of each");
        }
        return new Dataset(X, Y, ColumnNames.numbered("x", X.getNumCols()), ColumnNames.numbered("y", Y.getNumCols()));
    }

    /**
     * @param inputs X: n×d
     * @param targets Y: n×m
     * @throws ShapeException if the numbers of rows differ, or rows differ in length
     * @throws DataException if one of the two is empty or holds NaN or infinity
     */
    public static Dataset of(double[][] inputs, double[][] targets) {
        return of(Require.rectangular("inputs", inputs), Require.rectangular("targets", targets));
    }

    /**
     * The same samples with a name for every column.
     *
     * @param inputNames d names
     * @param targetNames m names; where a target is a row of classes, the names of the classes
     * @throws ShapeException if there are more or fewer names than columns
     * @throws IllegalArgumentException if a name is missing or blank, or two inputs or two targets have the same
     */
    public Dataset named(List<String> inputNames, List<String> targetNames) {
        return new Dataset(
                inputs,
                targets,
                ColumnNames.given("input", inputNames, inputWidth()),
                ColumnNames.given("target", targetNames, targetWidth()));
    }

    /** The same targets and names with other inputs, as many. */
    Dataset withInputs(SimpleMatrix X) {
        return new Dataset(Require.finite("inputs", X).copy(), targets, inputNames, targetNames);
    }

    ColumnNames namesOfInputs() {
        return inputNames;
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
        Require.atLeastOne("the number of classes", classes);
        return oneHot(ColumnNames.numbered("y", classes));
    }

    /**
     * The same with names: the class of number k is the k-th name.
     *
     * @throws ShapeException if a target is more than one number
     * @throws DataException if a target is not a whole number from 0 to the number of names − 1
     * @throws IllegalArgumentException if there is no name, one is missing or blank, or two are the same
     */
    public Dataset oneHot(List<String> classes) {
        int count = Require.atLeastOne(
                "the number of classes",
                Require.present("names of classes", classes).size());
        return oneHot(ColumnNames.given("class", classes, count));
    }

    private Dataset oneHot(ColumnNames names) {
        int classes = names.all().size();
        SimpleMatrix rows = new SimpleMatrix(size(), classes);
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
        return new Dataset(inputs, rows, inputNames, names);
    }

    /**
     * The samples of some rows, in their order.
     *
     * @param from the first row, counted from 0
     * @param to the row after the last
     * @throws IndexOutOfBoundsException if there are no such rows
     * @throws DataException if there is none between from and to
     */
    public Dataset rows(int from, int to) {
        if (from < 0 || to > size()) {
            throw new IndexOutOfBoundsException("rows " + from + " to " + to + " were asked for, but there are "
                    + count(size(), "sample") + ", counted from 0");
        }
        return take(IntStream.range(from, to).toArray());
    }

    /**
     * The samples of these rows, in this order; a row may come more than once.
     *
     * @param rows counted from 0
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws DataException if no row is asked for
     */
    public Dataset take(int... rows) {
        if (Require.present("rows", rows).length == 0) {
            throw new DataException("no row is taken: a data set needs at least one sample");
        }
        return new Dataset(taken(inputs, rows), taken(targets, rows), inputNames, targetNames);
    }

    private SimpleMatrix taken(SimpleMatrix matrix, int[] rows) {
        SimpleMatrix taken = new SimpleMatrix(rows.length, matrix.getNumCols());
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= size()) {
                throw new IndexOutOfBoundsException(
                        "there is no row " + rows[i] + "; the rows count from 0 to " + (size() - 1));
            }
            taken.setRow(i, matrix.getRow(rows[i]));
        }
        return taken;
    }

    /**
     * Two parts, as {@code data.split(1, 0.8, 0.2)}: one to train on, and one to test what was learned. Drawn and cut as
     * {@link #split(long, double, double, double)} does.
     *
     * @throws IllegalArgumentException if a share is not above 0, or the two do not sum to 1
     * @throws DataException if a part would be empty
     */
    public Split split(long seed, double train, double test) {
        return Split.of(this, seed, new double[] {train, test});
    }

    /**
     * Three parts, as {@code data.split(1, 0.6, 0.2, 0.2)}: one to train on, one to choose by (when to stop, how many units),
     * and one to test what came out, which was not looked at before.
     *
     * <p>The rows are put into the order {@code np.random.RandomState(seed).permutation(n)} and cut after
     * {@code round(n · train)} and {@code round(n · (train + validation))} of them, so that every row is in exactly one part.
     * The classes are not balanced: the parts are drawn as new samples would come, and targets may be any numbers. Where a
     * class is rare, the table of a {@link Split} shows how often it fell into which part.
     *
     * @param seed 0 to 2³² − 1
     * @throws IllegalArgumentException if a share is not above 0, or the three do not sum to 1
     * @throws DataException if a part would be empty
     */
    public Split split(long seed, double train, double validation, double test) {
        return Split.of(this, seed, new double[] {train, validation, test});
    }

    /** The names of the inputs; x₀, x₁, … where none were given. */
    public List<String> inputNames() {
        return inputNames.all();
    }

    /** The names of the targets; y₀, y₁, … where none were given. */
    public List<String> targetNames() {
        return targetNames.all();
    }

    /** Whether the inputs have names of their own, not x₀, x₁, …. */
    public boolean hasInputNames() {
        return inputNames.isGiven();
    }

    /** Whether the targets have names of their own, not y₀, y₁, …. */
    public boolean hasTargetNames() {
        return targetNames.isGiven();
    }

    /**
     * What the targets are called when they stand for classes: several by their names, or class 0, class 1, … where none were
     * given; a single one, which says no or yes, as "not setosa" and "setosa".
     */
    public List<String> classNames() {
        if (!hasTargetNames()) {
            return IntStream.range(0, Math.max(2, targetWidth()))
                    .mapToObj(k -> "class " + k)
                    .toList();
        }
        String first = targetNames().get(0);
        return targetWidth() == 1 ? List.of("not " + first, first) : targetNames();
    }

    /**
     * Requires that other samples have the same columns, so that what is learned from these can be asked about those.
     *
     * @param other what the other samples are, as "the validation part"
     * @throws ShapeException if they have more or fewer columns, or other names
     */
    public void requireSameColumns(String other, Dataset samples) {
        Require.present(other, samples);
        inputNames.requireSame(other, "input", samples.inputNames);
        targetNames.requireSame(other, "target", samples.targetNames);
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
                && targets.isIdentical(that.targets, 0)
                && inputNames.equals(that.inputNames)
                && targetNames.equals(that.targetNames);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * size() + inputWidth()) + Double.hashCode(inputs.elementSum() + targets.elementSum());
    }

    @Override
    public String toString() {
        return "Dataset[" + count(size(), "sample") + ", " + count(inputWidth(), "input") + inputNames + ", "
                + count(targetWidth(), "target") + targetNames + "]";
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
