package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/** {@code v ← μv − η g, θ ← θ + v}; the state is v. */
record Momentum(LearningRate rate, double momentum) implements Optimizer {
    Momentum {
        Require.present("learning rate", rate);
        Require.share("momentum", momentum, 0.9);
    }

    @Override
    public int stateSize(int parameters) {
        return parameters;
    }

    @Override
    public void update(double[] theta, double[] gradient, double[] v, long t) {
        double eta = rate.at(t);
        for (int i = 0; i < theta.length; i++) {
            v[i] = momentum * v[i] - eta * gradient[i];
            theta[i] += v[i];
        }
    }

    @Override
    public String toString() {
        return "momentum " + NumpyFormat.repr(momentum) + ", rate " + rate;
    }
}
