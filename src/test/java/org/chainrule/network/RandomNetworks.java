package org.chainrule.network;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.ejml.simple.SimpleMatrix;

/** Random cases for laws that must hold for every network: depths 1 to 4, widths (of a softmax from 2) and batches from 1 on. */
public record RandomNetworks(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
    private static final List<Activation> ACTIVATIONS = List.of(SIGMOID, TANH, RELU, LEAKY_RELU, IDENTITY, SOFTMAX);

    /** The seeds 0, 1, …: so many, or fewer where {@code -Dchainrule.seeds} says so, as mutation testing does. */
    public static LongStream seeds(int usual) {
        return LongStream.range(0, Integer.getInteger("chainrule.seeds", usual));
    }

    public static RandomNetworks draw(long seed) {
        return draw(seed, ACTIVATIONS);
    }

    /** Only activations without a kink, so that finite differences hold everywhere. */
    public static RandomNetworks drawSmooth(long seed) {
        return draw(seed, List.of(SIGMOID, TANH, IDENTITY, SOFTMAX));
    }

    private static RandomNetworks draw(long seed, List<Activation> activations) {
        Random random = new Random(seed);
        int depth = 1 + random.nextInt(4);
        int d = 1 + random.nextInt(5);
        int inputs = d;
        List<Dense> layers = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            Activation f = activations.get(random.nextInt(activations.size()));
            int m = f == SOFTMAX ? 2 + random.nextInt(4) : 1 + random.nextInt(5);
            SimpleMatrix W = matrix(d, m, random);
            layers.add(random.nextInt(4) == 0 ? Dense.withoutBias(W, f) : Dense.of(W, matrix(1, m, random), f));
            d = m;
        }
        Network network = Network.of(layers.toArray(Dense[]::new));
        int n = 1 + random.nextInt(6);
        SimpleMatrix Y = matrix(n, d, random);
        Loss loss = random.nextBoolean() ? Loss.halfSquaredError() : Loss.squaredError();
        Activation output = network.layer(depth).activation();
        if (output == SIGMOID && random.nextBoolean()) {
            loss = Loss.binaryCrossEntropy();
            for (int i = 0; i < Y.getNumElements(); i++) {
                Y.set(i, random.nextInt(3) / 2.0);
            }
        }
        if (output == SOFTMAX && random.nextBoolean()) {
            loss = Loss.crossEntropy();
            Y.zero();
            for (int i = 0; i < n; i++) {
                int j = random.nextInt(d);
                Y.set(i, j, random.nextInt(3) / 2.0);
                Y.set(i, (j + 1) % d, 1 - Y.get(i, j));
            }
        }
        return new RandomNetworks(
                network, random.nextBoolean() ? loss.summed() : loss.mean(), matrix(n, inputs, random), Y);
    }

    private static SimpleMatrix matrix(int rows, int columns, Random random) {
        SimpleMatrix matrix = new SimpleMatrix(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.set(i, random.nextGaussian());
        }
        return matrix;
    }
}
