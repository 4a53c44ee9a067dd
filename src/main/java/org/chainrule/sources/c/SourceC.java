package org.chainrule.sources.c;

import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;

import java.util.Map;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.Errata;
import org.chainrule.sources.NegativeControl;
import org.chainrule.sources.Source;
import org.chainrule.sources.c.PrintedDerivation.Mistake;
import org.ejml.simple.SimpleMatrix;

/**
 * Source C: "Backpropagation", a note without author and date. It prints no numbers, no data and no program: the samples and
 * networks here are ours, made so that a wrong formula shows.
 */
public final class SourceC {
    /** η, the step size. The source leaves it open. */
    public static final double RATE = 0.5;

    private SourceC() {}

    /** B = 5 samples of two numbers in three classes, as one-hot targets. */
    public static Dataset batch() {
        return Dataset.of(
                        new double[][] {{0.5, -1}, {1.5, 0.25}, {-0.75, 2}, {0, 0.6}, {-1.2, -0.4}},
                        new double[][] {{0}, {1}, {2}, {1}, {0}})
                .oneHot(3);
    }

    /** The exclusive or, with one output for no and one for yes. */
    public static Dataset xor() {
        return Datasets.xor().oneHot(2);
    }

    /** A network 2-4-3 for {@link #batch}, sigmoid and softmax: no two of its widths are equal, so shapes tell. */
    public static Network network() {
        return network(SIGMOID, SOFTMAX);
    }

    /** The same weights and biases with other activations. */
    public static Network network(Activation hidden, Activation output) {
        return Network.of(
                Dense.of(
                        new SimpleMatrix(new double[][] {{0.5, -0.4, 0.3, 0.8}, {-0.6, 0.7, 0.2, -0.1}}),
                        new SimpleMatrix(new double[][] {{0.1, -0.2, 0.4, 0.3}}),
                        hidden),
                Dense.of(
                        new SimpleMatrix(
                                new double[][] {{0.6, -0.5, 0.2}, {-0.3, 0.4, 0.1}, {0.5, 0.2, -0.7}, {-0.1, 0.3, 0.9}
                                }),
                        new SimpleMatrix(new double[][] {{0.05, -0.1, 0.2}}),
                        output));
    }

    /** A network 2-2-2 of sigmoids for {@link #xor}: as many units as inputs in each layer, so that no shape gives a mistake away. */
    public static Network equalWidths() {
        return Network.of(
                Dense.of(
                        new SimpleMatrix(new double[][] {{1.5, -1}, {-1, 1.5}}),
                        new SimpleMatrix(new double[][] {{-0.5, 0.25}}),
                        SIGMOID),
                Dense.of(
                        new SimpleMatrix(new double[][] {{-1, 1}, {0.5, 1.5}}),
                        new SimpleMatrix(new double[][] {{0.5, -0.75}}),
                        SIGMOID));
    }

    /** Every mistake of the source; those that make a gradient wrong with the gradient that shows it. */
    public static Errata errata() {
        return Errata.of(
                Source.C,
                Map.of(
                        6, crossEntropy(Mistake.MEAN_LEFT_OUT),
                        8, squaredError(equalWidths(), xor(), Mistake.BIAS_COUNTED_BY_INPUTS),
                        10, crossEntropy(Mistake.ONE_SUM_FOR_ALL_BIASES),
                        15, crossEntropy(Mistake.SUM_OVER_THE_WRONG_INDEX),
                        20, squaredError(network(SIGMOID, SIGMOID), batch(), Mistake.FACTOR_TWO_LEFT_OUT),
                        21, crossEntropy(Mistake.OUTPUT_LAYER_LEFT_OUT),
                        22, crossEntropy(Mistake.WEIGHTS_UPDATED_FIRST)));
    }

    private static NegativeControl crossEntropy(Mistake mistake) {
        return control(network(), Loss.crossEntropy(), batch(), mistake);
    }

    private static NegativeControl squaredError(Network network, Dataset samples, Mistake mistake) {
        return control(network, Loss.squaredError(), samples, mistake);
    }

    private static NegativeControl control(Network network, Loss loss, Dataset samples, Mistake mistake) {
        return new NegativeControl(
                network,
                loss,
                samples,
                PrintedDerivation.with(loss, mistake).gradient(network, samples),
                PrintedDerivation.with(loss).gradient(network, samples));
    }
}
