package org.chainrule.network;

/**
 * One layer at work on a batch: where its numbers lie in the parameter vector θ, and its buffers Z, A and Δ, made once for
 * the largest batch. Matrices are row-major.
 *
 * <p>Every sum runs in one fixed order, from the first product to the last, bias at the end: printed digits depend on it.
 */
final class LayerWorkspace {
    final int d;
    final int m;
    final double[] z;
    final double[] a;
    final double[] delta;
    private final double[] theta;
    private final double[] gradient;
    private final int b;
    private final boolean biased;
    private final Activation f;
    private final Products products;
    private final Strided X;
    private final Strided W;
    private final Strided Z;
    private final Strided Delta;
    private final Strided XT;
    private final Strided WT;
    private final Strided dW;

    /**
     * @param x the buffer with this layer's input
     * @param theta the parameters of all layers, of which this one's stand from {@code w} on
     * @param gradient where the derivatives go, in the same order
     */
    LayerWorkspace(Dense layer, Products products, double[] x, double[] theta, double[] gradient, int w, int capacity) {
        this.d = layer.inputs();
        this.m = layer.units();
        this.z = new double[capacity * m];
        this.a = new double[capacity * m];
        this.delta = new double[capacity * m];
        this.theta = theta;
        this.gradient = gradient;
        this.b = w + d * m;
        this.biased = layer.hasBias();
        this.f = layer.activation();
        this.products = products;
        this.X = Strided.rowMajor(x, 0, d);
        this.W = Strided.rowMajor(theta, w, m);
        this.Z = Strided.rowMajor(z, 0, m);
        this.Delta = Strided.rowMajor(delta, 0, m);
        this.XT = X.transposed();
        this.WT = W.transposed();
        this.dW = Strided.rowMajor(gradient, w, m);
    }

    /** Z = XW + b, A = f(Z) (A09). */
    void forward(int n) {
        products.multiply(0, X, W, Z, n, d, m);
        for (int i = 0; biased && i < n; i++) {
            for (int j = 0; j < m; j++) {
                z[i * m + j] += theta[b + j];
            }
        }
        f.forward(z, a, n, m);
    }

    /** Δ = factor · (A − Y). */
    void residual(double factor, double[] y, int n) {
        for (int i = 0; i < n * m; i++) {
            delta[i] = factor * (a[i] - y[i]);
        }
    }

    /** Δ = dA ⊙ f′(Z), or each row of dA times its Jacobian, where {@code delta} holds dA before. */
    void throughActivation(int n) {
        f.backward(z, a, delta, n, m);
    }

    /** dW = XᵀΔ (A14), db = 1ᵀΔ (A17). */
    void gradient(int n) {
        products.multiply(-0.0, XT, Delta, dW, d, n, m);
        if (biased) {
            System.arraycopy(delta, 0, gradient, b, m);
            for (int row = m; row < n * m; row += m) {
                for (int j = 0; j < m; j++) {
                    gradient[b + j] += delta[row + j];
                }
            }
        }
    }

    /** The layer before gets dA = ΔWᵀ (A15). */
    void propagate(LayerWorkspace before, int n) {
        products.multiply(0, Delta, WT, before.Delta, n, m, d);
    }
}
