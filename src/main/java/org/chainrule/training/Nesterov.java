package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/** {@code v ← μv − η g, θ ← θ + μv − η g}, with the new v in the second; the state is v. */
record Nesterov(LearningRate rate, double momentum) implements Optimizer {
    Nesterov {
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
            double step = eta * gradient[i];
            v[i] = momentum * v[i] - step;
            theta[i] += momentum * v[i] - step;
        }
    }

    @Override
    public String toString() {
        return "nesterov momentum " + NumpyFormat.repr(momentum) + ", rate " + rate;
    }
}
