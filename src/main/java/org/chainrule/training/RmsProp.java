package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/** {@code r ← ρr + (1 − ρ)g², θ ← θ − η g/(√r + ε)}; the state is r. */
record RmsProp(LearningRate rate, double decay, double epsilon) implements Optimizer {
    RmsProp {
        Require.present("learning rate", rate);
        Require.share("the decay of the mean square", decay, 0.9);
        Require.positive("ε", epsilon);
    }

    @Override
    public int stateSize(int parameters) {
        return parameters;
    }

    @Override
    public void update(double[] theta, double[] gradient, double[] r, long t) {
        double eta = rate.at(t);
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            r[i] = decay * r[i] + (1 - decay) * g * g;
            theta[i] -= eta * g / (Math.sqrt(r[i]) + epsilon);
        }
    }

    @Override
    public String toString() {
        return "rmsprop, decay " + NumpyFormat.repr(decay) + ", rate " + rate;
    }
}
