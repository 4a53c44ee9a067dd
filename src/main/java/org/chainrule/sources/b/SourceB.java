package org.chainrule.sources.b;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.Errata;
import org.chainrule.sources.NegativeControl;
import org.chainrule.sources.Printout;
import org.chainrule.sources.PublishedNumber;
import org.chainrule.sources.Reproduced;
import org.chainrule.sources.Source;
import org.chainrule.sources.b.PublishedProgram.Mistake;
import org.ejml.simple.SimpleMatrix;

/** Source B: "Backpropagation", a blog post of 1 March 2019. Nothing in it is random, so all of its numbers can be made again. */
public final class SourceB {
    /** The step of the printed run, which the source does not name. */
    public static final double RATE = 1;

    /** E = ½ Σ (t − P)² (B04), the loss that the source derives; the loss that it prints is a mean. */
    public static final Loss E = Loss.halfSquaredError().summed();

    private static final int PRINTED_EVERY = 1_000;
    private static final int LAST_PRINTED = 9_000;
    private static final double ROUNDINGS = 1e-14;
    private static final String ORDER =
            "roundings: the source's NumPy may add products in another order, or fused, and takes"
                    + " e^x from its C library";

    private SourceB() {}

    /** Three samples of two numbers, each column divided by its largest. */
    public static Dataset data() {
        return Datasets.threeSamples();
    }

    /** The published start: 2-3-3-1 without biases, and every weight 0.1. */
    public static Network start() {
        return withoutBiases(Initializer.constant(0.1), 0);
    }

    /** The source's network with weights that differ: standard normal ones. */
    public static Network randomStart(long seed) {
        return withoutBiases(Initializer.normal(1), seed);
    }

    private static Network withoutBiases(Initializer weights, long seed) {
        return Network.inputs(2)
                .denseWithoutBias(3, SIGMOID)
                .denseWithoutBias(3, SIGMOID)
                .denseWithoutBias(1, SIGMOID)
                .initialize(weights, NumpyRandom.seed(seed));
    }

    /** Every printed number beside ours. */
    public static List<Reproduced> reproduce() {
        return reproduceFrom(start());
    }

    /** The same from another start, to see how sharp the printed numbers are. */
    public static List<Reproduced> reproduceFrom(Network start) {
        Printout printout = new Printout("B");
        printScript(printout, PublishedProgram.ofScript(start));
        printClass(printout, PublishedProgram.ofClass(start));
        return printout.besidePublished(SourceB::cause);
    }

    private static void printScript(Printout printout, PublishedProgram script) {
        printout.array("script", 0, "X", data().inputs());
        printWeights(printout, 0, script.network());
        printState(printout, "script", 0, script);
        script.update();
        printWeights(printout, 1, script.network());
    }

    private static void printClass(Printout printout, PublishedProgram program) {
        for (int updates = 0; updates <= LAST_PRINTED; updates++) {
            if (updates % PRINTED_EVERY == 0 || updates == 1) {
                printState(printout, "class", updates, program);
            }
            program.update();
        }
    }

    private static void printWeights(Printout printout, int updates, Network network) {
        for (int l = 1; l <= network.depth(); l++) {
            printout.array("script", updates, "W(" + l + ")", network.layer(l).W());
        }
    }

    private static void printState(Printout printout, String series, int updates, PublishedProgram program) {
        SimpleMatrix row = program.prediction().transpose();
        printout.array(series, updates, i -> "prediction " + (i + 1), row);
        printout.number(series, updates, "loss", program.loss());
    }

    private static String cause(PublishedNumber number, double ours) {
        return Math.abs(ours - number.value()) <= ROUNDINGS * number.value() ? ORDER : "unknown";
    }

    /** Its mistakes; those that spoil a gradient at weights that differ, where they show. */
    public static Errata errata() {
        Network network = randomStart(1);
        double[] right = PublishedProgram.corrected(network).gradient();
        return Errata.of(
                Source.B,
                Map.of(
                        2, control(network, sumOfErrors(network), right),
                        9, control(network, only(network, Mistake.DERIVATIVE_OF_THE_SUM), right),
                        10, control(network, only(network, Mistake.SUMS_FOR_ACTIVATIONS), right),
                        12, control(network, only(network, Mistake.DERIVATIVE_OF_THE_WRONG_LAYER), right)));
    }

    private static NegativeControl control(Network network, double[] printed, double[] repaired) {
        return new NegativeControl(network, E, data(), printed, repaired);
    }

    private static double[] only(Network network, Mistake mistake) {
        return PublishedProgram.with(network, mistake).gradient();
    }

    /** −Σ (tₙ − Pₙ) for every weight: B04 without its factor ∂Pₙ/∂w. */
    private static double[] sumOfErrors(Network network) {
        double sum = network.predict(data().inputs()).minus(data().targets()).elementSum();
        double[] gradient = new double[network.parameterCount()];
        Arrays.fill(gradient, sum);
        return gradient;
    }
}
