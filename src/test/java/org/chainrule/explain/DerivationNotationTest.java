package org.chainrule.explain;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** One weight of a 2-2-1 network, from input 1 to hidden unit 0, as each source writes its derivative. */
class DerivationNotationTest {
    private static final Network NETWORK = Network.of(
            Dense.of(new SimpleMatrix(new double[][] {{1, 2}, {3, 4}}), new SimpleMatrix(1, 2), SIGMOID),
            Dense.of(new SimpleMatrix(new double[][] {{-1}, {0.5}}), new SimpleMatrix(1, 1), SIGMOID));

    private static final ChainRule RULE = ChainRule.of(
            NETWORK,
            Loss.halfSquaredError(),
            new SimpleMatrix(new double[][] {{2, -1}}),
            new SimpleMatrix(new double[][] {{1}}));

    /** The first equation without its numbers, as {@code left = factor · factor · …}. */
    private static String symbols(String latex) {
        String equation = latex.lines().skip(1).findFirst().orElseThrow();
        return equation.replaceAll("\\}_\\{-?[0-9.]+\\}(\\\\cdot)?", "} ")
                .replaceAll(" = -?[0-9.]+ .*", "")
                .replaceAll("\\\\underbrace\\{\\\\frac\\{\\\\partial (\\S+)\\}\\{\\\\partial (\\S+)\\}\\}", "∂$1/∂$2")
                .replaceAll("\\\\frac\\{\\\\partial (\\S+)\\}\\{\\\\partial (\\S+)\\} &=", "∂$1/∂$2 =")
                .strip();
    }

    private static String weight(String source) {
        return symbols(RULE.in(source).weight(1, 1, 0).latex());
    }

    @Test
    void hereTheInputComesFirstAndAllIsCountedFromZero() {
        Derivation weight = RULE.weight(1, 1, 0);
        assertEquals(
                "∂C/∂w_{1,0}^{(1)} = ∂C/∂a_{0}^{(2)} ∂a_{0}^{(2)}/∂z_{0}^{(2)} ∂z_{0}^{(2)}/∂a_{0}^{(1)}"
                        + " ∂a_{0}^{(1)}/∂z_{0}^{(1)} ∂z_{0}^{(1)}/∂w_{1,0}^{(1)}",
                symbols(weight.latex()));
        assertEquals(
                List.of("-0.504735", "0.249978", "-1", "0.196612", "-1"),
                Pattern.compile("\\}_\\{(-?[0-9.]+)\\}(?=\\\\cdot| =)")
                        .matcher(weight.latex())
                        .results()
                        .map(number -> number.group(1))
                        .toList());
        assertEquals(
                List.of(
                        "&= -0.02480701642\\text{ by backpropagation} \\\\",
                        "&\\approx -0.02480701642\\text{ by finite differences: 12 digits agree}"),
                weight.latex().lines().skip(2).limit(2).toList());
    }

    @Test
    void sourceACountsWeightsByTheLayerTheyLeaveAndTheUnitFirst() {
        assertEquals(
                "∂C/∂w_{0,1}^{(0)} = ∂C/∂a_{0}^{(2)} ∂a_{0}^{(2)}/∂z_{0}^{(2)} ∂z_{0}^{(2)}/∂a_{0}^{(1)}"
                        + " ∂a_{0}^{(1)}/∂z_{0}^{(1)} ∂z_{0}^{(1)}/∂w_{0,1}^{(0)}",
                weight("A"));
    }

    @Test
    void sourceBWritesActivationsAsFunctionsOfSumsAndNoIndexForAnOnlyOutput() {
        assertEquals(
                "∂E/∂w_{12}^{(1)} = ∂E/∂P ∂P/∂a^{(2)} ∂a^{(2)}/∂h(a_{1}^{(1)})"
                        + " ∂h(a_{1}^{(1)})/∂a_{1}^{(1)} ∂a_{1}^{(1)}/∂w_{12}^{(1)}",
                weight("B"));
        assertEquals(
                "∂E/∂w_{0}^{(2)} = ∂E/∂P ∂P/∂a^{(2)} ∂a^{(2)}/∂w_{0}^{(2)}",
                symbols(RULE.in("B").bias(2, 0).latex()));
    }

    @Test
    void sourceCCountsFromOneAndTheUnitFirst() {
        assertEquals(
                "∂L/∂w_{1,2}^{(1)} = ∂L/∂a_{1}^{(2)} ∂a_{1}^{(2)}/∂z_{1}^{(2)} ∂z_{1}^{(2)}/∂a_{1}^{(1)}"
                        + " ∂a_{1}^{(1)}/∂z_{1}^{(1)} ∂z_{1}^{(1)}/∂w_{1,2}^{(1)}",
                weight("C"));
    }

    @Test
    void sourceDCountsLayersFromThatOfTheWeight() {
        assertEquals(
                "∂L/∂w1_{2,1} = ∂L/∂a^{-1} ∂a^{-1}/∂p^{-1} ∂p^{-1}/∂a_{1} ∂a_{1}/∂p_{1} ∂p_{1}/∂w1_{2,1}", weight("D"));
        assertEquals(
                "∂L/∂w2_{1,1} = ∂L/∂a ∂a/∂p ∂p/∂w2_{1,1}",
                symbols(RULE.in("D").weight(2, 0, 0).latex()));
    }

    @Test
    void sourceEWritesTheLayerAsABareSuperscript() {
        assertEquals(
                "∂C/∂w_{12}^{1} = ∂C/∂a_{1}^{2} ∂a_{1}^{2}/∂z_{1}^{2} ∂z_{1}^{2}/∂a_{1}^{1}"
                        + " ∂a_{1}^{1}/∂z_{1}^{1} ∂z_{1}^{1}/∂w_{12}^{1}",
                weight("E"));
    }

    @Test
    void deltaIsOnlyWrittenWhereItMeansTheSame() {
        Network wide = Network.inputs(1)
                .dense(12, SIGMOID)
                .dense(12, SIGMOID)
                .dense(2, SIGMOID)
                .initialize(Initializer.he(), NumpyRandom.seed(1));
        SimpleMatrix X = NumpyRandom.seed(2).randn(2, 1);
        SimpleMatrix Y = NumpyRandom.seed(3).rand(2, 2);
        Derivation mean = ChainRule.of(wide, Loss.halfSquaredError(), X, Y).weight(1, 0, 11);
        Derivation sum =
                ChainRule.of(wide, Loss.halfSquaredError().summed(), X, Y).weight(1, 0, 11);
        assertFalse(mean.latex().contains("\\delta"), "here, a mean's 1/n is inside δ");
        assertTrue(sum.latex().contains("\\underbrace{\\delta_{11}^{(1)}}_"), sum.latex());
        assertTrue(mean.in("E").latex().contains("\\underbrace{\\delta_{12}^{1}}_"), "there it is not");
        assertFalse(sum.in("A").latex().contains("\\delta"), "A has no name for it");
        assertTrue(sum.in("B").latex().contains("\\sum_{n}\\frac{\\partial E_{n}}{\\partial w_{12,1}^{(1)}}"));
    }

    @Test
    void smallNumbersHaveAPowerOfTen() {
        Network small = Network.of(Dense.withoutBias(SimpleMatrix.filled(1, 1, 1e-20), IDENTITY));
        SimpleMatrix one = SimpleMatrix.filled(1, 1, 1);
        String latex = ChainRule.of(small, Loss.halfSquaredError(), one.scale(1e-3), one.scale(-2e-30))
                .weight(1, 0, 0)
                .latex();
        assertTrue(latex.contains("}_{1\\cdot 10^{-23}}"), latex);
    }
}
