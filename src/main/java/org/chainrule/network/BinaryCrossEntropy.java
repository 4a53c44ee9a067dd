package org.chainrule.network;

import org.chainrule.data.DataException;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/**
 * −y ln a − (1 − y) ln(1 − a) for a = σ(z), computed from z: then neither the value nor the derivative a − y meets 0/0 or
 * ln 0 where the sigmoid saturates.
 */
record BinaryCrossEntropy() implements ErrorFunction {
    @Override
    public String name() {
        return "binary cross-entropy";
    }

    @Override
    public void requireOutput(Dense last) {
        if (last.activation() != Activation.SIGMOID) {
            throw new IllegalArgumentException(
                    "binary cross-entropy reads each output as a probability of its own, but the last layer's activation is "
                            + last.activation() + "; make it SIGMOID, or take "
                            + (last.activation() == Activation.SOFTMAX
                                    ? "Loss.crossEntropy()"
                                    : "Loss.squaredError()"));
        }
    }

    @Override
    public void requireTargets(SimpleMatrix Y) {
        for (int row = 0; row < Y.getNumRows(); row++) {
            for (int column = 0; column < Y.getNumCols(); column++) {
                double y = Y.get(row, column);
                if (y < 0 || y > 1) {
                    throw new DataException("binary cross-entropy needs targets between 0 and 1, but row " + row
                            + ", column " + column + " is " + NumpyFormat.repr(y));
                }
            }
        }
    }

    /** y·ln(1 + e⁻ᶻ) + (1 − y)·ln(1 + eᶻ). */
    @Override
    public double add(double total, LayerWorkspace last, double[] y, int n) {
        for (int i = 0; i < n * last.m; i++) {
            total += y[i] * softplus(-last.z[i]) + (1 - y[i]) * softplus(last.z[i]);
        }
        return total;
    }

    @Override
    public double slope(double a, double y) {
        return (a - y) / (a * (1 - a));
    }

    @Override
    public boolean isFused() {
        return true;
    }

    /** The sigmoid's derivative a(1 − a) cancels: Δ = A − Y. */
    @Override
    public void delta(LayerWorkspace last, double[] y, int n, double scale) {
        last.residual(scale, y, n);
    }

    /** ln(1 + eᵗ), without overflow for large t. */
    private static double softplus(double t) {
        return Math.max(t, 0) + StrictMath.log1p(Exponential.exp(-Math.abs(t)));
    }
}
