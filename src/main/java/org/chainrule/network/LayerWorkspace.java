package org.chainrule.network;

/**
 * One layer at work on a batch: where its numbers lie in the parameter vector θ, and its buffers Z, A and Δ, made once for
 * the largest batch. Matrices are row-major.
 *
 * <p>Every sum runs in one fixed order, from the first product to the last, bias at the end, without fused multiply-add:
 * printed digits depend on it.
 */
final class LayerWorkspace {
    final int d;
    final int m;
    final double[] z;
    final double[] a;
    final double[] delta;
    private final int w;
    private final int b;
    private final boolean biased;
    private final Activation f;

    LayerWorkspace(Dense layer, int offset, int capacity) {
        this.d = layer.inputs();
        this.m = layer.units();
        this.w = offset;
        this.b = offset + d * m;
        this.biased = layer.hasBias();
        this.f = layer.activation();
        this.z = new double[capacity * m];
        this.a = new double[capacity * m];
        this.delta = new double[capacity * m];
    }

    /** Z = XW + b, A = f(Z) (A09). */
    void forward(double[] theta, double[] x, int n) {
        for (int i = 0, zi = 0; i < n; i++) {
            for (int j = 0; j < m; j++, zi++) {
                double sum = 0;
                for (int k = 0, wkj = w + j; k < d; k++, wkj += m) {
                    sum += x[i * d + k] * theta[wkj];
                }
                z[zi] = biased ? sum + theta[b + j] : sum;
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
    void gradient(double[] x, double[] gradient, int n) {
        for (int k = 0, wkj = w; k < d; k++) {
            for (int j = 0; j < m; j++, wkj++) {
                double sum = x[k] * delta[j];
                for (int i = 1; i < n; i++) {
                    sum += x[i * d + k] * delta[i * m + j];
                }
                gradient[wkj] = sum;
            }
        }
        for (int j = 0; biased && j < m; j++) {
            double sum = delta[j];
            for (int i = 1; i < n; i++) {
                sum += delta[i * m + j];
            }
            gradient[b + j] = sum;
        }
    }

    /** The layer before gets dA = ΔWᵀ (A15). */
    void propagate(double[] theta, double[] dA, int n) {
        for (int i = 0; i < n; i++) {
            for (int k = 0, wkj = w; k < d; k++) {
                double sum = 0;
                for (int j = 0; j < m; j++, wkj++) {
                    sum += delta[i * m + j] * theta[wkj];
                }
                dA[i * d + k] = sum;
            }
        }
    }
}
