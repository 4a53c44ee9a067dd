package org.chainrule.training;

import org.chainrule.data.Require;

/** {@code θ ← θ − η g}. */
record Sgd(LearningRate rate) implements Optimizer {
    Sgd {
        Require.present("learning rate", rate);
    }

    @Override
    public int stateSize(int parameters) {
        return 0;
    }

    @Override
    public void update(double[] theta, double[] gradient, double[] state, long t) {
        double eta = rate.at(t);
        for (int i = 0; i < theta.length; i++) {
            theta[i] -= eta * gradient[i];
        }
    }

    @Override
    public String toString() {
        return "sgd, rate " + rate;
    }
}
