package org.chainrule.explain;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chainrule.data.Datasets;
import org.chainrule.explain.ErrorCurve.Branch;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.network.RandomNetworks;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepSizesTest {
    private static final SimpleMatrix ONE = SimpleMatrix.filled(1, 1, 1);

    /** ½ (f(w + b) + … − 1)², with a sigmoid behind. */
    private static DifferenceError oneUnit(double w, double b, Activation f) {
        Network network = Network.of(
                Dense.of(SimpleMatrix.filled(1, 1, w), SimpleMatrix.filled(1, 1, b), f),
                Dense.of(ONE, SimpleMatrix.filled(1, 1, 0.3), SIGMOID));
        return StepSizes.of(network, Loss.halfSquaredError(), ONE, ONE).weight(1, 0, 0);
    }

    static LongStream seeds() {
        return RandomNetworks.seeds(100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTanhHasTheTextbooksV(long seed) {
        Network network = Network.inputs(2)
                .dense(3, TANH)
                .dense(1, SIGMOID)
                .initialize(Initializer.xavier().withNormalBias(), NumpyRandom.seed(seed));
        SimpleMatrix X = NumpyRandom.seed(seed + 1000).randn(3, 2);
        DifferenceError error = StepSizes.of(network, Loss.halfSquaredError(), X, SimpleMatrix.filled(3, 1, 0.5))
                .bias(1, 0);
        ErrorCurve oneSided = error.oneSided();
        ErrorCurve centred = error.centred();
        assertEquals(1, oneSided.truncation().orElseThrow().slope(), 0.15);
        assertEquals(2, centred.truncation().orElseThrow().slope(), 0.3);
        assertEquals(-1, oneSided.roundOff().orElseThrow().slope(), 0.25);
        assertEquals(-1, centred.roundOff().orElseThrow().slope(), 0.25);
        assertTrue(oneSided.bestStep() > 1e-10 && oneSided.bestStep() < 1e-5, error.toString());
        assertTrue(centred.bestStep() > 1e-7 && centred.bestStep() < 1e-2, error.toString());
        assertTrue(centred.leastError() < oneSided.leastError(), error.toString());
        assertTrue(error.kink().isEmpty(), error.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noKinkIsSeenWhereThereIsNone(long seed) {
        RandomNetworks drawn = RandomNetworks.drawSmooth(seed);
        StepSizes steps = StepSizes.of(drawn.network(), drawn.loss(), drawn.X(), drawn.Y());
        for (int j = 0; j < drawn.network().layer(1).units(); j++) {
            DifferenceError error = steps.weight(1, 0, j);
            assertTrue(error.kink().isEmpty(), error.toString());
        }
    }

    @Test
    void stepsAreEightADecadeFromATenthToTheLastBit() {
        DifferenceError error = oneUnit(1, 0.5, SIGMOID);
        double[] h = error.steps();
        assertEquals(14 * 8 + 1, h.length);
        assertEquals(1e-1, h[0], 1e-15);
        assertEquals(1e-2, h[8], 1e-15);
        assertEquals(1e-15, h[112], 1e-27);
        assertEquals(h.length, error.centred().errors().length);
    }

    /** C = ½ (w − 1)² at w = 3: the one-sided difference is 2 + h/2, the centred one 2 exactly. */
    @Test
    void ofAParabolaTheCentredDifferenceLeavesNothingOut() {
        Network line = Network.of(Dense.withoutBias(SimpleMatrix.filled(1, 1, 3), IDENTITY));
        DifferenceError error =
                StepSizes.of(line, Loss.halfSquaredError(), ONE, ONE).weight(1, 0, 0);
        assertEquals(2, error.derivative());
        assertEquals(0.1 / 4, error.oneSided().errors()[0], 1e-14);
        assertTrue(error.centred().truncation().isEmpty());
        assertEquals(0.1, error.centred().bestStep(), 1e-15);
        assertEquals("1", error.oneSided().truncation().orElseThrow().toString());
    }

    @Test
    void aParameterOnAKinkHasAnErrorThatStays() {
        DifferenceError error = oneUnit(-1, 1, RELU);
        assertEquals(0, error.kink().orElseThrow());
        Branch branch = error.centred().truncation().orElseThrow();
        assertEquals(0, branch.slope(), 0.02);
        assertFalse(error.isRelative(), "backpropagation takes the slope below, 0");
        assertTrue(
                error.toString().contains("stands on a kink: the slope is 0 below and -0.1 above"), error.toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 2e-3, 1e-4, 3e-5})
    void aKinkNearbyIsFoundAndTheSlopesAreThoseBeforeIt(double distance) {
        DifferenceError error = oneUnit(1, distance - 1, RELU);
        double found = error.kink().orElseThrow();
        assertTrue(found >= distance && found <= 1.8 * distance, found + " for " + distance);
        double[] errors = error.centred().errors();
        assertTrue(errors[0] > 0.3 && errors[4] > 0.3, "the error stays beyond it");
        error.centred().truncation().ifPresent(branch -> {
            assertTrue(branch.to() < distance);
            assertEquals(2, branch.slope(), 0.35);
        });
        assertTrue(error.toString().contains("which has a kink within "), error.toString());
    }

    @Test
    void aDeadUnitIsExactAtEveryStep() {
        DifferenceError error = oneUnit(-1, -1, RELU);
        assertEquals(
                0,
                IntStream.range(0, 113)
                        .filter(k -> error.centred().errors()[k] != 0)
                        .count());
        assertTrue(error.centred().truncation().isEmpty()
                && error.centred().roundOff().isEmpty());
        assertTrue(error.kink().isEmpty());
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        try {
            Exception error = assertThrows(CancellationException.class, () -> oneUnit(1, 0, TANH));
            assertEquals("interrupted after 0 of 113 steps", error.getMessage());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void whatDoesNotExistIsNamed() {
        Network network =
                Network.inputs(2).denseWithoutBias(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(1));
        StepSizes steps = StepSizes.of(
                network,
                Loss.halfSquaredError(),
                Datasets.xor().inputs(),
                Datasets.xor().targets());
        assertThrows(IndexOutOfBoundsException.class, () -> steps.weight(2, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> steps.weight(1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> steps.bias(1, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> StepSizes.of(
                        network, null, Datasets.xor().inputs(), Datasets.xor().targets()));
    }
}
