package org.chainrule.explain;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.chainrule.data.DataException;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Dense;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.network.RandomNetworks;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GradientCheckTest {
    /** Layers of one width, so that a transposed product has a shape that fits. */
    private static final Network SQUARE = Network.inputs(3)
            .dense(3, TANH)
            .dense(3, SIGMOID)
            .dense(3, SIGMOID)
            .initialize(Initializer.xavier().withNormalBias(), NumpyRandom.seed(5));

    private static final SimpleMatrix X = NumpyRandom.seed(6).randn(4, 3);
    private static final SimpleMatrix Y = NumpyRandom.seed(7).rand(4, 3);

    private static final SimpleMatrix XOR_X = Datasets.xor().inputs();
    private static final SimpleMatrix XOR_Y = Datasets.xor().targets();

    @ParameterizedTest
    @EnumSource(MistakenBackpropagation.class)
    void aWrongGradientIsCaught(MistakenBackpropagation mistake) {
        double[] gradient = mistake.gradient(SQUARE, X, Y);
        GradientCheck check = GradientCheck.of(SQUARE, Loss.halfSquaredError(), X, Y, gradient);
        if (mistake == MistakenBackpropagation.NONE) {
            assertArrayEquals(
                    Backpropagation.gradients(SQUARE, Loss.halfSquaredError(), X, Y)
                            .toVector(),
                    gradient,
                    1e-15);
            assertEquals(Verdict.RIGHT, check.verdict());
            assertEquals(gradient.length, check.count(Verdict.RIGHT));
        } else {
            assertEquals(Verdict.WRONG, check.verdict());
            assertEquals(Verdict.WRONG, check.worst().verdict());
        }
    }

    /** What σ′ suggests, the diagonal of softmax's Jacobian alone, is wrong under the squared error; the whole is right. */
    @Test
    void softmaxsDerivativeTakenUnitByUnitIsCaught() {
        Network network = Network.inputs(3)
                .dense(3, SOFTMAX)
                .initialize(Initializer.xavier().withNormalBias(), NumpyRandom.seed(5));
        ForwardPass pass = network.forward(X);
        SimpleMatrix a = pass.output();
        SimpleMatrix dA = a.minus(Y).divide(X.getNumRows());
        SimpleMatrix ones = SimpleMatrix.filled(a.getNumRows(), a.getNumCols(), 1);
        assertEquals(Verdict.WRONG, verdict(network, dA.elementMult(a.elementMult(ones.minus(a)))));
        SimpleMatrix delta = new SimpleMatrix(0, 3);
        for (int i = 0; i < X.getNumRows(); i++) {
            delta = delta.concatRows(
                    dA.getRow(i).mult(SOFTMAX.jacobian(pass.z(1).getRow(i))));
        }
        assertEquals(Verdict.RIGHT, verdict(network, delta));
    }

    private static Verdict verdict(Network network, SimpleMatrix delta) {
        SimpleMatrix db = SimpleMatrix.filled(1, X.getNumRows(), 1).mult(delta);
        double[] gradient = network.flatten(List.of(X.transpose().mult(delta)), List.of(db));
        return GradientCheck.of(network, Loss.halfSquaredError(), X, Y, gradient)
                .verdict();
    }

    static LongStream seeds() {
        return RandomNetworks.seeds(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void backpropagationIsNeverCalledWrong(long seed) {
        RandomNetworks drawn = RandomNetworks.draw(seed);
        GradientCheck check = GradientCheck.of(drawn.network(), drawn.loss(), drawn.X(), drawn.Y());
        assertEquals(0, check.count(Verdict.WRONG), () -> check.worst().toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void smoothNetworksAreCertifiedAndAHundredThousandthOffIsNot(long seed) {
        RandomNetworks drawn = RandomNetworks.drawSmooth(seed);
        double[] gradient = Backpropagation.gradients(drawn.network(), drawn.loss(), drawn.X(), drawn.Y())
                .toVector();
        GradientCheck check = GradientCheck.of(drawn.network(), drawn.loss(), drawn.X(), drawn.Y(), gradient);
        assertEquals(Verdict.RIGHT, check.verdict());
        int i = largest(gradient);
        gradient[i] *= 1 + 1e-5;
        GradientCheck off = GradientCheck.of(drawn.network(), drawn.loss(), drawn.X(), drawn.Y(), gradient);
        assertEquals(Verdict.WRONG, off.verdict());
        assertEquals(drawn.network().parameter(i), off.worst().parameter());
    }

    static Stream<Arguments> kinkedLayers() {
        return seeds().boxed()
                .flatMap(seed -> Stream.of(
                        Arguments.of(seed, RELU, RELU),
                        Arguments.of(seed, LEAKY_RELU, LEAKY_RELU),
                        Arguments.of(seed, TANH, RELU)));
    }

    /** XOR has the input (0, 0): with biases of 0 all units of the two layers then stand exactly on their kinks. */
    @ParameterizedTest
    @MethodSource("kinkedLayers")
    void kinksAreNotMistakenForErrors(long seed, Activation first, Activation second) {
        GradientCheck check =
                GradientCheck.of(atTheKinks(seed, first, second), Loss.binaryCrossEntropy(), XOR_X, XOR_Y);
        assertEquals(0, check.count(Verdict.WRONG), () -> check.worst().toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void errorsAreNotMistakenForKinks(long seed) {
        Network network = atTheKinks(seed, LEAKY_RELU, LEAKY_RELU);
        double[] gradient = Backpropagation.gradients(network, Loss.binaryCrossEntropy(), XOR_X, XOR_Y)
                .toVector();
        double[] uphill = Arrays.stream(gradient).map(g -> -g).toArray();
        assertEquals(
                Verdict.WRONG,
                GradientCheck.of(network, Loss.binaryCrossEntropy(), XOR_X, XOR_Y, uphill)
                        .verdict());
    }

    private static Network atTheKinks(long seed, Activation first, Activation second) {
        return Network.inputs(2)
                .dense(3, first)
                .dense(3, second)
                .dense(1, SIGMOID)
                .initialize(Initializer.he(), NumpyRandom.seed(seed));
    }

    static Stream<Activation> kinked() {
        return Stream.of(RELU, LEAKY_RELU);
    }

    @ParameterizedTest
    @MethodSource("kinked")
    void aKinkIsUndecidedWithinItsTwoSlopesAndWrongOutside(Activation kinked) {
        Network atTheKink = Network.of(
                Dense.of(new SimpleMatrix(1, 1), new SimpleMatrix(1, 1), kinked),
                Dense.withoutBias(SimpleMatrix.filled(1, 1, 1), IDENTITY));
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        GradientCheck check = GradientCheck.of(atTheKink, Loss.halfSquaredError(), one, one);
        assertEquals(Verdict.UNDECIDED, check.entries().get(0).verdict());
        GradientCheck outside = GradientCheck.of(atTheKink, Loss.halfSquaredError(), one, one, new double[] {5, 0, 0});
        assertEquals(Verdict.WRONG, outside.entries().get(0).verdict());
    }

    @Test
    void aDerivativeBelowWhatDifferencesCanSeeIsUndecided() {
        Network saturated = Network.of(Dense.of(SimpleMatrix.filled(1, 1, 36), new SimpleMatrix(1, 1), SIGMOID));
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        SimpleMatrix zero = new SimpleMatrix(1, 1);
        GradientCheck check = GradientCheck.of(saturated, Loss.halfSquaredError(), one, zero);
        assertEquals(Verdict.UNDECIDED, check.verdict());
        assertTrue(check.entries().get(0).claimed() > 0);
    }

    @Test
    void aParameterThatChangesNothingIsRight() {
        Network network = Network.of(Dense.of(SimpleMatrix.filled(1, 1, 1), new SimpleMatrix(1, 1), SIGMOID));
        GradientCheck check =
                GradientCheck.of(network, Loss.halfSquaredError(), new SimpleMatrix(1, 1), new SimpleMatrix(1, 1));
        assertEquals(Verdict.RIGHT, check.entries().get(0).verdict());
        assertEquals(0, check.entries().get(0).relativeError());
    }

    @Test
    void partsHaveVerdictsOfTheirOwn() {
        double[] gradient =
                Backpropagation.gradients(SQUARE, Loss.halfSquaredError(), X, Y).toVector();
        gradient[gradient.length - 1] *= -1;
        GradientCheck check = GradientCheck.of(SQUARE, Loss.halfSquaredError(), X, Y, gradient);
        assertEquals(
                List.of("W(1)", "b(1)", "W(2)", "b(2)", "W(3)", "b(3)"),
                check.parts().stream().map(GradientCheck.Part::name).toList());
        assertEquals(Verdict.WRONG, check.parts().get(5).check().verdict());
        assertEquals(Verdict.RIGHT, check.parts().get(4).check().verdict());
        assertEquals("b(3)[2]", check.worst().parameter().toString());
    }

    @Test
    void badInputIsRefused() {
        Loss loss = Loss.halfSquaredError();
        ShapeException error =
                assertThrows(ShapeException.class, () -> GradientCheck.of(SQUARE, loss, X, Y, new double[2]));
        assertEquals(
                "the gradient has 2 numbers, but the network has 36 parameters; give one derivative a parameter",
                error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> GradientCheck.of(SQUARE, loss, X, Y, null));
        assertThrows(ShapeException.class, () -> GradientCheck.of(SQUARE, loss, Y, new SimpleMatrix(4, 2)));
        assertThrows(DataException.class, () -> GradientCheck.of(SQUARE, loss, X, Y.scale(Double.NaN)));
    }

    @Test
    void aClaimThatIsNotANumberIsWrong() {
        double[] gradient = new double[SQUARE.parameterCount()];
        gradient[0] = Double.NaN;
        gradient[1] = Double.NEGATIVE_INFINITY;
        GradientCheck check = GradientCheck.of(SQUARE, Loss.halfSquaredError(), X, Y, gradient);
        assertEquals(Verdict.WRONG, check.entries().get(0).verdict());
        assertEquals(Verdict.WRONG, check.entries().get(1).verdict());
    }

    @Test
    void aLossThatCannotBeMeasuredIsUndecided() {
        Network huge =
                Network.inputs(1).dense(1, IDENTITY).initialize(Initializer.constant(1e200), NumpyRandom.seed(0));
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        GradientCheck check = GradientCheck.of(huge, Loss.halfSquaredError(), one, one, new double[] {1e200, 1e200});
        assertEquals(Verdict.UNDECIDED, check.verdict());
    }

    @Test
    void aCheckCanBeInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> GradientCheck.of(SQUARE, Loss.halfSquaredError(), X, Y));
        assertTrue(Thread.interrupted());
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = Math.abs(values[i]) > Math.abs(values[largest]) ? i : largest;
        }
        return largest;
    }
}
