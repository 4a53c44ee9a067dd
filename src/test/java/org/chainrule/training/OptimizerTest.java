package org.chainrule.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates computed by hand, in numbers that doubles hold exactly. */
class OptimizerTest {
    @Test
    void sgd() {
        double[] theta = {1, -2};
        Optimizer.sgd(0.5).update(theta, new double[] {4, -8}, new double[0], 1);
        assertArrayEquals(new double[] {-1, 2}, theta);
    }

    @Test
    void momentum() {
        Optimizer momentum = Optimizer.momentum(0.5, 0.25);
        double[] theta = {1};
        double[] v = new double[momentum.stateSize(1)];
        momentum.update(theta, new double[] {4}, v, 1);
        assertEquals(1 - 2, theta[0]);
        momentum.update(theta, new double[] {4}, v, 2);
        assertEquals(-1 - (0.5 + 2), theta[0]);
    }

    @Test
    void momentumOfZeroIsSgd() {
        double[] one = {3};
        double[] other = {3};
        Optimizer.sgd(0.125).update(one, new double[] {5}, new double[0], 1);
        Optimizer.momentum(0.125, 0).update(other, new double[] {5}, new double[1], 1);
        assertArrayEquals(one, other);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void ratesMustBePositive(double rate) {
        assertThrows(IllegalArgumentException.class, () -> Optimizer.sgd(rate));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.momentum(rate, 0.9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void momentumMustBeAShare(double momentum) {
        assertThrows(IllegalArgumentException.class, () -> Optimizer.momentum(0.1, momentum));
    }
}
