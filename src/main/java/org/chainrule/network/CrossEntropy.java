package org.chainrule.network;

import org.chainrule.data.DataException;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/**
 * −Σⱼ yⱼ ln aⱼ for a = softmax(z), computed from z: then neither the value nor the derivative a − y meets 0/0 or ln 0 where
 * the softmax saturates.
 */
record CrossEntropy() implements ErrorFunction {
    private static final double ROUNDING = 1e-9;

    @Override
    public String name() {
        return "cross-entropy";
    }

    @Override
    public void requireOutput(Dense last) {
        if (last.activation() != Activation.SOFTMAX) {
            throw new IllegalArgumentException(
                    "cross-entropy reads a row of outputs as the probabilities of classes, but the last layer's activation is "
                            + last.activation() + "; make it SOFTMAX, or take "
                            + (last.activation() == Activation.SIGMOID
                                    ? "Loss.binaryCrossEntropy()"
                                    : "Loss.squaredError()"));
        }
        if (last.units() < 2) {
            throw new IllegalArgumentException(
                    "cross-entropy needs an output for every class, but the last layer has one"
                            + " unit, of which softmax always makes 1; give it two, with Dataset.oneHot(2) for the targets, or"
                            + " make it SIGMOID and take Loss.binaryCrossEntropy()");
        }
    }

    @Override
    public void requireTargets(SimpleMatrix Y) {
        for (int row = 0; row < Y.getNumRows(); row++) {
            double sum = 0;
            for (int column = 0; column < Y.getNumCols(); column++) {
                double y = Y.get(row, column);
                if (y < 0) {
                    throw new DataException("cross-entropy needs targets of at least 0, but row " + row + ", column "
                            + column + " is " + NumpyFormat.repr(y));
                }
                sum += y;
            }
            if (Math.abs(sum - 1) > ROUNDING) {
                throw new DataException("cross-entropy needs targets that sum to 1, but row " + row + " sums to "
                        + NumpyFormat.repr(sum) + "; divide the row by its sum, or make rows of class numbers with"
                        + " Dataset.oneHot");
            }
        }
    }

    /** Σⱼ yⱼ(ln Σₖ exp zₖ − zⱼ), with the row's largest z taken off both (log-sum-exp): its own exponential is the 1 of log1p. */
    @Override
    public double add(double total, LayerWorkspace last, double[] y, int n) {
        double[] z = last.z;
        int m = last.m;
        for (int row = 0; row < n * m; row += m) {
            int largest = Softmax.largest(z, row, m);
            double others = 0;
            for (int k = row; k < row + m; k++) {
                others += k == largest ? 0 : Exponential.exp(z[k] - z[largest]);
            }
            double logSum = StrictMath.log1p(others);
            for (int j = row; j < row + m; j++) {
                total += y[j] * (logSum + (z[largest] - z[j]));
            }
        }
        return total;
    }

    @Override
    public double slope(double a, double y) {
        return -y / a;
    }

    @Override
    public boolean isFused() {
        return true;
    }

    /** The softmax's Jacobian makes −y/a into Δ = A − Y (C24). */
    @Override
    public void delta(LayerWorkspace last, double[] y, int n, double scale) {
        last.residual(scale, y, n);
    }
}
