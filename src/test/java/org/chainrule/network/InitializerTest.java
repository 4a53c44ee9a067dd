package org.chainrule.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class InitializerTest {
    private static Dense drawn(Initializer initializer) {
        return Network.inputs(8)
                .dense(10, Activation.TANH)
                .initialize(initializer, NumpyRandom.seed(3))
                .layer(1);
    }

    private static void assertNormal(double deviation, Initializer initializer) {
        SimpleMatrix standard = NumpyRandom.seed(3).randn(8, 10);
        Dense layer = drawn(initializer);
        assertTrue(layer.W().isIdentical(standard.scale(deviation), 0));
        assertEquals(0, layer.b().elementMaxAbs());
    }

    @Test
    void hesDeviationIsTheRootOfTwoOverTheInputs() {
        assertNormal(0.5, Initializer.he());
    }

    @Test
    void xaviersDeviationIsTheRootOfTwoOverInputsAndUnits() {
        assertNormal(1 / 3.0, Initializer.xavier());
    }

    @Test
    void theDeviationIsThatWhichIsGiven() {
        assertNormal(0.01, Initializer.normal(0.01));
    }

    @Test
    void aConstantIsEveryWeight() {
        Dense layer = drawn(Initializer.constant(0.25).withBias(-1));
        assertTrue(layer.W().isIdentical(SimpleMatrix.filled(8, 10, 0.25), 0));
        assertTrue(layer.b().isIdentical(SimpleMatrix.filled(1, 10, -1), 0));
    }
}
