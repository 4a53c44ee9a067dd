package org.chainrule.bench;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.chainrule.data.Dataset;
import org.chainrule.network.Activation;
import org.chainrule.network.Network;

/** What one writes who needs no library: loops over arrays that were made once. The same loops as in bench.c. */
final class PlainLoops implements Peer {
    private final Workload workload;
    private final DoubleUnaryOperator exp;
    private final boolean softmax;
    private final boolean biased;
    private final double[] X;
    private final double[] Y;
    private final int samples;
    private final int[] size;
    private final double[] start;
    private final double[] theta;
    private final double[] gradient;
    private final int[] w;
    private final double[][] a;
    private final double[][] delta;

    PlainLoops(Workload workload, DoubleUnaryOperator exp) {
        Network network = workload.network();
        Dataset data = workload.data();
        this.workload = workload;
        this.exp = exp;
        this.softmax = network.layer(network.depth()).activation() == Activation.SOFTMAX;
        this.biased = network.layer(1).hasBias();
        this.X = data.inputs().getDDRM().data;
        this.Y = data.targets().getDDRM().data;
        this.samples = data.size();
        this.size = workload.sizes();
        this.start = network.parameters();
        this.theta = start.clone();
        this.gradient = new double[start.length];
        this.w = new int[size.length - 1];
        this.a = new double[size.length][];
        this.delta = new double[size.length][];
        a[0] = new double[workload.batch * size[0]];
        for (int l = 1; l < size.length; l++) {
            a[l] = new double[workload.batch * size[l]];
            delta[l] = new double[workload.batch * size[l]];
            if (l < w.length) {
                w[l] = w[l - 1] + network.layer(l).parameterCount();
            }
        }
    }

    @Override
    public Trained train(long updates) {
        System.arraycopy(start, 0, theta, 0, theta.length);
        int from = 0;
        for (long u = 0; u < updates; u++) {
            int n = Math.min(workload.batch, samples - from);
            System.arraycopy(X, from * size[0], a[0], 0, n * size[0]);
            update(from, n);
            from = from + n == samples ? 0 : from + n;
        }
        return x -> {
            System.arraycopy(x, 0, a[0], 0, x.length);
            forward(1);
            return Arrays.copyOf(a[size.length - 1], size[size.length - 1]);
        };
    }

    private void update(int from, int n) {
        forward(n);
        outputDelta(from, n);
        for (int l = w.length - 1; l >= 0; l--) {
            gradient(l, n);
            if (l > 0) {
                propagate(l, n);
            }
        }
        for (int p = 0; p < theta.length; p++) {
            theta[p] -= workload.rate * gradient[p];
        }
    }

    private void forward(int n) {
        for (int l = 0; l < w.length; l++) {
            int d = size[l];
            int m = size[l + 1];
            double[] x = a[l];
            double[] z = a[l + 1];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    double sum = 0;
                    for (int k = 0; k < d; k++) {
                        sum += x[i * d + k] * theta[w[l] + k * m + j];
                    }
                    z[i * m + j] = activate(l, biased ? sum + theta[w[l] + d * m + j] : sum);
                }
            }
        }
        if (softmax) {
            normalise(n);
        }
    }

    private double activate(int l, double z) {
        if (!softmax) {
            return 1 / (1 + exp.applyAsDouble(-z));
        }
        return l < w.length - 1 ? Math.max(0, z) : z;
    }

    private void normalise(int n) {
        int m = size[w.length];
        double[] z = a[w.length];
        for (int row = 0; row < n * m; row += m) {
            double largest = z[row];
            for (int j = 1; j < m; j++) {
                largest = Math.max(largest, z[row + j]);
            }
            double sum = 0;
            for (int j = 0; j < m; j++) {
                z[row + j] = exp.applyAsDouble(z[row + j] - largest);
                sum += z[row + j];
            }
            for (int j = 0; j < m; j++) {
                z[row + j] /= sum;
            }
        }
    }

    private void outputDelta(int from, int n) {
        int m = size[w.length];
        double[] o = a[w.length];
        for (int i = 0; i < n * m; i++) {
            double residual = o[i] - Y[from * m + i];
            delta[w.length][i] = switch (workload) {
                case W1 -> residual;
                case W2, W3 -> residual * o[i] * (1 - o[i]);
                case W4_SMALL, W4_BIG -> residual / n;
            };
        }
    }

    private void gradient(int l, int n) {
        int d = size[l];
        int m = size[l + 1];
        double[] x = a[l];
        double[] dZ = delta[l + 1];
        for (int k = 0; k < d; k++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += x[i * d + k] * dZ[i * m + j];
                }
                gradient[w[l] + k * m + j] = sum;
            }
        }
        for (int j = 0; biased && j < m; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += dZ[i * m + j];
            }
            gradient[w[l] + d * m + j] = sum;
        }
    }

    private void propagate(int l, int n) {
        int d = size[l];
        int m = size[l + 1];
        double[] dZ = delta[l + 1];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                double sum = 0;
                for (int j = 0; j < m; j++) {
                    sum += dZ[i * m + j] * theta[w[l] + k * m + j];
                }
                double x = a[l][i * d + k];
                delta[l][i * d + k] = softmax ? (x > 0 ? sum : 0) : sum * x * (1 - x);
            }
        }
    }
}
