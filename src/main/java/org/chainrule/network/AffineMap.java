package org.chainrule.network;

/**
 * What a layer does before its activation, Z = XW + b, and how derivatives go back through it. The matrices are row-major:
 * W and b stand in the parameter vector θ, their derivatives at the same places of the gradient.
 *
 * <p>Every sum runs in one fixed order, from the first product to the last, bias at the end: printed digits depend on it.
 */
abstract class AffineMap {
    final int d;
    final int m;
    final double[] x;
    final double[] z;
    final double[] delta;
    final double[] theta;
    final double[] gradient;
    /** Where W begins in θ. */
    final int w;
    /** Where b begins in θ, if there is one. */
    final int b;

    final boolean biased;

    /**
     * @param x the buffer with the layer's input
     * @param workspace has θ and the gradient
     * @param w where the layer's parameters begin in θ
     * @param capacity the most samples at once
     */
    AffineMap(Dense layer, double[] x, Workspace workspace, int w, int capacity) {
        this.d = layer.inputs();
        this.m = layer.units();
        this.x = x;
        this.z = new double[capacity * m];
        this.delta = new double[capacity * m];
        this.theta = workspace.theta;
        this.gradient = workspace.gradient;
        this.w = w;
        this.b = w + d * m;
        this.biased = layer.hasBias();
    }

    /** Z = XW + b (A09) for n samples. */
    abstract void forward(int n);

    /** dW = XᵀΔ (A14), db = 1ᵀΔ (A17). */
    abstract void gradient(int n);

    /** dA = ΔWᵀ (A15), n×d, for the layer before. */
    abstract void propagate(Strided dA, int n);
}
