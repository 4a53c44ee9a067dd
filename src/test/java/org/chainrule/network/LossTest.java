package org.chainrule.network;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.chainrule.data.DataException;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{1}, {2}});
    private static final SimpleMatrix Y = new SimpleMatrix(new double[][] {{0}, {1}});

    private static Network oneWeight(double w, Activation f) {
        return Network.of(Dense.withoutBias(new SimpleMatrix(new double[][] {{w}}), f));
    }

    @Test
    void valuesByHand() {
        Network network = oneWeight(3, IDENTITY);
        assertEquals(9 + 25, Loss.squaredError().summed().of(network, X, Y));
        assertEquals(17, Loss.squaredError().of(network, X, Y));
        assertEquals(8.5, Loss.halfSquaredError().of(network, X, Y));
        assertEquals(
                Math.log(2) + Math.log(2), Loss.binaryCrossEntropy().summed().of(oneWeight(0, SIGMOID), X, Y), 1e-15);
    }

    @Test
    void derivativesByHand() {
        assertEquals(0.5, Loss.halfSquaredError().derivative(0.75, 0.25));
        assertEquals(1, Loss.squaredError().summed().derivative(0.75, 0.25));
        // −y/a + (1 − y)/(1 − a) = −0.25/0.75 + 0.75/0.25
        assertEquals(8 / 3.0, Loss.binaryCrossEntropy().derivative(0.75, 0.25), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, Loss.binaryCrossEntropy().derivative(1, 0));
        assertTrue(Loss.binaryCrossEntropy().isFused() && !Loss.squaredError().isFused());
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMeanIsTheSumDividedByTheNumberOfSamples(long seed) {
        RandomNetworks drawn = RandomNetworks.draw(seed);
        int n = drawn.X().getNumRows();
        Gradients sum = Backpropagation.gradients(drawn.network(), drawn.loss().summed(), drawn.X(), drawn.Y());
        Gradients mean = Backpropagation.gradients(drawn.network(), drawn.loss().mean(), drawn.X(), drawn.Y());
        assertEquals(sum.loss(), n * mean.loss(), 1e-13 * Math.abs(sum.loss()));
        double[] scaled = Arrays.stream(mean.toVector()).map(g -> n * g).toArray();
        assertArrayEquals(sum.toVector(), scaled, 1e-12 * (1 + sum.loss()));
    }

    @ParameterizedTest
    @CsvSource({"800, 0", "-800, 0", "800, 1", "-800, 1", "1e300, 0.5", "0, 0.25"})
    void crossEntropyStaysFiniteWhereTheSigmoidSaturates(double w, double y) {
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        Gradients g = Backpropagation.gradients(
                oneWeight(w, SIGMOID), Loss.binaryCrossEntropy(), one, SimpleMatrix.filled(1, 1, y));
        double limit = Math.max(w, 0) - w * y + Math.log1p(Math.exp(-Math.abs(w)));
        assertEquals(limit, g.loss(), 1e-12 * Math.max(1, limit));
        assertTrue(Double.isFinite(g.dW(1).get(0, 0)));
    }

    @Test
    void pairsThatMakeNoSenseAreRefused() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class, () -> Loss.binaryCrossEntropy().of(oneWeight(1, TANH), X, Y));
        assertEquals(
                "binary cross-entropy reads an output as a probability, but the last layer's activation is tanh; make it"
                        + " SIGMOID, or take Loss.squaredError()",
                error.getMessage());
    }

    @Test
    void targetsOutsideTheRangeAreNamed() {
        DataException error = assertThrows(
                DataException.class, () -> Loss.binaryCrossEntropy().of(oneWeight(1, SIGMOID), X, Y.scale(2)));
        assertEquals(
                "binary cross-entropy needs targets between 0 and 1, but row 1, column 0 is 2.0", error.getMessage());
    }

    @Test
    void shapesThatDisagreeAreNamed() {
        Network network = oneWeight(1, SIGMOID);
        Loss loss = Loss.squaredError();
        assertThrows(ShapeException.class, () -> loss.of(network, new SimpleMatrix(2, 3), Y));
        assertThrows(ShapeException.class, () -> loss.of(network, X, new SimpleMatrix(2, 2)));
        assertThrows(ShapeException.class, () -> loss.of(network, X, new SimpleMatrix(3, 1)));
        assertThrows(DataException.class, () -> loss.of(network, X, SimpleMatrix.filled(2, 1, Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> loss.of(network, X, null));
        assertThrows(IllegalArgumentException.class, () -> loss.of(null, X, Y));
    }
}
