package org.chainrule.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateTest {
    @Test
    void aConstantStays() {
        assertEquals(0.3, LearningRate.constant(0.3).at(1));
        assertEquals(0.3, LearningRate.constant(0.3).at(Long.MAX_VALUE));
    }

    @Test
    void stepDecayFallsAtOnceAfterEveryHundredUpdates() {
        LearningRate rate = LearningRate.stepDecay(8, 0.5, 100);
        assertEquals(8, rate.at(1));
        assertEquals(8, rate.at(100));
        assertEquals(4, rate.at(101));
        assertEquals(4, rate.at(200));
        assertEquals(1, rate.at(301));
    }

    @Test
    void exponentialDecayMeetsStepDecayAtItsSteps() {
        LearningRate rate = LearningRate.exponentialDecay(8, 0.25, 100);
        assertEquals(8, rate.at(1));
        assertEquals(4, rate.at(51), 1e-14);
        assertEquals(2, rate.at(101), 1e-14);
        assertEquals(0.5, rate.at(201), 1e-14);
    }

    @Test
    void cosineDecayFallsToItsFloorAndStaysThere() {
        LearningRate rate = LearningRate.cosineDecay(1, 0.2, 6);
        assertEquals(1, rate.at(1));
        assertEquals(0.2 + 0.8 * 0.75, rate.at(3), 1e-15); // cos 60° = ½
        assertEquals(0.6, rate.at(4), 1e-15);
        assertEquals(0.2, rate.at(7));
        assertEquals(0.2, rate.at(1_000_000_000_000L));
        assertEquals(0, LearningRate.cosineDecay(1, 6).at(7));
    }

    @Test
    void cosineDecayIsACosine() {
        LearningRate rate = LearningRate.cosineDecay(2, 1000);
        for (int t = 1; t <= 1001; t++) {
            assertEquals(1 + StrictMath.cos(Math.PI * (t - 1) / 1000), rate.at(t), 1e-15);
        }
    }

    @Test
    void aWarmUpRisesToTheFirstRateAndThenBeginsTheSchedule() {
        LearningRate rate = LearningRate.stepDecay(8, 0.5, 3).warmUp(4);
        double[] expected = {2, 4, 6, 8, 8, 8, 8, 4, 4, 4, 2};
        for (int t = 1; t <= expected.length; t++) {
            assertEquals(expected[t - 1], rate.at(t), "t = " + t);
        }
    }

    @Test
    void schedulesCanBeYourOwn() {
        LearningRate own = t -> 1.0 / t;
        double[] theta = {0};
        Optimizer.sgd(own).update(theta, new double[] {1}, new double[0], 4);
        assertEquals(-0.25, theta[0]);
        assertEquals(0.5, own.warmUp(2).at(1));
    }

    @Test
    void whatDoesNotFallIsAScheduleToo() {
        assertEquals(2, LearningRate.exponentialDecay(2, 1, 10).at(50));
        assertEquals(2, LearningRate.stepDecay(2, 1, 10).at(50));
        assertEquals(2, LearningRate.cosineDecay(2, 2, 9).at(5));
    }

    @Test
    void schedulesSayWhatTheyDo() {
        assertEquals("0.5", LearningRate.constant(0.5).toString());
        assertEquals(
                "0.5, times 0.1 after every 100 updates",
                LearningRate.stepDecay(0.5, 0.1, 100).toString());
        assertEquals(
                "0.5, times 0.1 smoothly in every 100 updates",
                LearningRate.exponentialDecay(0.5, 0.1, 100).toString());
        assertEquals(
                "0.5, falling as a cosine to 0.0 in 100 updates, after a warm-up of 10 updates",
                LearningRate.cosineDecay(0.5, 100).warmUp(10).toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void factorsOutOfRangeAreRefused(double factor) {
        assertThrows(IllegalArgumentException.class, () -> LearningRate.stepDecay(1, factor, 10));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.exponentialDecay(1, factor, 10));
    }

    @Test
    void nonsenseIsRefusedInWords() {
        assertThrows(IllegalArgumentException.class, () -> LearningRate.constant(0));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.stepDecay(-1, 0.5, 10));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.exponentialDecay(1, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.cosineDecay(Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.cosineDecay(1, 0));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.cosineDecay(1, Double.NaN, 9));
        assertThrows(
                IllegalArgumentException.class, () -> LearningRate.constant(1).warmUp(0));
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> LearningRate.cosineDecay(1, 2, 9));
        assertEquals(
                "the learning rate cannot fall from 1.0 to 2.0; let it end between 0 and the first rate",
                error.getMessage());
    }
}
