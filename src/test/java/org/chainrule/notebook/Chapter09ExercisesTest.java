package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.data.Scaler;
import org.chainrule.explain.ConfusionMatrix;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more, as the library gives them. */
class Chapter09ExercisesTest {
    @Test
    void theScalerStandardizesFourteenSo() {
        Dataset alcohol = Dataset.of(new double[][] {{12}, {13}, {13}, {14}}, new double[4][1]);
        right(1, Scaler.standardize(alcohol).apply(alcohol).inputs().get(3, 0));
    }

    @Test
    void theMatrixHasThisPrecision() {
        int[][] counts = {{10, 1, 0}, {3, 12, 1}, {0, 1, 7}};
        List<double[]> classes = new ArrayList<>();
        List<double[]> outputs = new ArrayList<>();
        for (int is = 0; is < 3; is++) {
            for (int said = 0; said < 3; said++) {
                for (int i = 0; i < counts[is][said]; i++) {
                    classes.add(new double[] {is});
                    double[] output = new double[3];
                    output[said] = 1;
                    outputs.add(output);
                }
            }
        }
        double[][] targets = classes.toArray(double[][]::new);
        ConfusionMatrix matrix = ConfusionMatrix.ofOutputs(
                new SimpleMatrix(outputs.toArray(double[][]::new)),
                Dataset.of(targets, targets).oneHot(3));
        assertArrayEquals(counts, matrix.counts());
        right(2, matrix.precision(1));
        tells(2, matrix.recall(1), "that is the recall");
        tells(2, matrix.accuracy(), "that is the accuracy");
    }

    @Test
    void theRunEndsAfterTheThirdEpochWithoutABetterOne() {
        double[] losses = {1.1, 0.8, 0.6, 0.5, 0.52, 0.49, 0.5, 0.51, 0.53, 0.47};
        int best = 0;
        int epoch = 0;
        while (epoch - best < 3) {
            epoch++;
            best = losses[epoch] < losses[best] ? epoch : best;
        }
        right(3, epoch);
        tells(3, best, "that is the epoch of best()");
    }

    @Test
    void everyUsualMistakeIsTold() {
        tells(1, 1, "in percent of alcohol");
        tells(1, 2, "mean squared deviation");
        tells(1, 1.2247448714, "n − 1");
        tells(1, 19.7989898732, "taken off first");
        tells(2, 12.0 / 35, "called Barolo");
        tells(3, 4, "one worse epoch");
        tells(3, 7, "not in a row");
        tells(3, 9, "the price");
    }

    @Test
    void otherNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter09(4));
    }

    private static void right(int exercise, double answer) {
        assertEquals(" ✓ right", Exercises.chapter09(exercise).verdict(SimpleMatrix.filled(1, 1, answer)));
    }

    private static void tells(int exercise, double answer, String hint) {
        String verdict = Exercises.chapter09(exercise).verdict(SimpleMatrix.filled(1, 1, answer));
        assertTrue(verdict.contains(hint), verdict);
    }
}
