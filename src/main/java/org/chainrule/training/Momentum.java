package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/** {@code v ← μv − η g, θ ← θ + v}; the state is v. */
record Momentum(double rate, double momentum) implements Optimizer {
    Momentum {
        Require.positive("the learning rate", rate);
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must be at least 0 and below 1, but is "
                    + NumpyFormat.repr(momentum) + "; 0.9 is a usual choice");
        }
    }

    @Override
    public int stateSize(int parameters) {
        return parameters;
    }

    @Override
    public void update(double[] theta, double[] gradient, double[] v, long t) {
        for (int i = 0; i < theta.length; i++) {
            v[i] = momentum * v[i] - rate * gradient[i];
            theta[i] += v[i];
        }
    }

    @Override
    public String toString() {
        return "momentum " + NumpyFormat.repr(momentum) + ", rate " + NumpyFormat.repr(rate);
    }
}
