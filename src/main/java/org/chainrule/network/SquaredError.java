package org.chainrule.network;

import org.ejml.simple.SimpleMatrix;

/** factor · (a − y)², with the derivative 2 · factor · (a − y) in a (A08, A20 with the factor ½). */
record SquaredError(double factor) implements ErrorFunction {
    @Override
    public String name() {
        return factor == 0.5 ? "half squared error" : "squared error";
    }

    @Override
    public void requireOutput(Dense last) {
        // Any output can be compared with a target.
    }

    @Override
    public void requireTargets(SimpleMatrix Y) {
        // Any number can be aimed at.
    }

    @Override
    public double add(double total, LayerWorkspace last, double[] y, int n) {
        for (int i = 0; i < n * last.m; i++) {
            total += factor * ((last.a[i] - y[i]) * (last.a[i] - y[i]));
        }
        return total;
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
        last.residual(2 * factor * scale, y, n);
        last.throughActivation(n);
    }
}
