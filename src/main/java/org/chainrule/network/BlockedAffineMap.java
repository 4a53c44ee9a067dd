package org.chainrule.network;

/** By matrix products that prepare their factors first, which pays where there is much to do. */
final class BlockedAffineMap extends AffineMap {
    private final Products products;
    private final Strided X;
    private final Strided W;
    private final Strided Z;
    private final Strided Delta;
    private final Strided transposedX;
    private final Strided transposedW;
    private final Strided dW;

    BlockedAffineMap(Products products, Dense layer, double[] x, Workspace workspace, int w, int capacity) {
        super(layer, x, workspace, w, capacity);
        this.products = products;
        this.X = Strided.rowMajor(x, 0, d);
        this.W = Strided.rowMajor(theta, w, m);
        this.Z = Strided.rowMajor(z, 0, m);
        this.Delta = Strided.rowMajor(delta, 0, m);
        this.transposedX = X.transposed();
        this.transposedW = W.transposed();
        this.dW = Strided.rowMajor(workspace.gradient, w, m);
    }

    @Override
    void forward(int n) {
        products.multiply(0, X, W, Z, n, d, m);
        for (int row = 0; biased && row < n * m; row += m) {
            for (int j = 0; j < m; j++) {
                z[row + j] += theta[b + j];
            }
        }
    }

    @Override
    void gradient(int n) {
        products.multiply(-0.0, transposedX, Delta, dW, d, n, m);
        if (biased) {
            System.arraycopy(delta, 0, gradient, b, m);
            for (int row = m; row < n * m; row += m) {
                for (int j = 0; j < m; j++) {
                    gradient[b + j] += delta[row + j];
                }
            }
        }
    }

    @Override
    void propagate(Strided dA, int n) {
        products.multiply(0, Delta, transposedW, dA, n, m, d);
    }
}
