package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;

/** {@code floor + (η − floor)(1 + cos(π(t−1)/updates))/2}, and the floor from then on. */
record CosineDecay(double rate, double floor, int updates) implements LearningRate {
    CosineDecay {
        Require.positive("the learning rate", rate);
        Require.atLeastOne("the number of updates in which the rate falls", updates);
        if (!(floor >= 0 && floor <= rate)) {
            throw new IllegalArgumentException("the learning rate cannot fall from " + NumpyFormat.repr(rate) + " to "
                    + NumpyFormat.repr(floor) + "; let it end between 0 and the first rate");
        }
    }

    @Override
    public double at(long t) {
        if (t > updates) {
            return floor;
        }
        double done = (t - 1) / (double) updates;
        return floor + (rate - floor) * (1 + sine(Math.PI * (0.5 - done))) / 2;
    }

    /**
     * sin x between −π/2 and π/2, as x(1 − x²/(2·3) (1 − x²/(4·5) (1 − …))): as exact as doubles are, and without the array that
     * {@link StrictMath} takes from JDK 21 on.
     */
    private static double sine(double x) {
        double series = 1;
        for (int k = 22; k >= 2; k -= 2) {
            series = 1 - x * x / (k * (k + 1)) * series;
        }
        return x * series;
    }

    @Override
    public String toString() {
        return NumpyFormat.repr(rate) + ", falling as a cosine to " + NumpyFormat.repr(floor) + " in " + updates
                + " updates";
    }
}
