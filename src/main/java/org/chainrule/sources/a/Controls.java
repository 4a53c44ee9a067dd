package org.chainrule.sources.a;

import java.util.List;
import java.util.Map;
import org.chainrule.data.Dataset;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Dense;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.NegativeControl;
import org.chainrule.sources.a.PublishedProgram.Mistake;
import org.ejml.simple.SimpleMatrix;

/** The gradients that source A's mistakes spoil, by the numbers of the mistakes. */
final class Controls {
    private static final Loss LOSS = Loss.halfSquaredError().summed();
    private static final Network START = SourceA.recoveredStart();
    private static final Dataset ONE = SourceA.data();
    private static final Dataset TWO =
            Dataset.of(new double[][] {{0.5, 0.35}, {0.1, 0.9}}, new double[][] {{0.725}, {0.2}});

    private Controls() {}

    static Map<Integer, NegativeControl> all() {
        return Map.of(
                8, lossWithoutTheHalf(),
                9, sumsWithoutBias(),
                11, fromLeftToRight(),
                14, secondUpdate(Mistake.STALE_LISTS),
                15, secondUpdate(Mistake.DERIVATIVE_OF_THE_WRONG_LAYER),
                16, secondUpdate(Mistake.WEIGHTS_UPDATED_FIRST));
    }

    /** (ŷ − y)² with the derivative of ½(ŷ − y)². */
    private static NegativeControl lossWithoutTheHalf() {
        Loss loss = Loss.squaredError().summed();
        double[] repaired = gradients(START, loss, ONE).toVector();
        return new NegativeControl(START, loss, ONE, gradients(START, LOSS, ONE).toVector(), repaired);
    }

    /** The gradient of W a, taken for that of W a + b. */
    private static NegativeControl sumsWithoutBias() {
        Network without = Network.of(START.layers().stream()
                .map(layer -> Dense.of(layer.W(), new SimpleMatrix(1, layer.units()), layer.activation()))
                .toArray(Dense[]::new));
        return new NegativeControl(
                START,
                LOSS,
                ONE,
                gradients(without, LOSS, ONE).toVector(),
                gradients(START, LOSS, ONE).toVector());
    }

    /** A15 as it stands, without brackets, for two samples. */
    private static NegativeControl fromLeftToRight() {
        ForwardPass pass = START.forward(TWO.inputs());
        Gradients g = gradients(START, LOSS, TWO);
        SimpleMatrix dW2 = pass.a(1)
                .transpose()
                .mult(pass.output().minus(TWO.targets()))
                .elementMult(Activation.SIGMOID.derivative(pass.z(3)))
                .mult(START.layer(3).W().transpose())
                .elementMult(Activation.SIGMOID.derivative(pass.z(2)));
        double[] printed = START.flatten(List.of(g.dW(1), dW2, g.dW(3)), List.of(g.db(1), g.db(2), g.db(3)));
        return new NegativeControl(START, LOSS, TWO, printed, g.toVector());
    }

    /** The program's second update: a list cannot be stale before it is used twice. */
    private static NegativeControl secondUpdate(Mistake mistake) {
        PublishedProgram program = PublishedProgram.with(START, mistake);
        program.update();
        Network before = program.network();
        return new NegativeControl(
                before,
                LOSS,
                ONE,
                program.update(),
                gradients(before, LOSS, ONE).toVector());
    }

    private static Gradients gradients(Network network, Loss loss, Dataset data) {
        return Backpropagation.gradients(network, loss, data.inputs(), data.targets());
    }
}
