package org.chainrule.data;

import java.util.Arrays;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/**
 * Takes from each input its mean and divides it by its standard deviation, so that inputs of very different sizes become
 * alike: (x − μ) / σ. Fitted on the training part only: a scaler that has seen the test part has told the network about it.
 *
 * <p>An input that is the same in every training sample has σ = 0; it is divided by 1 instead, so that it becomes 0 and
 * the network does not see it.
 *
 * <p>Immutable. Two scalers are equal if they do the same to every sample, whatever its columns are called.
 */
public final class Scaler {
    private final double[] mean;
    private final double[] std;
    private final ColumnNames names;

    private Scaler(double[] mean, double[] std, ColumnNames names) {
        this.mean = mean;
        this.std = std;
        this.names = names;
    }

    /**
     * A scaler fitted on these samples, X: n×d: of each column the mean, and the standard deviation as NumPy's {@code std}
     * computes it, the root of the mean squared deviation.
     *
     * @throws DataException if the numbers of a column are so large that their deviation is not finite
     */
    public static Scaler standardize(Dataset train) {
        SimpleMatrix X = Require.present("the training data", train).inputs();
        ColumnNames names = train.namesOfInputs();
        double[] mean = new double[X.getNumCols()];
        double[] std = new double[X.getNumCols()];
        for (int column = 0; column < mean.length; column++) {
            mean[column] = mean(X, column);
            double deviation = deviation(X, column, mean[column]);
            if (!Double.isFinite(deviation)) {
                throw new DataException("inputs, column " + names.all().get(column)
                        + ": the numbers are too large to standardize; divide them by a number of your choice first");
            }
            std[column] = deviation == 0 ? 1 : deviation;
        }
        return new Scaler(mean, std, names);
    }

    /**
     * The scaler with these numbers, as they were kept with a model.
     *
     * @param mean μ, a number for each input
     * @param std σ, as many, above 0
     * @throws ShapeException if there are not as many of one as of the other
     * @throws DataException if there are none, or one is NaN or infinite, or a deviation is not above 0
     */
    public static Scaler of(double[] mean, double[] std) {
        Require.finite("mean", Require.rectangular("mean", new double[][] {mean}));
        Require.finite("std", Require.rectangular("std", new double[][] {std}));
        if (mean.length != std.length) {
            throw new ShapeException("there are " + mean.length + " means, but " + std.length
                    + " standard deviations; give one of each for an input");
        }
        for (int column = 0; column < std.length; column++) {
            if (!(std[column] > 0)) {
                throw new DataException("std, column " + column + ": " + NumpyFormat.repr(std[column])
                        + " is no standard deviation to divide by; it must be above 0");
            }
        }
        return new Scaler(mean.clone(), std.clone(), ColumnNames.numbered("x", mean.length));
    }

    /** From the first row on: so the mean of equal numbers is exactly that number. */
    private static double mean(SimpleMatrix X, int column) {
        double first = X.get(0, column);
        double sum = 0;
        for (int row = 0; row < X.getNumRows(); row++) {
            sum += X.get(row, column) - first;
        }
        return first + sum / X.getNumRows();
    }

    private static double deviation(SimpleMatrix X, int column, double mean) {
        double sum = 0;
        for (int row = 0; row < X.getNumRows(); row++) {
            double difference = X.get(row, column) - mean;
            sum += difference * difference;
        }
        return Math.sqrt(sum / X.getNumRows());
    }

    /**
     * The same samples with standardized inputs; the targets and the names of the columns are left as they are.
     *
     * @throws ShapeException if the inputs are not as many as those that the scaler was fitted on, or have other names
     */
    public Dataset apply(Dataset data) {
        names.requireSame("the data", "input", Require.present("the data", data).namesOfInputs());
        return data.withInputs(apply(data.inputs()));
    }

    /**
     * X: n×d → (X − μ) / σ: n×d, a new matrix.
     *
     * @throws ShapeException if X has more or fewer columns than the scaler was fitted on
     */
    public SimpleMatrix apply(SimpleMatrix X) {
        if (Require.present("inputs X", X).getNumCols() != inputs()) {
            throw new ShapeException("the scaler was fitted on " + inputs() + " inputs, but a sample has "
                    + X.getNumCols() + "; give the same columns in the same order");
        }
        SimpleMatrix scaled = X.copy();
        for (int row = 0; row < X.getNumRows(); row++) {
            for (int column = 0; column < mean.length; column++) {
                scaled.set(row, column, (X.get(row, column) - mean[column]) / std[column]);
            }
        }
        return scaled;
    }

    /** d, the numbers that describe one sample. */
    public int inputs() {
        return mean.length;
    }

    /** μ of each input, a copy. */
    public double[] mean() {
        return mean.clone();
    }

    /** σ of each input, and 1 where it was 0; a copy. */
    public double[] std() {
        return std.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scaler that && Arrays.equals(mean, that.mean) && Arrays.equals(std, that.std);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(std);
    }

    @Override
    public String toString() {
        return "Scaler[" + inputs() + (inputs() == 1 ? " input" : " inputs") + ", (x − mean) / std]";
    }
}
