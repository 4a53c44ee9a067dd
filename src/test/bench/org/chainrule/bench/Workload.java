package org.chainrule.bench;

import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;

import java.util.Random;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;

/** What is timed: a network, its samples, and so many updates of plain gradient descent, one epoch after the other. */
public enum Workload {
    W1("XOR online, 2-2-1", 0.01, 1, 200_000, 20_000),
    W2("one sample, 2-2-2-1", 0.5, 1, 100_000, 100),
    W3("three samples, 2-3-3-1 without bias", 1, 3, 10_000, 1_000),
    W4_SMALL("batches of 64, 784-128-10", 0.1, 64, 1_570, 20),
    W4_BIG("batches of 64, 784-512-256-10", 0.1, 64, 157, 4);

    /** The property that says how many samples the large workloads have: fewer, where only the results are compared. */
    static final String PROPERTY = "chainrule.bench.samples";

    static final int SAMPLES = Integer.getInteger(PROPERTY, 10_000);
    private static final int CLASSES = 10;

    final String title;
    final double rate;
    final int batch;
    final int updates;
    /** Few enough to run every peer in seconds. */
    final int quickUpdates;

    Workload(String title, double rate, int batch, int updates, int quickUpdates) {
        this.title = title;
        this.rate = rate;
        this.batch = batch;
        this.updates = updates;
        this.quickUpdates = quickUpdates;
    }

    boolean isTiny() {
        return compareTo(W4_SMALL) < 0;
    }

    Network network() {
        NumpyRandom random = NumpyRandom.seed(42);
        return switch (this) {
            case W1 ->
                Network.inputs(2).dense(2, SIGMOID).dense(1, SIGMOID).initialize(Initializer.he().withBias(0.5), random);
            case W2 ->
                Network.inputs(2)
                        .dense(2, SIGMOID)
                        .dense(2, SIGMOID)
                        .dense(1, SIGMOID)
                        .initialize(Initializer.normal(1).withNormalBias(), random);
            case W3 ->
                Network.inputs(2)
                        .denseWithoutBias(3, SIGMOID)
                        .denseWithoutBias(3, SIGMOID)
                        .denseWithoutBias(1, SIGMOID)
                        .initialize(Initializer.constant(0.1), random);
            case W4_SMALL -> Network.inputs(784).dense(128, RELU).dense(CLASSES, SOFTMAX).initialize(Initializer.he(), random);
            case W4_BIG ->
                Network.inputs(784)
                        .dense(512, RELU)
                        .dense(256, RELU)
                        .dense(CLASSES, SOFTMAX)
                        .initialize(Initializer.he(), random);
        };
    }

    Loss loss() {
        return switch (this) {
            case W1 -> Loss.binaryCrossEntropy();
            case W2, W3 -> Loss.halfSquaredError().summed();
            case W4_SMALL, W4_BIG -> Loss.crossEntropy();
        };
    }

    Dataset data() {
        return switch (this) {
            case W1 -> Datasets.xor();
            case W2 -> Datasets.singleSample();
            case W3 -> Datasets.threeSamples();
            case W4_SMALL, W4_BIG -> synthetic();
        };
    }

    /** Pixels between 0 and 1, and a class that a random linear map finds in them. */
    private static Dataset synthetic() {
        Random random = new Random(7);
        double[] map = random.doubles(784 * CLASSES, -1, 1).toArray();
        SimpleMatrix X = new SimpleMatrix(SAMPLES, 784, true, random.doubles(SAMPLES * 784L).toArray());
        SimpleMatrix scores = X.mult(new SimpleMatrix(784, CLASSES, true, map));
        SimpleMatrix classes = new SimpleMatrix(SAMPLES, 1);
        for (int i = 0; i < SAMPLES; i++) {
            SimpleMatrix row = scores.getRow(i);
            classes.set(i, IntStream.range(0, CLASSES).boxed().max((a, b) -> Double.compare(row.get(a), row.get(b))).get());
        }
        return Dataset.of(X, classes).oneHot(CLASSES);
    }

    /** Layer sizes, the input first. */
    int[] sizes() {
        Network network = network();
        return IntStream.rangeClosed(0, network.depth())
                .map(l -> l == 0 ? network.inputs() : network.layer(l).units())
                .toArray();
    }

    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
