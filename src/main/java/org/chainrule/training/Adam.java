package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/**
 * {@code m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η m̂/(√v̂ + ε)} with {@code m̂ = m/(1 − β₁ᵗ)} and
 * {@code v̂ = v/(1 − β₂ᵗ)}; the state is all of m, then all of v.
 */
record Adam(LearningRate rate, double beta1, double beta2, double epsilon) implements Optimizer {
    Adam {
        Require.present("learning rate", rate);
        Require.share("β₁", beta1, 0.9);
        Require.share("β₂", beta2, 0.999);
        Require.positive("ε", epsilon);
    }

    @Override
    public int stateSize(int parameters) {
        return Math.multiplyExact(2, parameters);
    }

    @Override
    public void update(double[] theta, double[] gradient, double[] state, long t) {
        double eta = rate.at(t);
        double correction1 = 1 - Power.of(beta1, t);
        double correction2 = 1 - Power.of(beta2, t);
        for (int i = 0, j = theta.length; i < theta.length; i++, j++) {
            double g = gradient[i];
            double m = state[i] = beta1 * state[i] + (1 - beta1) * g;
            double v = state[j] = beta2 * state[j] + (1 - beta2) * g * g;
            theta[i] -= eta * (m / correction1) / (Math.sqrt(v / correction2) + epsilon);
        }
    }

    @Override
    public String toString() {
        return "adam, β₁ " + NumpyFormat.repr(beta1) + ", β₂ " + NumpyFormat.repr(beta2) + ", rate " + rate;
    }
}
