package org.chainrule.network;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class BackpropagationTest {
    private static final Network NETWORK = Network.inputs(2)
            .denseWithoutBias(3, TANH)
            .dense(2, IDENTITY)
            .initialize(Initializer.normal(1).withNormalBias(), NumpyRandom.seed(5));
    private static final SimpleMatrix X = NumpyRandom.seed(6).randn(4, 2);
    private static final SimpleMatrix Y = NumpyRandom.seed(7).randn(4, 2);

    private static Backpropagation loaded() {
        return Backpropagation.on(NETWORK, Loss.squaredError(), X, Y);
    }

    @Test
    void theWorkbenchComputesWhatTheNetworkDoes() {
        Backpropagation backpropagation = loaded();
        backpropagation.backward();
        Gradients g = Backpropagation.gradients(NETWORK, Loss.squaredError(), X, Y);
        assertArrayEquals(g.toVector(), backpropagation.gradient());
        assertEquals(g.loss(), backpropagation.loss());
        SimpleMatrix A = NETWORK.predict(X);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 2; j++) {
                assertEquals(A.get(i, j), backpropagation.output(i, j));
            }
        }
    }

    @Test
    void aChangedParameterCountsFromTheNextForward() {
        Backpropagation backpropagation = loaded();
        assertEquals(NETWORK, backpropagation.network());
        backpropagation.parameters()[12] = 7;
        double before = backpropagation.loss();
        backpropagation.forward();
        double[] theta = NETWORK.parameters();
        theta[12] = 7;
        assertEquals(NETWORK.withParameters(theta), backpropagation.network());
        assertEquals(Loss.squaredError().of(backpropagation.network(), X, Y), backpropagation.loss());
        assertEquals(Loss.squaredError().of(NETWORK, X, Y), before);
    }

    /** In the last sample and the last output only, where a loop that ends too early would not look. */
    @Test
    void aDerivativeThatIsNoNumberIsSeen() {
        Backpropagation backpropagation = loaded();
        backpropagation.backward();
        assertTrue(backpropagation.isFinite());
        SimpleMatrix large = Y.copy();
        large.set(3, 1, -1.7e308);
        Backpropagation overflowing =
                Backpropagation.on(NETWORK, Loss.squaredError().summed(), X, large);
        overflowing.backward();
        assertFalse(overflowing.isFinite());
    }

    @Test
    void whatLiesInTheBuffersFromALargerBatchIsNotLookedAt() {
        double[] y = Y.getDDRM().data.clone();
        y[6] = -1.7e308;
        Backpropagation backpropagation =
                new Backpropagation(NETWORK, Loss.squaredError().summed(), 4);
        int[] order = {0, 1, 2, 3};
        backpropagation.load(X.getDDRM().data, y, order, 0, 4);
        backpropagation.forward();
        backpropagation.backward();
        assertFalse(backpropagation.isFinite());
        backpropagation.load(X.getDDRM().data, y, order, 0, 3);
        backpropagation.forward();
        backpropagation.backward();
        assertTrue(backpropagation.isFinite());
        assertThrows(
                IllegalArgumentException.class,
                () -> backpropagation.load(X.getDDRM().data, y, new int[] {0, 1, 2, 3, 0}, 0, 5));
    }

    @Test
    void matricesOfDerivativesAreThePartsOfTheVector() {
        Gradients g = Backpropagation.gradients(NETWORK, Loss.squaredError(), X, Y);
        double[] vector = g.toVector();
        assertEquals(vector[5], g.dW(1).get(1, 2));
        assertTrue(g.db(1).isIdentical(new SimpleMatrix(1, 3), 0), "a layer without a bias has none to change");
        assertEquals(vector[6], g.dW(2).get(0, 0));
        assertEquals(vector[11], g.dW(2).get(2, 1));
        assertArrayEquals(new double[] {vector[12], vector[13]}, g.db(2).getDDRM().data);
        assertSame(NETWORK, g.network());
        assertEquals("Gradients[Network 2-3-2 (14 parameters), 4 samples]", g.toString());
    }
}
