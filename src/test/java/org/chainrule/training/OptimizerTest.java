package org.chainrule.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates computed by hand. */
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
        double[] sgd = {3};
        Optimizer.sgd(0.125).update(sgd, new double[] {5}, new double[0], 1);
        for (Optimizer optimizer : List.of(Optimizer.momentum(0.125, 0), Optimizer.nesterov(0.125, 0))) {
            double[] theta = {3};
            optimizer.update(theta, new double[] {5}, new double[1], 1);
            assertArrayEquals(sgd, theta, optimizer.toString());
        }
    }

    /** By hand: v = −2 and θ = 1 − ½ − 2; then v = −½ − 2 and θ = −1½ − ⅝ − 2. */
    @Test
    void nesterov() {
        Optimizer nesterov = Optimizer.nesterov(0.5, 0.25);
        double[] theta = {1};
        double[] v = new double[nesterov.stateSize(1)];
        nesterov.update(theta, new double[] {4}, v, 1);
        assertArrayEquals(new double[] {-1.5, -2}, new double[] {theta[0], v[0]});
        nesterov.update(theta, new double[] {4}, v, 2);
        assertArrayEquals(new double[] {-4.125, -2.5}, new double[] {theta[0], v[0]});
    }

    /** On C = ½θ², whose gradient is θ: Sutskever's θ′ is ours less the step that the momentum is about to take. */
    @Test
    void nesterovWalksTheWayOfSutskever() {
        double[] theta = {1};
        double[] state = {0};
        double v = 0;
        double theirs = 1;
        for (int t = 1; t <= 50; t++) {
            v = 0.9 * v - 0.1 * (theirs + 0.9 * v);
            theirs += v;
            Optimizer.nesterov(0.1, 0.9).update(theta, theta.clone(), state, t);
            assertEquals(theirs, theta[0] - 0.9 * state[0], 1e-14);
        }
    }

    /**
     * By hand, with ρ = ¾ and ε = 1: r = ¼·16 = 4, θ = 10 − ½·4/3; then r = ¾·4 + ¼·24² = 147, θ less ½·24/(√147 + 1); then a
     * gradient of 0 leaves θ and takes a quarter of r.
     */
    @Test
    void rmsprop() {
        Optimizer rmsprop = Optimizer.rmsprop(LearningRate.constant(0.5), 0.75, 1);
        double[] theta = {10};
        double[] r = new double[rmsprop.stateSize(1)];
        rmsprop.update(theta, new double[] {4}, r, 1);
        assertEquals(9.333333333333334, theta[0], 1e-15);
        assertEquals(4, r[0]);
        rmsprop.update(theta, new double[] {24}, r, 2);
        assertEquals(9.333333333333334 - 0.9143306016, theta[0], 1e-9);
        assertEquals(147, r[0]);
        rmsprop.update(theta, new double[] {0}, r, 3);
        assertEquals(110.25, r[0]);
    }

    /**
     * By hand, with β₁ = ½, β₂ = ¾ and ε = 1. First g = 4: m = 2, v = 4, corrected 4 and 16, θ = 10 − ½·4/5 = 9.6. Then g = 0: m
     * = 1, v = 3, corrected 4/3 and 48/7, θ = 9.6 − ⅔/(√(48/7) + 1).
     */
    @Test
    void adam() {
        Optimizer adam = Optimizer.adam(LearningRate.constant(0.5), 0.5, 0.75, 1);
        double[] theta = {10};
        double[] state = new double[adam.stateSize(1)];
        adam.update(theta, new double[] {4}, state, 1);
        assertArrayEquals(new double[] {2, 4}, state);
        assertEquals(9.6, theta[0], 1e-15);
        adam.update(theta, new double[] {0}, state, 2);
        assertArrayEquals(new double[] {1, 3}, state);
        assertEquals(9.6 - 0.1842325655, theta[0], 1e-7);
    }

    /** A first step is as long as the rate, whatever the gradient: what the bias correction is for (section 2.1 of the paper). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, -1e6})
    void adamsFirstStepIsTheRate(double gradient) {
        double[] theta = {0, 0};
        Optimizer.adam(0.25).update(theta, new double[] {gradient, 2 * gradient}, new double[4], 1);
        double expected = -0.25 * Math.signum(gradient);
        assertArrayEquals(new double[] {expected, expected}, theta, 1e-5);
    }

    /** Several parameters keep their memories apart: each goes as it would alone. */
    @ParameterizedTest
    @MethodSource("withMemory")
    void parametersDoNotMix(Optimizer optimizer) {
        double[] together = {1, -3};
        double[] memory = new double[optimizer.stateSize(2)];
        double[] first = {1};
        double[] firstMemory = new double[optimizer.stateSize(1)];
        double[] second = {-3};
        double[] secondMemory = new double[optimizer.stateSize(1)];
        for (int t = 1; t <= 5; t++) {
            optimizer.update(together, new double[] {t, -0.5 * t}, memory, t);
            optimizer.update(first, new double[] {t}, firstMemory, t);
            optimizer.update(second, new double[] {-0.5 * t}, secondMemory, t);
        }
        assertArrayEquals(new double[] {first[0], second[0]}, together);
    }

    static Stream<Optimizer> withMemory() {
        return Stream.of(
                Optimizer.momentum(0.1, 0.9),
                Optimizer.nesterov(0.1, 0.9),
                Optimizer.rmsprop(0.1),
                Optimizer.adam(0.1));
    }

    /** Without a memory of the gradient, and at t = 1 of none at all, Adam is RMSProp without one. */
    @Test
    void adamWithoutMeansIsRmspropWithoutOne() {
        double[] adam = {3};
        double[] rmsprop = {3};
        LearningRate rate = LearningRate.constant(0.125);
        Optimizer.adam(rate, 0, 0, 1).update(adam, new double[] {5}, new double[2], 1);
        Optimizer.rmsprop(rate, 0, 1).update(rmsprop, new double[] {5}, new double[1], 1);
        assertArrayEquals(new double[] {3 - 0.125 * 5 / 6}, adam);
        assertArrayEquals(adam, rmsprop);
    }

    /** Each asks its schedule for the rate of this very update. */
    @Test
    void everyOptimizerFollowsASchedule() {
        LearningRate schedule = LearningRate.stepDecay(0.5, 0.5, 3);
        LearningRate now = LearningRate.constant(0.125);
        assertSameStep(Optimizer.sgd(schedule), Optimizer.sgd(now));
        assertSameStep(Optimizer.momentum(schedule, 0.9), Optimizer.momentum(now, 0.9));
        assertSameStep(Optimizer.nesterov(schedule, 0.9), Optimizer.nesterov(now, 0.9));
        assertSameStep(Optimizer.rmsprop(schedule), Optimizer.rmsprop(now));
        assertSameStep(Optimizer.adam(schedule), Optimizer.adam(now));
    }

    private static void assertSameStep(Optimizer scheduled, Optimizer constant) {
        double[] one = {1};
        double[] other = {1};
        scheduled.update(one, new double[] {3}, new double[scheduled.stateSize(1)], 7);
        constant.update(other, new double[] {3}, new double[constant.stateSize(1)], 7);
        assertArrayEquals(other, one);
    }

    @Test
    void aNumberIsTheConstantSchedule() {
        assertEquals(Optimizer.adam(LearningRate.constant(0.1)), Optimizer.adam(0.1));
        assertEquals("adam, β₁ 0.9, β₂ 0.999, rate 0.1", Optimizer.adam(0.1).toString());
        assertEquals("sgd, rate 0.1", Optimizer.sgd(0.1).toString());
        assertEquals(
                "nesterov momentum 0.9, rate 0.1", Optimizer.nesterov(0.1, 0.9).toString());
        assertEquals("rmsprop, decay 0.9, rate 0.1", Optimizer.rmsprop(0.1).toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void ratesMustBePositive(double rate) {
        assertThrows(IllegalArgumentException.class, () -> Optimizer.sgd(rate));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.momentum(rate, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.nesterov(rate, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.rmsprop(rate));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.adam(rate));
        LearningRate one = LearningRate.constant(1);
        assertThrows(IllegalArgumentException.class, () -> Optimizer.rmsprop(one, 0.9, rate));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.adam(one, 0.9, 0.999, rate));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void momentumMustBeAShare(double momentum) {
        LearningRate one = LearningRate.constant(1);
        assertThrows(IllegalArgumentException.class, () -> Optimizer.momentum(0.1, momentum));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.nesterov(0.1, momentum));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.rmsprop(one, momentum, 1e-8));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.adam(one, momentum, 0.999, 1e-8));
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> Optimizer.adam(one, 0.9, momentum, 1e-8));
        assertTrue(error.getMessage().startsWith("β₂ must be at least 0 and below 1, but is "), error.getMessage());
    }

    @Test
    void aMissingRateIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Optimizer.sgd(null));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.momentum(null, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.nesterov(null, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.rmsprop(null));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.adam(null));
    }
}
