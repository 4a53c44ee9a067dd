package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.c.SourceC;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more: the right ones by finite differences, the wrong ones by the steps of whoever makes the mistake. */
class Chapter03ExercisesTest {
    private static final double H = 1e-5;
    private static final Loss LOSS = Loss.crossEntropy();
    private static final Network NET = SourceC.network();
    private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{0.8, -0.6}});
    private static final SimpleMatrix Y = new SimpleMatrix(new double[][] {{0, 1, 0}});
    private static final SimpleMatrix X2 = X.concatRows(new SimpleMatrix(new double[][] {{-0.3, 1.1}}));
    private static final SimpleMatrix Y2 = Y.concatRows(new SimpleMatrix(new double[][] {{0, 0, 1}}));
    /** Where the biases stand in θ of the network 2-4-3. */
    private static final int B1 = 8;

    private static final int B2 = 24;

    private final Set<String> told = new HashSet<>();

    /** A derivative by the parameters that stand from there on; for one sample ∂L/∂b is δ. */
    private static SimpleMatrix measured(Network net, Loss loss, SimpleMatrix X, SimpleMatrix Y, int from, int count) {
        IntToDoubleFunction slope =
                i -> (moved(net, loss, X, Y, from + i, H) - moved(net, loss, X, Y, from + i, -H)) / (2 * H);
        SimpleMatrix column = new SimpleMatrix(count, 1);
        for (int i = 0; i < count; i++) {
            column.set(i, slope.applyAsDouble(i));
        }
        return column;
    }

    private static double moved(Network net, Loss loss, SimpleMatrix X, SimpleMatrix Y, int i, double by) {
        double[] theta = net.parameters();
        theta[i] += by;
        return loss.of(net.withParameters(theta), X, Y);
    }

    private static SimpleMatrix delta(int layer) {
        return layer == 1 ? measured(NET, LOSS, X, Y, B1, 4) : measured(NET, LOSS, X, Y, B2, 3);
    }

    private static SimpleMatrix jacobian() {
        SimpleMatrix J = new SimpleMatrix(3, 3);
        for (int j = 0; j < 3; j++) {
            SimpleMatrix above = new SimpleMatrix(new double[][] {{0.2, -1, 0.7}});
            SimpleMatrix below = above.copy();
            above.set(j, above.get(j) + H);
            below.set(j, below.get(j) - H);
            J.setColumn(
                    j,
                    SOFTMAX.value(above)
                            .minus(SOFTMAX.value(below))
                            .divide(2 * H)
                            .transpose());
        }
        return J;
    }

    /** W(1) row by row in θ is 2×4; in columns it is 4×2. */
    private static SimpleMatrix weights(SimpleMatrix X, SimpleMatrix Y) {
        SimpleMatrix rows = measured(NET, LOSS, X, Y, 0, 8);
        rows.reshape(2, 4);
        return rows.transpose();
    }

    private static SimpleMatrix biases(SimpleMatrix X, SimpleMatrix Y) {
        return measured(NET, LOSS, X, Y, B1, 4);
    }

    private static SimpleMatrix squaredErrors() {
        return measured(SourceC.network(SIGMOID, SIGMOID), Loss.squaredError(), X, Y, B2, 3);
    }

    @Test
    void measuredDerivativesAreTheAnswers() {
        SimpleMatrix augmented = weights(X2, Y2).concatColumns(biases(X2, Y2));
        SimpleMatrix[] answers = {jacobian(), delta(2), squaredErrors(), delta(1), biases(X2, Y2), augmented};
        for (int number = 1; number <= 6; number++) {
            assertEquals(" ✓ right", Exercises.chapter03(number).verdict(answers[number - 1]));
        }
    }

    @Test
    void mistakesAboutSoftmaxAreTold() {
        SimpleMatrix z = new SimpleMatrix(new double[][] {{0.2, -1, 0.7}});
        SimpleMatrix p = SOFTMAX.value(z).transpose();
        SimpleMatrix I = SimpleMatrix.identity(3);
        tells(1, I.elementMult(p.minus(p.elementMult(p)).mult(SimpleMatrix.ones(1, 3))), "diagonal alone");
        tells(1, I.elementMult(p.mult(SimpleMatrix.ones(1, 3))), "− aaᵀ is missing");
        tells(1, p.mult(p.transpose()).minus(I.elementMult(p.mult(SimpleMatrix.ones(1, 3)))), "sign");
        tells(1, p, "softmax itself");
        ForwardPass pass = NET.forward(X);
        SimpleMatrix a = pass.output().transpose();
        SimpleMatrix y = Y.transpose();
        SimpleMatrix slopes = a.minus(a.elementMult(a));
        tells(2, y.minus(a), "sign");
        tells(2, a.minus(y).transpose(), "yours is a row");
        tells(2, a.minus(y).elementMult(slopes), "nothing is left");
        tells(2, a.minus(y).elementMult(SIGMOID.derivative(pass.z(2)).transpose()), "the sigmoid's");
        tells(2, y.elementDiv(a).negative(), "through the Jacobian");
        tells(2, y.elementDiv(a).negative().elementMult(slopes), "only the diagonal");
        tells(2, a, "target is still");
        assertEquals(11, told.size());
    }

    @Test
    void mistakesAboutDeltaAreTold() {
        ForwardPass sigmoids = SourceC.network(SIGMOID, SIGMOID).forward(X);
        SimpleMatrix a = sigmoids.output().transpose();
        SimpleMatrix error = a.minus(Y.transpose());
        SimpleMatrix slope = SIGMOID.derivative(sigmoids.z(2)).transpose();
        SimpleMatrix right = error.elementMult(slope).scale(2);
        tells(3, error.elementMult(slope), "C23 as printed");
        tells(3, right.divide(3), "mean over the three");
        tells(3, right.negative(), "sign");
        tells(3, right.transpose(), "yours is a row");
        tells(3, error, "cross-entropy");
        tells(3, error.scale(2), "σ′(z) is missing");
        tells(3, error.scale(2).elementMult(SIGMOID.derivative(a)), "taken at a");
        ForwardPass pass = NET.forward(X);
        SimpleMatrix W = NET.layer(2).W();
        SimpleMatrix delta2 = pass.output().minus(Y).transpose();
        SimpleMatrix slope1 = SIGMOID.derivative(pass.z(1)).transpose();
        SimpleMatrix moved =
                W.minus(pass.a(1).transpose().mult(delta2.transpose()).scale(0.5));
        tells(4, W.mult(delta2).elementMult(slope1).negative(), "sign");
        tells(4, W.mult(delta2).elementMult(slope1).transpose(), "yours is a row");
        tells(4, W.mult(delta2), "not yet through");
        tells(4, W.mult(delta2).elementMult(SIGMOID.derivative(pass.a(1)).transpose()), "taken at a");
        tells(4, W.getColumn(0).scale(delta2.get(0) * 3).elementMult(slope1), "one path taken three times");
        tells(4, moved.mult(delta2).elementMult(slope1), "already moved");
        assertEquals(13, told.size());
    }

    @Test
    void mistakesAboutABatchAreTold() {
        SimpleMatrix first = biases(X2.rows(0, 1), Y2.rows(0, 1));
        SimpleMatrix second = biases(X2.rows(1, 2), Y2.rows(1, 2));
        SimpleMatrix mean = first.plus(second).divide(2);
        tells(5, first.plus(second), "wants its 1/B");
        tells(5, mean.divide(2), "taken twice");
        tells(5, mean.transpose(), "yours is a row");
        tells(5, first, "first sample alone");
        tells(5, second, "second sample alone");
        tells(5, first.concatColumns(second), "adds them up");
        tells(5, new SimpleMatrix(new double[][] {{mean.get(0)}, {0}, {0}, {0}}), "C05 as printed");
        tells(5, mean.negative(), "sign");
        SimpleMatrix dW = weights(X2, Y2);
        SimpleMatrix both = dW.concatColumns(mean);
        tells(6, both.scale(2), "wants its 1/B");
        tells(6, both.divide(2), "taken twice");
        tells(6, both.negative(), "sign");
        tells(6, mean.concatColumns(dW), "stand first");
        tells(6, dW, "W alone");
        tells(6, both.transpose(), "transposed");
        assertEquals(14, told.size());
    }

    /** Each wrong answer must be told by its own sentence. */
    private void tells(int exercise, SimpleMatrix answer, String hint) {
        String verdict = Exercises.chapter03(exercise).verdict(answer);
        assertTrue(verdict.contains(hint), verdict);
        assertTrue(told.add(exercise + verdict), "told twice: " + verdict);
    }

    @Test
    void otherNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter03(7));
    }
}
