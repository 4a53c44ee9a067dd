package org.chainrule.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backpropagation against forward-mode automatic differentiation, which shares none of its code and none of its ideas. */
class BackpropagationOracleTest {
    private static final int CASES = 500;

    static LongStream seeds() {
        return RandomNetworks.seeds(CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithForwardModeDifferentiation(long seed) {
        RandomNetworks drawn = RandomNetworks.draw(seed);
        Gradients ours = Backpropagation.gradients(drawn.network(), drawn.loss(), drawn.X(), drawn.Y());
        Gradient oracle = loss(drawn);
        double[] gradient = ours.toVector();
        double scale = 1e-12;
        for (double derivative : gradient) {
            scale = Math.max(scale, Math.abs(derivative));
        }
        assertEquals(oracle.getValue(), ours.loss(), 1e-12 * Math.max(1, Math.abs(ours.loss())));
        for (int i = 0; i < gradient.length; i++) {
            assertEquals(
                    oracle.getPartialDerivative(i),
                    gradient[i],
                    1e-10 * scale,
                    drawn.network().parameter(i) + " of " + drawn.network() + " with " + drawn.loss());
        }
    }

    @Test
    void theCasesCoverEveryAllowedPairAndWidthsAndBatchesOfOne() {
        Set<String> pairs = new HashSet<>();
        Set<String> hidden = new HashSet<>();
        boolean widthOne = false;
        boolean batchOne = false;
        for (long seed = 0; seed < CASES; seed++) {
            RandomNetworks drawn = RandomNetworks.draw(seed);
            Network network = drawn.network();
            pairs.add(network.layer(network.depth()).activation() + " with " + drawn.loss());
            network.layers()
                    .subList(0, network.depth() - 1)
                    .forEach(layer -> hidden.add(layer.activation().name()));
            widthOne |= network.layer(1).units() == 1 && network.depth() > 1;
            batchOne |= drawn.X().getNumRows() == 1;
        }
        assertEquals(6 * 4 + 2 + 2, pairs.size(), pairs.toString());
        assertEquals(6, hidden.size(), hidden.toString());
        assertTrue(widthOne && batchOne);
    }

    private static Gradient loss(RandomNetworks drawn) {
        Network network = drawn.network();
        double[] theta = network.parameters();
        int p = theta.length;
        Gradient total = Gradient.constant(p, 0);
        for (int i = 0; i < drawn.X().getNumRows(); i++) {
            Gradient[] a = new Gradient[network.inputs()];
            for (int k = 0; k < a.length; k++) {
                a[k] = Gradient.constant(p, drawn.X().get(i, k));
            }
            int at = 0;
            for (Dense layer : network.layers()) {
                Gradient[] next = new Gradient[layer.units()];
                for (int j = 0; j < next.length; j++) {
                    Gradient z = Gradient.constant(p, 0);
                    for (int k = 0; k < a.length; k++) {
                        int w = at + k * layer.units() + j;
                        z = z.add(a[k].multiply(Gradient.variable(p, w, theta[w])));
                    }
                    int b = at + layer.inputs() * layer.units() + j;
                    next[j] = layer.hasBias() ? z.add(Gradient.variable(p, b, theta[b])) : z;
                }
                at += layer.parameterCount();
                a = activate(layer.activation(), next);
            }
            for (int j = 0; j < a.length; j++) {
                total = total.add(cost(drawn.loss(), a[j], drawn.Y().get(i, j)));
            }
        }
        return drawn.loss().toString().contains("mean") ? total.divide(drawn.X().getNumRows()) : total;
    }

    private static Gradient[] activate(Activation f, Gradient[] z) {
        if (f != Activation.SOFTMAX) {
            return Arrays.stream(z).map(zj -> activate(f, zj)).toArray(Gradient[]::new);
        }
        Gradient sum = Arrays.stream(z).map(Gradient::exp).reduce(Gradient::add).orElseThrow();
        return Arrays.stream(z).map(zj -> zj.exp().divide(sum)).toArray(Gradient[]::new);
    }

    private static Gradient activate(Activation f, Gradient z) {
        return switch (f.name()) {
            case "sigmoid" -> z.negate().exp().add(1).reciprocal();
            case "tanh" -> z.tanh();
            case "relu" -> z.getValue() > 0 ? z : z.multiply(0);
            case "leaky relu" -> z.getValue() > 0 ? z : z.multiply(0.01);
            default -> z;
        };
    }

    private static Gradient cost(Loss loss, Gradient a, double y) {
        String name = loss.toString();
        if (name.startsWith("binary")) {
            return a.log().multiply(-y).subtract(a.negate().add(1).log().multiply(1 - y));
        }
        if (name.startsWith("cross-entropy")) {
            return a.log().multiply(-y);
        }
        return a.subtract(y).pow(2).multiply(name.startsWith("half") ? 0.5 : 1);
    }
}
