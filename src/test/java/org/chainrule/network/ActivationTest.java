package org.chainrule.network;

import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.data.ShapeException;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {
    /** exp z is 1, 2 and 5, so that softmax is 1/8, 2/8 and 5/8. */
    private static final SimpleMatrix Z = row(0, Math.log(2), Math.log(5));

    private static SimpleMatrix row(double... numbers) {
        return new SimpleMatrix(1, numbers.length, true, numbers);
    }

    @Test
    void leakyReluByHand() {
        assertEquals(3, LEAKY_RELU.value(3));
        assertEquals(-0.03, LEAKY_RELU.value(-3));
        assertEquals(1, LEAKY_RELU.derivative(3));
        assertEquals(0.01, LEAKY_RELU.derivative(-3));
        assertEquals(0.01, LEAKY_RELU.derivative(0));
    }

    @Test
    void reluByHand() {
        assertEquals(3, RELU.value(3));
        assertEquals(0, RELU.value(-3));
        assertEquals(1, RELU.derivative(3));
        assertEquals(0, RELU.derivative(-3));
        assertEquals(0, RELU.derivative(0));
    }

    @Test
    void anActivationOfYourOwnIsNotBuiltIn() {
        Activation square = Activation.of("square", z -> z * z, (z, a) -> 2 * z);
        assertEquals(9, square.value(3));
        assertEquals(6, square.derivative(3));
        assertEquals("square", square.toString());
        assertEquals(
                List.of("sigmoid", "tanh", "relu", "leaky relu", "identity", "softmax"),
                Activation.builtIn().stream().map(Activation::name).toList());
    }

    @Test
    void softmaxByHand() {
        assertTrue(SOFTMAX.value(Z).isIdentical(row(0.125, 0.25, 0.625), 1e-15));
        SimpleMatrix jacobian = new SimpleMatrix(new double[][] {{7, -2, -5}, {-2, 12, -10}, {-5, -10, 15}}).divide(64);
        assertTrue(SOFTMAX.jacobian(Z).isIdentical(jacobian, 1e-15));
    }

    @Test
    void softmaxTakesEveryRowAlone() {
        SimpleMatrix rows = NumpyRandom.seed(1).randn(5, 4);
        SimpleMatrix all = SOFTMAX.value(rows);
        for (int i = 0; i < 5; i++) {
            assertTrue(all.getRow(i).isIdentical(SOFTMAX.value(rows.getRow(i)), 0));
            assertEquals(1, all.getRow(i).elementSum(), 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e6, -1000, 64, 1e6})
    void softmaxDoesNotSeeWhatIsAddedToAWholeRow(double shift) {
        SimpleMatrix z = row(1, -2, 0.5, 3);
        assertTrue(SOFTMAX.value(z).isIdentical(SOFTMAX.value(z.plus(shift)), 0));
    }

    @Test
    void softmaxStaysFiniteWhereExponentialsDoNot() {
        assertTrue(SOFTMAX.value(row(1000, -1000, 1000)).isIdentical(row(0.5, 0, 0.5), 0));
        assertTrue(SOFTMAX.value(row(-1000, -1000)).isIdentical(row(0.5, 0.5), 0));
    }

    @Test
    void softmaxOfOneUnitIsOneAndLearnsNothing() {
        assertTrue(SOFTMAX.value(row(-7)).isIdentical(row(1), 0));
        assertTrue(SOFTMAX.jacobian(row(-7)).isIdentical(row(0), 0));
    }

    @Test
    void theJacobianOfAUnitAloneIsDiagonal() {
        assertTrue(SIGMOID.jacobian(Z)
                .isIdentical(SIGMOID.derivative(Z).transpose().diag(), 0));
    }

    /** dA = −y/a times diag(a) − aᵀa is a − y (C24). */
    @Test
    void crossEntropysDerivativeThroughTheJacobianIsTheResidual() {
        SimpleMatrix a = SOFTMAX.value(Z);
        SimpleMatrix y = row(0, 0.25, 0.75);
        SimpleMatrix delta = y.negative().elementDiv(a).mult(SOFTMAX.jacobian(Z));
        Network network = Network.of(Dense.of(new SimpleMatrix(1, 3), Z, SOFTMAX));
        Gradients fused = Backpropagation.gradients(network, Loss.crossEntropy(), row(1), y);
        assertTrue(delta.isIdentical(a.minus(y), 1e-15));
        assertArrayEquals(delta.getDDRM().data, fused.delta(1).getDDRM().data, 1e-15);
    }

    @Test
    void softmaxOfOneNumberIsRefused() {
        assertEquals(
                "softmax of one number alone is always 1, because it shares 1 among the units of a layer;"
                        + " value(SimpleMatrix) takes them all, row by row",
                assertThrows(UnsupportedOperationException.class, () -> SOFTMAX.value(1))
                        .getMessage());
        String slopes =
                "softmax has no derivative unit by unit, because every output depends on every unit of the layer;"
                        + " jacobian(SimpleMatrix) gives the matrix diag(a) − aᵀa of a row";
        assertEquals(
                slopes,
                assertThrows(UnsupportedOperationException.class, () -> SOFTMAX.derivative(1))
                        .getMessage());
        assertEquals(
                slopes,
                assertThrows(UnsupportedOperationException.class, () -> SOFTMAX.derivative(Z))
                        .getMessage());
    }

    @Test
    void aJacobianOfManySamplesIsRefused() {
        ShapeException error = assertThrows(ShapeException.class, () -> SOFTMAX.jacobian(new SimpleMatrix(2, 3)));
        assertEquals(
                "a Jacobian belongs to one sample, but z is 2×3; take one row of it, z.getRow(i)", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SOFTMAX.jacobian(null));
        assertThrows(IllegalArgumentException.class, () -> SOFTMAX.value(null));
    }
}
