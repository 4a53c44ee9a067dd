package org.chainrule.network;

/** factor · (a − y)², with the derivative 2 · factor · (a − y) in a (A08, A20 with the factor ½). */
record SquaredError(double factor) implements ErrorFunction {
    @Override
    public String name() {
        return factor == 0.5 ? "half squared error" : "squared error";
    }

    @Override
    public void requireOutput(Activation activation) {
        // Any output can be compared with a target.
    }

    @Override
    public void requireTarget(double y, int row, int column) {
        // Any number can be aimed at.
    }

    @Override
    public double value(double z, double a, double y) {
        return factor * ((a - y) * (a - y));
    }

    @Override
    public double slope(double a, double y) {
        return 2 * factor * (a - y);
    }

    @Override
    public boolean isFused() {
        return false;
    }

    @Override
    public void delta(LayerWorkspace last, double[] y, int n, double scale) {
        double slope = 2 * factor * scale;
        for (int i = 0; i < n * last.m; i++) {
            last.delta[i] = slope * (last.a[i] - y[i]);
        }
        last.throughActivation(n);
    }
}
