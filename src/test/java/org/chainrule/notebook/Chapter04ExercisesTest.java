package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.d.SourceD;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more: derivatives by finite differences, mistakes written out by hand. */
class Chapter04ExercisesTest {
    private static final Network NET = SourceD.recoveredStart();
    private static final Loss LOSS = Loss.binaryCrossEntropy();
    private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{0.5, 1}});
    private static final SimpleMatrix Y = new SimpleMatrix(new double[][] {{1}});
    private static final SimpleMatrix W1 = NET.layer(1).W();
    private static final SimpleMatrix W2 = NET.layer(2).W();
    private static final SimpleMatrix H = NET.forward(X).a(1);
    private static final double A = NET.predict(X).get(0, 0);

    private static double slope(ToDoubleFunction<Double> f) {
        return (f.applyAsDouble(1e-5) - f.applyAsDouble(-1e-5)) / 2e-5;
    }

    private static SimpleMatrix byParameters(int from, int rows, int columns) {
        SimpleMatrix result = new SimpleMatrix(rows, columns);
        for (int i = 0; i < result.getNumElements(); i++) {
            int parameter = from + i;
            result.set(i, slope(h -> {
                double[] theta = NET.parameters();
                theta[parameter] += h;
                return LOSS.of(NET.withParameters(theta), X, Y);
            }));
        }
        return result;
    }

    /** The output layer as a network of its own, whose inputs are the hidden activations. */
    private static SimpleMatrix byHiddenActivations() {
        Network output = Network.of(Dense.of(W2, NET.layer(2).b(), Activation.SIGMOID));
        SimpleMatrix result = new SimpleMatrix(1, 2);
        for (int k = 0; k < 2; k++) {
            int unit = k;
            result.set(k, slope(h -> {
                SimpleMatrix moved = H.copy();
                moved.set(unit, H.get(unit) + h);
                return LOSS.of(output, moved, Y);
            }));
        }
        return result;
    }

    @Test
    void measuredDerivativesAreTheAnswers() {
        right(1, byParameters(8, 1, 1));
        right(2, byHiddenActivations());
        right(3, byParameters(0, 2, 2));
        right(4, byParameters(6, 2, 1).scale(-0.01));
        right(5, number(1.4080043839885512));
        right(6, number(1.3862943611198906));
    }

    @Test
    void everyUsualMistakeOfOneNumberIsTold() {
        double slope = A * (1 - A);
        tells(1, number(1 - A), "sign is turned around");
        tells(1, number(-1 / A), "a(1 − a) is missing");
        tells(1, number((A - 1) * slope), "cancelled already");
        tells(1, number(2 * (A - 1) * slope), "δ of the squared error");
        tells(1, number(-1 / A * Activation.SIGMOID.derivative(A)), "taken at a");
        tells(5, number(-0.0006628718423937752), "Error as printed");
        tells(5, number(-1.4080043839885512), "logarithm of a probability is negative");
        tells(5, number(1.4080043839885512 / 4), "the mean");
        tells(5, number(0.5069686112135612), "squared errors");
        tells(5, number(2.0313209423302028), "in bits");
        tells(6, number(0.6931471805599453), "one of the two");
        tells(6, number(0.5), "the best answer");
        tells(6, number(0), "do not cancel");
        tells(6, number(2), "in bits");
    }

    @Test
    void everyUsualMistakeOfAMatrixIsTold() {
        SimpleMatrix back = W2.transpose().scale(A - 1);
        SimpleMatrix hiddenSlope = H.minus(H.elementMult(H));
        SimpleMatrix dW1 = X.transpose().mult(back.elementMult(hiddenSlope));
        tells(2, back.transpose(), "a row has to go back");
        tells(2, back.scale(-1), "sign is turned around");
        tells(2, back.elementMult(hiddenSlope), "stops at its activation");
        tells(2, H.scale(A - 1), "δ times the input");
        tells(2, W2.transpose().scale(-1 / A), "own σ′");
        tells(3, dW1.transpose(), "transposed");
        tells(3, dW1.scale(-1), "sign is turned around");
        tells(3, X.transpose().mult(back), "whatever its comment says");
        tells(3, new SimpleMatrix(2, 2), "−1 as the previous layer");
        tells(3, misplaced(H, X.transpose().concatColumns(X.transpose())), "comes into the layer");
        tells(3, misplaced(W2.transpose(), W1), "taken at the weights");
        SimpleMatrix dW2 = H.transpose().scale(A - 1);
        tells(4, dW2.scale(0.01), "the other sign");
        tells(4, dW2, "that is the gradient");
        tells(4, dW2.scale(-1), "learning rate of 0.01 is missing");
        tells(4, W2.minus(dW2.scale(0.01)), "the new weights");
        tells(4, dW2.scale(-0.01).transpose(), "the shape of W(2)");
    }

    /** x · σ′(first) · w2 · σ′(second) · ∂L/∂a, where the two σ′ are taken at the wrong place. */
    private static SimpleMatrix misplaced(SimpleMatrix second, SimpleMatrix first) {
        SimpleMatrix result = new SimpleMatrix(2, 2);
        for (int k = 0; k < 2; k++) {
            for (int j = 0; j < 2; j++) {
                double through = -1 / A * Activation.SIGMOID.derivative(second.get(j)) * W2.get(j);
                result.set(k, j, X.get(k) * Activation.SIGMOID.derivative(first.get(k, j)) * through);
            }
        }
        return result;
    }

    @Test
    void otherNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter04(7));
    }

    private static SimpleMatrix number(double value) {
        return SimpleMatrix.filled(1, 1, value);
    }

    private static void right(int exercise, SimpleMatrix answer) {
        assertEquals(" ✓ right", Exercises.chapter04(exercise).verdict(answer), "exercise " + exercise);
    }

    private static void tells(int exercise, SimpleMatrix answer, String hint) {
        String verdict = Exercises.chapter04(exercise).verdict(answer);
        assertTrue(verdict.contains(hint), verdict);
    }
}
