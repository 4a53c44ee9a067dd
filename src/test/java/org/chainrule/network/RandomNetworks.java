package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;

/** Random cases for laws that must hold for every network: depths 1 to 4, widths and batches from 1 on. */
public record RandomNetworks(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
    private static final List<Activation> ACTIVATIONS =
            List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.IDENTITY);

    public static RandomNetworks draw(long seed) {
        return draw(seed, ACTIVATIONS);
    }

    /** Only activations without a kink, so that finite differences hold everywhere. */
    public static RandomNetworks drawSmooth(long seed) {
        return draw(seed, List.of(Activation.SIGMOID, Activation.TANH, Activation.IDENTITY));
    }

    private static RandomNetworks draw(long seed, List<Activation> activations) {
        Random random = new Random(seed);
        int depth = 1 + random.nextInt(4);
        int d = 1 + random.nextInt(5);
        int inputs = d;
        List<Dense> layers = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            int m = 1 + random.nextInt(5);
            Activation f = activations.get(random.nextInt(activations.size()));
            SimpleMatrix W = matrix(d, m, random);
            layers.add(random.nextInt(4) == 0 ? Dense.withoutBias(W, f) : Dense.of(W, matrix(1, m, random), f));
            d = m;
        }
        Network network = Network.of(layers.toArray(Dense[]::new));
        int n = 1 + random.nextInt(6);
        SimpleMatrix Y = matrix(n, d, random);
        Loss loss = random.nextBoolean() ? Loss.halfSquaredError() : Loss.squaredError();
        if (network.layer(depth).activation() == Activation.SIGMOID && random.nextBoolean()) {
            loss = Loss.binaryCrossEntropy();
            for (int i = 0; i < Y.getNumElements(); i++) {
                Y.set(i, random.nextInt(3) / 2.0);
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
