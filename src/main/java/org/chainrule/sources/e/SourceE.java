package org.chainrule.sources.e;

import static org.chainrule.network.Activation.SIGMOID;

import org.chainrule.data.Dataset;
import org.chainrule.network.Architecture;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.Errata;
import org.chainrule.sources.Source;

/**
 * Source E: "Backpropogation from scratch: Part I", a blog post without author and date.
 *
 * <p>It derives and prints nothing: no numbers, no data, no program. Its figure shows two inputs, three layers, two
 * outputs. The numbers here are chosen to fit that figure.
 */
public final class SourceE {
    private SourceE() {}

    /** Three samples of two inputs and two targets; ours, because the source has none. */
    public static Dataset data() {
        return Dataset.of(
                new double[][] {{0.9, 0.2}, {0.4, 0.7}, {0.1, 0.5}},
                new double[][] {{0.8, 0.3}, {0.2, 0.9}, {0.6, 0.4}});
    }

    /** A network 2-3-4-2, as in the source's figure, in which no two layers in a row are equally wide. */
    public static Network network() {
        return start(Network.inputs(2).dense(3, SIGMOID).dense(4, SIGMOID).dense(2, SIGMOID), 5);
    }

    /** A network 2-2-2-2, in which all matrices have one shape, so that a mistaken one still fits. */
    public static Network equalWidths() {
        return start(Network.inputs(2).dense(2, SIGMOID).dense(2, SIGMOID).dense(2, SIGMOID), 5);
    }

    /** C, the mean over the samples of ½ Σ (a_L − y)² (E01, E02). */
    public static Loss cost() {
        return Loss.halfSquaredError();
    }

    /** Its mistakes, and the gradients that they spoil. */
    public static Errata errata() {
        return Errata.of(Source.E, Controls.all());
    }

    private static Network start(Architecture architecture, long seed) {
        return architecture.initialize(Initializer.normal(1).withNormalBias(), NumpyRandom.seed(seed));
    }
}
