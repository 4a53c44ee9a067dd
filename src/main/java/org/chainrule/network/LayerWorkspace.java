package org.chainrule.network;

/** One layer at work on a batch: its affine map, its activation, and the buffers Z, A and Δ, made once for the largest batch. */
final class LayerWorkspace {
    final int m;
    final double[] z;
    final double[] a;
    final double[] delta;
    private final AffineMap map;
    private final Strided Delta;
    private final Activation f;

    LayerWorkspace(AffineMap map, Activation f) {
        this.m = map.m;
        this.z = map.z;
        this.a = new double[z.length];
        this.delta = map.delta;
        this.map = map;
        this.Delta = Strided.rowMajor(delta, 0, m);
        this.f = f;
    }

    /** Z = XW + b, A = f(Z) (A09). */
    void forward(int n) {
        map.forward(n);
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
        map.gradient(n);
    }

    /** The layer before gets Δ = ΔWᵀ ⊙ f′(Z) (A15). */
    void propagate(LayerWorkspace before, int n) {
        map.propagate(before.Delta, n);
        before.throughActivation(n);
    }
}
