package org.chainrule.network;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.chainrule.data.DataException;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{1}, {2}});
    private static final SimpleMatrix Y = new SimpleMatrix(new double[][] {{0}, {1}});

    private static final SimpleMatrix ONE = SimpleMatrix.filled(1, 1, 1);

    /** A network whose weighted sums are these numbers, whatever comes in. */
    private static Network biases(Activation f, double... z) {
        return Network.of(Dense.of(new SimpleMatrix(1, z.length), new SimpleMatrix(1, z.length, true, z), f));
    }

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
        SimpleMatrix y = new SimpleMatrix(new double[][] {{0.25, 0, 0.75}});
        assertEquals(
                0.25 * Math.log(8) + 0.75 * Math.log(8 / 5.0),
                Loss.crossEntropy().of(biases(SOFTMAX, 0, Math.log(2), Math.log(5)), ONE, y),
                1e-15);
    }

    @Test
    void derivativesByHand() {
        assertEquals(0.5, Loss.halfSquaredError().derivative(0.75, 0.25));
        assertEquals(1, Loss.squaredError().summed().derivative(0.75, 0.25));
        // −y/a + (1 − y)/(1 − a) = −0.25/0.75 + 0.75/0.25
        assertEquals(8 / 3.0, Loss.binaryCrossEntropy().derivative(0.75, 0.25), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, Loss.binaryCrossEntropy().derivative(1, 0));
        assertEquals(-0.5, Loss.crossEntropy().derivative(0.5, 0.25));
        assertTrue(Loss.crossEntropy().isFused());
        assertTrue(Loss.binaryCrossEntropy().isFused() && !Loss.squaredError().isFused());
    }

    @Test
    void lossesAreEqualByErrorAndJoin() {
        assertEquals(Loss.squaredError(), Loss.squaredError().summed().mean());
        assertEquals(
                Loss.squaredError().hashCode(),
                Loss.squaredError().summed().mean().hashCode());
        assertNotEquals(Loss.squaredError(), Loss.squaredError().summed());
        assertNotEquals(
                Loss.squaredError().hashCode(), Loss.squaredError().summed().hashCode());
        assertNotEquals(Loss.squaredError(), Loss.halfSquaredError());
        assertNotEquals(Loss.squaredError(), null);
    }

    static LongStream seeds() {
        return RandomNetworks.seeds(60);
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
    void binaryCrossEntropyStaysFiniteWhereTheSigmoidSaturates(double w, double y) {
        Gradients g = Backpropagation.gradients(
                oneWeight(w, SIGMOID), Loss.binaryCrossEntropy(), ONE, SimpleMatrix.filled(1, 1, y));
        double limit = Math.max(w, 0) - w * y + Math.log1p(Math.exp(-Math.abs(w)));
        assertEquals(limit, g.loss(), 1e-12 * Math.max(1, limit));
        assertTrue(Double.isFinite(g.dW(1).get(0, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, -1000, 1, 0, 0, 0, 0",
        "1000, -1000, 0, 1, 2000, 1, -1",
        "-1000, 1000, 0.5, 0.5, 1000, -0.5, 0.5",
        "-1000, -1000, 1, 0, 0.6931471805599453, -0.5, 0.5",
        "50, 0, 1, 0, 1.9287498479639178e-22, 0, 1.9287498479639178e-22"
    })
    void crossEntropyStaysFiniteWhereTheSoftmaxSaturates(
            double z1, double z2, double y1, double y2, double loss, double delta1, double delta2) {
        SimpleMatrix y = new SimpleMatrix(new double[][] {{y1, y2}});
        Gradients g = Backpropagation.gradients(biases(SOFTMAX, z1, z2), Loss.crossEntropy(), ONE, y);
        assertEquals(loss, g.loss(), 1e-15 * loss);
        assertEquals(delta1, g.delta(1).get(0, 0), 1e-15 * Math.abs(delta1));
        assertEquals(delta2, g.delta(1).get(0, 1), 1e-15 * Math.abs(delta2));
    }

    static Stream<Arguments> pairsWithoutSense() {
        return Stream.of(
                Arguments.of(
                        Loss.binaryCrossEntropy(),
                        biases(TANH, 0, 0),
                        "binary cross-entropy reads each output as a probability of its own, but the last layer's"
                                + " activation is tanh; make it SIGMOID, or take Loss.squaredError()"),
                Arguments.of(
                        Loss.binaryCrossEntropy(),
                        biases(SOFTMAX, 0, 0),
                        "binary cross-entropy reads each output as a probability of its own, but the last layer's"
                                + " activation is softmax; make it SIGMOID, or take Loss.crossEntropy()"),
                Arguments.of(
                        Loss.crossEntropy(),
                        biases(SIGMOID, 0, 0),
                        "cross-entropy reads a row of outputs as the probabilities of classes, but the last layer's"
                                + " activation is sigmoid; make it SOFTMAX, or take Loss.binaryCrossEntropy()"),
                Arguments.of(
                        Loss.crossEntropy(),
                        biases(IDENTITY, 0, 0),
                        "cross-entropy reads a row of outputs as the probabilities of classes, but the last layer's"
                                + " activation is identity; make it SOFTMAX, or take Loss.squaredError()"),
                Arguments.of(
                        Loss.crossEntropy(),
                        biases(SOFTMAX, 0),
                        "cross-entropy needs an output for every class, but the last layer has one unit, of which softmax"
                                + " always makes 1; give it two, with Dataset.oneHot(2) for the targets, or make it"
                                + " SIGMOID and take Loss.binaryCrossEntropy()"));
    }

    @ParameterizedTest
    @MethodSource("pairsWithoutSense")
    void pairsThatMakeNoSenseAreRefused(Loss loss, Network network, String message) {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> loss.of(network, X, new SimpleMatrix(2, 2)));
        assertEquals(message, error.getMessage());
    }

    @Test
    void targetsOutsideTheRangeAreNamed() {
        DataException error = assertThrows(
                DataException.class, () -> Loss.binaryCrossEntropy().of(oneWeight(1, SIGMOID), X, Y.scale(2)));
        assertEquals(
                "binary cross-entropy needs targets between 0 and 1, but row 1, column 0 is 2.0", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | 0.75 | cross-entropy needs targets that sum to 1, but row 1 sums to 1.25; divide the row by its sum, or make"
                        + " rows of class numbers with Dataset.oneHot",
                "1.5 | -0.5 | cross-entropy needs targets of at least 0, but row 1, column 1 is -0.5"
            })
    void targetsThatAreNoProbabilitiesAreNamed(double y1, double y2, String message) {
        SimpleMatrix targets = new SimpleMatrix(new double[][] {{1, 0}, {y1, y2}});
        DataException error =
                assertThrows(DataException.class, () -> Loss.crossEntropy().of(biases(SOFTMAX, 0, 0), X, targets));
        assertEquals(message, error.getMessage());
    }

    @Test
    void probabilitiesMayBeRoundedInTheTenthDigit() {
        SimpleMatrix y = new SimpleMatrix(new double[][] {{0.3333333333, 0.6666666666}});
        assertEquals(Math.log(2), Loss.crossEntropy().of(biases(SOFTMAX, 0, 0), ONE, y), 1e-9);
    }

    @Test
    void classNumbersForASoftmaxAreToldHowToBecomeRows() {
        ShapeException error =
                assertThrows(ShapeException.class, () -> Loss.crossEntropy().of(biases(SOFTMAX, 0, 0), X, Y));
        assertEquals(
                "the network gives 2 outputs, but a target has 1 number; make the last layer as wide, or rows of class"
                        + " numbers with Dataset.oneHot(2)",
                error.getMessage());
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
