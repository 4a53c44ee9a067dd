package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/** {@code η}. */
record ConstantRate(double rate) implements LearningRate {
    ConstantRate {
        Require.positive("the learning rate", rate);
    }

    @Override
    public double at(long t) {
        return rate;
    }

    @Override
    public String toString() {
        return NumpyFormat.repr(rate);
    }
}
