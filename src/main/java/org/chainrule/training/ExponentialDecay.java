package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/** {@code η · factor^((t−1)/every)}; in steps, with the exponent rounded down. */
record ExponentialDecay(double rate, double factor, int every, boolean inSteps) implements LearningRate {
    ExponentialDecay {
        Require.positive("the learning rate", rate);
        Require.atLeastOne("the number of updates in which the rate falls by the factor", every);
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("a decay's factor must be above 0 and at most 1, but is "
                    + NumpyFormat.repr(factor) + "; 0.5 halves the rate, and warmUp(…) lets it rise");
        }
    }

    @Override
    public double at(long t) {
        return rate
                * (inSteps
                        ? Power.of(factor, (t - 1) / every)
                        : StrictMath.exp((t - 1) / (double) every * StrictMath.log(factor)));
    }

    @Override
    public String toString() {
        return NumpyFormat.repr(rate) + ", times " + NumpyFormat.repr(factor)
                + (inSteps ? " after every " : " smoothly in every ") + every + " updates";
    }
}
