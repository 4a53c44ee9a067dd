package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.network.Backpropagation;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.a.SourceA;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more, by finite differences where backpropagation made them. */
class ExercisesTest {
    private static final Network NET = SourceA.recoveredStart();
    private static final Loss LOSS = Loss.halfSquaredError().summed();
    private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{0.2, 0.8}});
    private static final SimpleMatrix Y = new SimpleMatrix(new double[][] {{0.4}});
    private static final SimpleMatrix X2 = new SimpleMatrix(new double[][] {{0.2, 0.8}, {0.6, 0.1}});
    private static final SimpleMatrix Y2 = new SimpleMatrix(new double[][] {{0.4}, {0.9}});

    private static SimpleMatrix measured(SimpleMatrix X, SimpleMatrix Y, int from, int rows, int columns) {
        SimpleMatrix result = new SimpleMatrix(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            double[] above = NET.parameters();
            double[] below = NET.parameters();
            above[from + i] += 1e-5;
            below[from + i] -= 1e-5;
            result.set(i, (LOSS.of(NET.withParameters(above), X, Y) - LOSS.of(NET.withParameters(below), X, Y)) / 2e-5);
        }
        return result;
    }

    @Test
    void measuredDerivativesAreTheAnswers() {
        assertEquals(" ✓ right", Exercises.chapter01(1).verdict(measured(X, Y, 14, 1, 1)));
        assertEquals(" ✓ right", Exercises.chapter01(2).verdict(measured(X, Y, 6, 2, 2)));
        assertEquals(" ✓ right", Exercises.chapter01(3).verdict(measured(X2, Y2, 4, 1, 2)));
    }

    @Test
    void usualMistakesAreTold() {
        Gradients g = Backpropagation.gradients(NET, LOSS, X, Y);
        assertTrue(Exercises.chapter01(1).verdict(NET.predict(X).minus(Y)).contains("σ′(z) is missing"));
        assertTrue(Exercises.chapter01(2).verdict(g.dW(2).transpose()).contains("transposed"));
        assertTrue(Exercises.chapter01(3).verdict(g.db(1)).contains("first sample alone"));
    }

    @Test
    void otherNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter01(4));
    }
}
