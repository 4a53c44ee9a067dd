package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/** {@code θ ← θ − η g}. */
record Sgd(double rate) implements Optimizer {
    Sgd {
        Require.positive("the learning rate", rate);
    }

    @Override
    public int stateSize(int parameters) {
        return 0;
    }

    @Override
    public void update(double[] theta, double[] gradient, double[] state, long t) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] -= rate * gradient[i];
        }
    }

    @Override
    public String toString() {
        return "sgd, rate " + NumpyFormat.repr(rate);
    }
}
