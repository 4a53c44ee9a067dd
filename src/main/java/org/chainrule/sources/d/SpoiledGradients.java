package org.chainrule.sources.d;

import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.sources.d.PublishedProgram.Mistake.CHAIN_AS_LABELLED;
import static org.chainrule.sources.d.PublishedProgram.Mistake.GRADIENT_AS_QUOTIENT;
import static org.chainrule.sources.d.PublishedProgram.Mistake.RETURNED_AS_DELTA;
import static org.chainrule.sources.d.PublishedProgram.Mistake.SLOPE_AT_THE_INPUT;
import static org.chainrule.sources.d.PublishedProgram.Mistake.SLOPE_AT_THE_WEIGHT;

import java.util.Map;
import org.chainrule.data.Dataset;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Dense;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.NegativeControl;
import org.ejml.simple.SimpleMatrix;

/**
 * The gradients that source D's mistakes spoil, each with one mistake and without. The network is 2-3-1, the samples are two
 * with different labels, no input of which is 0, so that no mistake can hide behind a zero.
 */
final class SpoiledGradients {
    private static final Network NET = SourceD.start(3, 1);
    private static final Dataset SAMPLES = Dataset.of(new double[][] {{1, 1}, {0.3, -0.8}}, new double[][] {{0}, {1}});
    private static final Loss LOSS = Loss.binaryCrossEntropy().summed();

    private SpoiledGradients() {}

    /** By the numbers of errata.tsv. */
    static Map<Integer, NegativeControl> byNumber() {
        return Map.of(
                7, meanForgotten(),
                9, activationByWeight(),
                10, of(NET, SAMPLES, SLOPE_AT_THE_INPUT),
                13, of(NET, SAMPLES, CHAIN_AS_LABELLED),
                17, of(NET, SAMPLES, SLOPE_AT_THE_WEIGHT),
                19, errorAsPrinted(),
                20, saturated(),
                22, of(NET, SAMPLES, RETURNED_AS_DELTA));
    }

    private static NegativeControl of(Network net, Dataset samples, PublishedProgram.Mistake mistake) {
        return new NegativeControl(
                net,
                LOSS,
                samples,
                PublishedProgram.with(net, mistake).gradient(samples.inputs(), samples.targets()),
                PublishedProgram.corrected(net).gradient(samples.inputs(), samples.targets()));
    }

    /** The derivative of a sum, called that of a mean. */
    private static NegativeControl meanForgotten() {
        Loss mean = Loss.squaredError().mean();
        return new NegativeControl(
                NET, mean, SAMPLES, library(NET, Loss.squaredError().summed(), SAMPLES), library(NET, mean, SAMPLES));
    }

    /** One unit, one sample: ∂L/∂w = ∂L/∂a · σ′(w), without the input and with σ′ at the weight. */
    private static NegativeControl activationByWeight() {
        Network unit = Network.of(Dense.withoutBias(new SimpleMatrix(new double[][] {{0.4}, {-0.7}}), SIGMOID));
        Dataset sample = Dataset.of(new double[][] {{0.3, -0.8}}, new double[][] {{1}});
        double a = unit.predict(sample.inputs()).get(0, 0);
        double[] printed = unit.parameters();
        for (int k = 0; k < printed.length; k++) {
            printed[k] = -1 / a * SIGMOID.derivative(printed[k]);
        }
        return new NegativeControl(unit, LOSS, sample, printed, library(unit, LOSS, sample));
    }

    /** The derivative of the error as printed: where the label is 0, its sign is turned around. */
    private static NegativeControl errorAsPrinted() {
        double[] printed = library(NET, LOSS, sample(1));
        double[] labelled0 = library(NET, LOSS, sample(0));
        for (int i = 0; i < printed.length; i++) {
            printed[i] -= labelled0[i];
        }
        return new NegativeControl(NET, LOSS, SAMPLES, printed, library(NET, LOSS, SAMPLES));
    }

    /** A unit whose sum is 40: its activation is the double 1, and the label is 0. */
    private static NegativeControl saturated() {
        Network unit =
                Network.of(Dense.of(new SimpleMatrix(new double[][] {{25}, {15}}), new SimpleMatrix(1, 1), SIGMOID));
        return of(unit, Dataset.of(new double[][] {{1, 1}}, new double[][] {{0}}), GRADIENT_AS_QUOTIENT);
    }

    private static Dataset sample(int i) {
        return Dataset.of(SAMPLES.inputs().rows(i, i + 1), SAMPLES.targets().rows(i, i + 1));
    }

    private static double[] library(Network net, Loss loss, Dataset samples) {
        return Backpropagation.gradients(net, loss, samples.inputs(), samples.targets())
                .toVector();
    }
}
