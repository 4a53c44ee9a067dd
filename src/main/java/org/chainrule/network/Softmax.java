package org.chainrule.network;

import org.ejml.simple.SimpleMatrix;

/**
 * aⱼ = exp zⱼ / Σₖ exp zₖ, a row at a time. A number that is added to a whole row changes nothing, so the row's largest is
 * taken off first: then no exponential overflows, and one of them is 1.
 */
final class Softmax extends Activation {
    Softmax() {
        super("softmax");
    }

    @Override
    public double value(double z) {
        throw new UnsupportedOperationException("softmax of one number alone is always 1, because it shares 1 among the"
                + " units of a layer; value(SimpleMatrix) takes them all, row by row");
    }

    @Override
    public double derivative(double z) {
        throw noSlopes();
    }

    @Override
    public SimpleMatrix derivative(SimpleMatrix Z) {
        throw noSlopes();
    }

    private static UnsupportedOperationException noSlopes() {
        return new UnsupportedOperationException(
                "softmax has no derivative unit by unit, because every output depends on"
                        + " every unit of the layer; jacobian(SimpleMatrix) gives the matrix diag(a) − aᵀa of a row");
    }

    @Override
    void forward(double[] z, double[] a, int n, int m) {
        for (int row = 0; row < n * m; row += m) {
            double largest = z[largest(z, row, m)];
            double sum = 0;
            for (int j = row; j < row + m; j++) {
                a[j] = Exponential.exp(z[j] - largest);
                sum += a[j];
            }
            for (int j = row; j < row + m; j++) {
                a[j] /= sum;
            }
        }
    }

    /** The row dA times diag(a) − aᵀa: Δⱼ = aⱼ(dAⱼ − Σₖ dAₖaₖ). */
    @Override
    void backward(double[] z, double[] a, double[] delta, int n, int m) {
        for (int row = 0; row < n * m; row += m) {
            double sum = 0;
            for (int k = row; k < row + m; k++) {
                sum += delta[k] * a[k];
            }
            for (int j = row; j < row + m; j++) {
                delta[j] = a[j] * (delta[j] - sum);
            }
        }
    }

    /** Where the largest of a row's m numbers stands. */
    static int largest(double[] z, int row, int m) {
        int largest = row;
        for (int j = row + 1; j < row + m; j++) {
            largest = z[j] > z[largest] ? j : largest;
        }
        return largest;
    }
}
