package org.chainrule.network;

/** One sum after the other: nothing is prepared, so the fastest where there is little to do. */
final class PlainAffineMap extends AffineMap {
    PlainAffineMap(Dense layer, double[] x, Workspace workspace, int w, int capacity) {
        super(layer, x, workspace, w, capacity);
    }

    @Override
    void forward(int n) {
        for (int i = 0, zi = 0; i < n; i++) {
            for (int j = 0; j < m; j++, zi++) {
                double sum = 0;
                for (int k = 0, wkj = w + j; k < d; k++, wkj += m) {
                    sum += x[i * d + k] * theta[wkj];
                }
                z[zi] = biased ? sum + theta[b + j] : sum;
            }
        }
    }

    @Override
    void gradient(int n) {
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

    @Override
    void propagate(Strided dA, int n) {
        double[] into = dA.data();
        for (int i = 0; i < n; i++) {
            for (int k = 0, wkj = w; k < d; k++) {
                double sum = 0;
                for (int j = 0; j < m; j++, wkj++) {
                    sum += delta[i * m + j] * theta[wkj];
                }
                into[i * d + k] = sum;
            }
        }
    }
}
