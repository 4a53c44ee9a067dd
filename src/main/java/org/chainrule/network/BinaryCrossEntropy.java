package org.chainrule.network;

import org.chainrule.data.DataException;

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
    public void requireOutput(Activation activation) {
        if (activation != Activation.SIGMOID) {
            throw new IllegalArgumentException(
                    "binary cross-entropy reads an output as a probability, but the last layer's" + " activation is "
                            + activation + "; make it SIGMOID, or take Loss.squaredError()");
        }
    }

    @Override
    public void requireTarget(double y, int row, int column) {
        if (y < 0 || y > 1) {
            throw new DataException("binary cross-entropy needs targets between 0 and 1, but row " + row + ", column "
                    + column + " is " + y);
        }
    }

    /** y·ln(1 + e⁻ᶻ) + (1 − y)·ln(1 + eᶻ). */
    @Override
    public double value(double z, double a, double y) {
        return y * softplus(-z) + (1 - y) * softplus(z);
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
        for (int i = 0; i < n * last.m; i++) {
            last.delta[i] = scale * (last.a[i] - y[i]);
        }
    }

    /** ln(1 + eᵗ), without overflow for large t. */
    private static double softplus(double t) {
        return Math.max(t, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(t)));
    }
}
