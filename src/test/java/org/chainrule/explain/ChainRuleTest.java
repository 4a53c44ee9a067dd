package org.chainrule.explain;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.explain.Chain.Form;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Dense;
import org.chainrule.network.Gradients;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.network.RandomNetworks;
import org.chainrule.network.WorkedExample;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChainRuleTest {
    private static final Dataset XOR = Datasets.xor();

    private static final ChainRule WORKED =
            ChainRule.of(WorkedExample.NETWORK, Loss.halfSquaredError(), WorkedExample.X, WorkedExample.Y);

    private static Network network(long seed, int inputs, Object... layers) {
        var architecture = Network.inputs(inputs);
        for (int at = 0; at < layers.length; at += 2) {
            architecture = architecture.dense((Integer) layers[at], (Activation) layers[at + 1]);
        }
        return architecture.initialize(Initializer.xavier().withNormalBias(), NumpyRandom.seed(seed));
    }

    static LongStream seeds() {
        return RandomNetworks.seeds(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theProductsAddUpToEveryDerivative(long seed) {
        RandomNetworks drawn = RandomNetworks.draw(seed);
        LocalDerivatives local = new LocalDerivatives(drawn.network(), drawn.loss(), drawn.X(), drawn.Y());
        Gradients g = Backpropagation.gradients(drawn.network(), drawn.loss(), drawn.X(), drawn.Y());
        Chain chain = new Chain(local);
        double tolerance = 1e-12
                * Math.max(1, Arrays.stream(g.toVector()).map(Math::abs).max().orElseThrow());
        for (Form form : Form.values()) {
            for (int l = 1; l <= drawn.network().depth(); l++) {
                for (int j = 0; j < drawn.network().layer(l).units(); j++) {
                    for (int i = 0; i < local.size(); i++) {
                        List<Product> delta = chain.products(Quantity.sum(l, j), i, form);
                        assertEquals(g.delta(l).get(i, j), local.scale() * Product.sum(delta), tolerance);
                        assertEquals(chain.count(l, form), delta.size());
                    }
                    for (int k = 0; k < drawn.network().layer(l).inputs(); k++) {
                        Quantity weight = Quantity.weight(l, k, j);
                        assertEquals(g.dW(l).get(k, j), sumOverSamples(chain, local, weight, form), tolerance);
                    }
                    if (drawn.network().layer(l).hasBias()) {
                        assertEquals(
                                g.db(l).get(j), sumOverSamples(chain, local, Quantity.bias(l, j), form), tolerance);
                    }
                }
            }
        }
    }

    private static double sumOverSamples(Chain chain, LocalDerivatives local, Quantity by, Form form) {
        double sum = 0;
        for (int i = 0; i < local.size(); i++) {
            sum += local.scale() * Product.sum(chain.products(by, i, form));
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theValueIsBackpropagationsAndFiniteDifferencesAgree(long seed) {
        RandomNetworks drawn = RandomNetworks.drawSmooth(seed);
        Gradients g = Backpropagation.gradients(drawn.network(), drawn.loss(), drawn.X(), drawn.Y());
        ChainRule rule = ChainRule.of(drawn.network(), drawn.loss(), drawn.X(), drawn.Y());
        Derivation weight = rule.weight(1, 0, 0);
        assertEquals(g.dW(1).get(0, 0), weight.value());
        assertEquals(weight.value(), weight.measured(), 1e-7 * Math.max(1, Math.abs(weight.value())));
        Derivation delta = rule.delta(1, 0);
        for (int i = 0; i < drawn.X().getNumRows(); i++) {
            assertEquals(g.delta(1).get(i, 0), delta.shares()[i], 1e-12 * Math.max(1, Math.abs(delta.shares()[i])));
        }
        assertEquals(delta.value(), delta.measured(), 1e-7 * Math.max(1, Math.abs(delta.value())));
        if (drawn.network().layer(1).hasBias()) {
            assertEquals(delta.value(), rule.bias(1, 0).value(), 1e-12 * Math.max(1, Math.abs(delta.value())));
        }
    }

    @Test
    void theFactorsOfAnOutputWeightAreThePrintedOnes() {
        String[] lines = WORKED.weight(2, 0, 0).toString().split("\n");
        assertEquals("∂C/∂W(2)[0, 0] = ∂C/∂a(2)[0] · ∂a(2)[0]/∂z(2)[0] · ∂z(2)[0]/∂W(2)[0, 0]", lines[0]);
        assertEquals("    = 0.741365 · 0.186816 · 0.59327 = 0.082167", lines[1]);
        assertEquals("    = 0.08216704056 by backpropagation", lines[2]);
        assertEquals("    ≈ 0.08216704056 by finite differences: 11 digits agree", lines[3]);
        assertEquals(4, lines.length);
    }

    @Test
    void aHiddenWeightSumsOverItsPaths() {
        Derivation hidden = WORKED.weight(1, 0, 0);
        assertEquals(0.000438568, hidden.value(), 1e-9);
        assertTrue(hidden.digits() >= 9, hidden.toString());
        String text = hidden.toString();
        assertTrue(text.contains("\n    + ∂C/∂a(2)[1] · ∂a(2)[1]/∂z(2)[1] · ∂z(2)[1]/∂a(1)[0] · "), text);
        assertTrue(text.contains("\n    = 0.000668396 - 0.000229828 = 0.000438568\n"), text);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void eachFormIsUsedWhereThereIsRoomForNoMore(Form form) {
        int samples = form == Form.OWN_UNIT ? 20 : 1;
        Network wide = network(1, 2, 3, TANH, form == Form.PATHS ? 4 : 50, TANH, 2, IDENTITY);
        Derivation weight = ChainRule.of(
                        wide,
                        Loss.halfSquaredError(),
                        NumpyRandom.seed(2).randn(samples, 2),
                        NumpyRandom.seed(3).randn(samples, 2))
                .weight(1, 1, 2);
        String text = weight.toString();
        assertEquals(form == Form.PATHS, text.contains("∂C/∂a(3)[0]"), text);
        assertEquals(form == Form.NEXT_LAYER, text.contains("… and 44 more, together "), text);
        assertEquals(form == Form.OWN_UNIT, text.contains("… and 14 samples, together "), text);
        assertEquals(form != Form.PATHS, text.contains("100 paths lead here from the loss"), text);
        assertTrue(weight.latex().length() < 6000, weight.latex().length() + " characters");
    }

    @Test
    void behindOneWideLayerThePathsAreWrittenAndFolded() {
        Network wide = network(1, 2, 3, TANH, 50, TANH, 1, IDENTITY);
        Derivation weight = ChainRule.of(
                        wide,
                        Loss.halfSquaredError(),
                        NumpyRandom.seed(2).randn(1, 2),
                        NumpyRandom.seed(3).randn(1, 1))
                .weight(1, 1, 2);
        String text = weight.toString();
        assertTrue(text.startsWith("∂C/∂W(1)[1, 2] = ∂C/∂a(3)[0] · "), text);
        assertTrue(text.contains("… and 44 more, together "), text);
    }

    @Test
    void theMeanOverSamplesIsWritten() {
        Network network = network(4, 2, 2, SIGMOID, 1, SIGMOID);
        ChainRule rule = ChainRule.of(network, Loss.binaryCrossEntropy(), XOR.inputs(), XOR.targets());
        String text = rule.bias(1, 0).toString();
        assertTrue(text.startsWith("∂C/∂b(1)[0] = 1/4 · Σ ∂C[i]/∂b(1)[0]\n∂C[0]/∂b(1)[0] = ∂C[0]/∂a(2)[0] · "), text);
        assertTrue(text.contains("the first two factors together are the output less the target"), text);
        String summed = ChainRule.of(network, Loss.binaryCrossEntropy().summed(), XOR.inputs(), XOR.targets())
                .bias(1, 0)
                .toString();
        assertTrue(summed.startsWith("∂C/∂b(1)[0] = Σ ∂C[i]/∂b(1)[0]\n"), summed);
        assertFalse(summed.contains("1/4"), summed);
    }

    @Test
    void aSaturatedOutputOfAFusedLossIsLeftAsOutputLessTarget() {
        Network saturated = Network.of(Dense.of(SimpleMatrix.filled(1, 1, 800), new SimpleMatrix(1, 1), SIGMOID));
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        ChainRule rule = ChainRule.of(saturated, Loss.binaryCrossEntropy(), one, new SimpleMatrix(1, 1));
        Derivation weight = rule.weight(1, 0, 0);
        assertEquals(1, weight.value());
        assertTrue(
                weight.toString().contains("= (a(1)[0] - y[0]) · ∂z(1)[0]/∂W(1)[0, 0]\n    = 1 · 1 = 1"),
                weight.toString());
        assertTrue(
                weight.in("B").latex().contains("\\underbrace{P - t}_{1}"),
                weight.in("B").latex());
        assertTrue(rule.cells().get(0).contains("(a − y)"), rule.cells().toString());
    }

    @Test
    void throughASoftmaxEveryUnitIsAPath() {
        Network network = network(8, 2, 3, SOFTMAX, 1, IDENTITY);
        SimpleMatrix x = new SimpleMatrix(new double[][] {{0.3, -0.7}});
        Derivation weight = ChainRule.of(network, Loss.halfSquaredError(), x, SimpleMatrix.filled(1, 1, 1))
                .weight(1, 1, 2);
        String text = weight.toString();
        for (int k = 0; k < 3; k++) {
            assertTrue(text.contains("∂z(2)[0]/∂a(1)[" + k + "] · ∂a(1)[" + k + "]/∂z(1)[2]"), text);
        }
        assertTrue(weight.digits() >= 8, text);
    }

    @Test
    void aSoftmaxWithItsCrossEntropyIsOneStep() {
        Network network = network(9, 2, 3, SOFTMAX);
        ChainRule rule = ChainRule.of(
                network,
                Loss.crossEntropy(),
                new SimpleMatrix(new double[][] {{0.3, -0.7}}),
                new SimpleMatrix(new double[][] {{0, 1, 0}}));
        String latex = rule.weight(1, 0, 1).in("C").latex();
        assertTrue(latex.contains("&= \\underbrace{a_{2}^{(1)} - y_{2}}_{"), latex);
        assertTrue(latex.contains("the loss and its activation are derived in one step"), latex);
        assertTrue(rule.delta(1, 2).digits() >= 9, rule.delta(1, 2).toString());
    }

    @Test
    void aKinkIsNamed() {
        Network atTheKink = Network.of(
                Dense.of(new SimpleMatrix(1, 1), new SimpleMatrix(1, 1), RELU),
                Dense.withoutBias(SimpleMatrix.filled(1, 1, 1), IDENTITY));
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        String text = ChainRule.of(atTheKink, Loss.halfSquaredError(), one, one)
                .weight(1, 0, 0)
                .toString();
        assertTrue(text.contains("≈ 0 by finite differences below a kink, and -1 above it"), text);
    }

    @Test
    void whereFiniteDifferencesOverflowTheTextSaysSo() {
        Network huge = Network.of(Dense.withoutBias(SimpleMatrix.filled(1, 1, 1e200), IDENTITY));
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        Derivation delta = ChainRule.of(huge, Loss.squaredError(), one, one).delta(1, 0);
        assertEquals(0, delta.digits());
        assertTrue(delta.toString().endsWith("= 2e+200 by backpropagation\nfinite differences give no number here"));
    }

    @Test
    void anActivationOfOnesOwnAndALayerWithoutBias() {
        Activation cube = Activation.of("cube", z -> z * z * z, (z, a) -> 3 * z * z);
        Network network = Network.of(Dense.withoutBias(SimpleMatrix.filled(1, 1, 2), cube));
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        ChainRule rule = ChainRule.of(network, Loss.squaredError(), one, one);
        assertTrue(rule.weight(1, 0, 0).toString().contains("= 14 · 12 · 1 = 168\n"));
        assertEquals(168, rule.delta(1, 0).value());
        assertTrue(rule.delta(1, 0).digits() >= 9);
        Exception error = assertThrows(IllegalArgumentException.class, () -> rule.bias(1, 0));
        assertEquals(
                "layer 1 has no bias; take one of its weights, or give it a bias with Dense.of(W, b, activation)",
                error.getMessage());
    }

    @Test
    void aTableOfTheWholeBackwardPass() {
        List<List<Object>> cells = WORKED.cells();
        assertEquals(4 + WorkedExample.NETWORK.parameterCount(), cells.size());
        assertEquals(List.of("delta(2)[0, 0]", "∂C/∂a · ∂a/∂z", "0.741365 · 0.186816", "0.138499"), cells.get(0));
        assertEquals(
                List.of("dW(2)[0, 0]", "delta(2)[0, 0] · a(1)[0, 0]", "0.138499 · 0.59327", "0.082167"), cells.get(2));
        assertEquals(
                List.of(
                        "delta(1)[0, 0]",
                        "Σ delta(2) · w · ∂a/∂z",
                        "0.138499 · 0.4 · 0.241301 - 0.0380982 · 0.5 · 0.241301",
                        "0.00877135"),
                cells.get(8));
        assertEquals(
                "Backward pass of Network 2-2-2 (12 parameters), half squared error, mean over samples, 1 sample",
                WORKED.toString());
        assertTrue(cells.stream().allMatch(row -> row.size() == WORKED.columns().size()));
    }

    @Test
    void theTableOfALargeNetworkIsShortened() {
        Network large = network(5, 64, 50, RELU, 10, SIGMOID);
        List<List<Object>> cells = ChainRule.of(
                        large,
                        Loss.binaryCrossEntropy(),
                        NumpyRandom.seed(6).rand(100, 64),
                        NumpyRandom.seed(7).rand(100, 10))
                .cells();
        assertTrue(cells.size() <= 42, cells.size() + " rows");
        assertEquals("… and 994 more", cells.get(6).get(0));
        assertTrue(
                cells.get(7).get(2).toString().endsWith("… (100 in all)"),
                cells.get(7).toString());
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThrows(IndexOutOfBoundsException.class, () -> WORKED.weight(0, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> WORKED.delta(3, 0));
        Exception error = assertThrows(IndexOutOfBoundsException.class, () -> WORKED.weight(1, 2, 0));
        assertEquals("there is no row 2; W(1) has a row an input, from 0 to 1", error.getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> WORKED.weight(1, 0, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> WORKED.bias(1, 2));
        assertThrows(IllegalArgumentException.class, () -> WORKED.in("F"));
        assertThrows(IllegalArgumentException.class, () -> WORKED.in((Notation) null));
        error = assertThrows(IllegalArgumentException.class, () -> WORKED.in(Notation.all()));
        assertTrue(error.getMessage().startsWith("a derivation is written in one notation"), error.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> ChainRule.of(null, Loss.squaredError(), XOR.inputs(), XOR.targets()));
        assertThrows(
                ShapeException.class,
                () -> ChainRule.of(WorkedExample.NETWORK, Loss.squaredError(), XOR.inputs(), XOR.targets()));
    }
}
