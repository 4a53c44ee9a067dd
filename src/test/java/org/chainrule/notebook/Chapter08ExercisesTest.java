package org.chainrule.notebook;

import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.explain.ConfusionMatrix;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more, by the library. */
class Chapter08ExercisesTest {
    private static final Network NETWORK = Network.inputs(64)
            .dense(48, RELU)
            .dense(10, SOFTMAX)
            .initialize(Initializer.constant(0), NumpyRandom.seed(0));

    private static double answer(int number) {
        return Exercises.chapter08(number).answer().get(0, 0);
    }

    @Test
    void parametersAreThoseOfTheNetwork() {
        assertEquals(NETWORK.parameterCount(), answer(1));
    }

    @Test
    void aNetworkOfZerosKnowsNothing() {
        Dataset one = Datasets.digits().rows(0, 1);
        assertEquals(Loss.crossEntropy().of(NETWORK, one.inputs(), one.targets()), answer(2), 1e-12);
    }

    /** 40 eights, five of which were taken for a one, and 60 ones, two of which were taken for an eight. */
    @Test
    void precisionIsThatOfTheConfusionMatrix() {
        SimpleMatrix eight = new SimpleMatrix(100, 1);
        SimpleMatrix said = new SimpleMatrix(100, 1);
        for (int i = 0; i < 100; i++) {
            eight.set(i, 0, i < 40 ? 1 : 0);
            said.set(i, 0, i < 35 || i >= 98 ? 1 : 0);
        }
        ConfusionMatrix matrix = ConfusionMatrix.ofOutputs(said, Dataset.of(new SimpleMatrix(100, 1), eight));
        assertEquals(matrix.precision(1), answer(3));
        assertEquals(35 / 40.0, matrix.recall(1));
    }

    @Test
    void hintsFitTheirMistakes() {
        for (int number = 1; number <= 3; number++) {
            Exercise exercise = Exercises.chapter08(number);
            assertTrue(exercise.misconceptions().size() >= 5);
            exercise.misconceptions()
                    .forEach((hint, value) -> assertEquals(" ✗ not yet: " + hint, exercise.verdict(value)));
        }
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter08(4));
    }
}
