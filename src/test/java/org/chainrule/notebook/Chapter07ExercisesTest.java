package org.chainrule.notebook;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chainrule.data.Dataset;
import org.chainrule.network.Dense;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more, by doing what is asked. */
class Chapter07ExercisesTest {
    private static double answer(int number) {
        return Exercises.chapter07(number).answer().get(0, 0);
    }

    @Test
    void theUnitAnswersAsItShould() {
        SimpleMatrix W = new SimpleMatrix(new double[][] {{2}, {answer(1)}});
        double a = Network.of(Dense.withoutBias(W, SIGMOID)).predict(0.5, 0.35).get(0, 0);
        assertEquals(0.725, a, 1e-15);
    }

    @Test
    void aLittleBelowTheRateItConvergesAndALittleAboveItDiverges() {
        Network unit = Network.of(Dense.withoutBias(new SimpleMatrix(new double[][] {{1}, {1}}), IDENTITY));
        Dataset sample = Dataset.of(new double[][] {{3, 4}}, new double[][] {{2}});
        for (double factor : new double[] {0.99, 1.01}) {
            History run = Trainer.of(Loss.squaredError(), Optimizer.sgd(factor * answer(2)))
                    .epochs(100)
                    .fit(unit, sample);
            assertEquals(factor < 1, run.lastLoss() < run.loss()[0]);
        }
    }

    /** Orders of three different units, each with its sign. */
    @Test
    void copiesAreCountedByListingThem() {
        Set<List<Integer>> copies = new HashSet<>();
        for (int code = 0; code < 6 * 6 * 6; code++) {
            List<Integer> units = List.of(code % 6, code / 6 % 6, code / 36);
            if (units.stream().map(unit -> unit / 2).distinct().count() == 3) {
                copies.add(units);
            }
        }
        assertEquals(copies.size(), answer(3));
    }

    @Test
    void hintsFitTheirMistakes() {
        for (int number = 1; number <= 3; number++) {
            Exercise exercise = Exercises.chapter07(number);
            assertTrue(exercise.misconceptions().size() >= 5);
            exercise.misconceptions()
                    .forEach((hint, value) -> assertEquals(" ✗ not yet: " + hint, exercise.verdict(value)));
        }
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter07(4));
    }
}
