package org.chainrule.network;

import java.util.function.ToDoubleBiFunction;
import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;

/**
 * Where training starts. Weights are drawn first, layer by layer, then biases, as source A does; so the same seed in NumPy
 * and the same order of draws give the same network.
 */
public final class Initializer {
    /** Draws a matrix of rows×columns. */
    @FunctionalInterface
    private interface Draw {
        SimpleMatrix of(int rows, int columns, NumpyRandom random);
    }

    private static final Draw NORMAL = (rows, columns, random) -> random.randn(rows, columns);
    private static final Draw ZEROS = constantly(0);

    private final Draw weights;
    private final Draw bias;

    private Initializer(Draw weights, Draw bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /** Normal weights of deviation √(2/d) for a layer of d inputs, biases 0 (He et al. 2015, and source D). */
    public static Initializer he() {
        return scaledNormal((inputs, units) -> Math.sqrt(2.0 / inputs));
    }

    /** Normal weights of deviation √(2/(d+m)) for d inputs and m units, biases 0 (Glorot and Bengio 2010). */
    public static Initializer xavier() {
        return scaledNormal((inputs, units) -> Math.sqrt(2.0 / (inputs + units)));
    }

    /**
     * Normal weights, biases 0.
     *
     * @throws IllegalArgumentException if the deviation is not a positive number
     */
    public static Initializer normal(double deviation) {
        Require.positive("the weights' deviation", deviation);
        return scaledNormal((inputs, units) -> deviation);
    }

    /** Every weight the same, biases 0, as source B starts: its units can never become different from one another. */
    public static Initializer constant(double weight) {
        return new Initializer(constantly(weight), ZEROS);
    }

    /** The same weights, with every bias at this number. */
    public Initializer withBias(double value) {
        return new Initializer(weights, constantly(value));
    }

    /** The same weights, with biases from the standard normal distribution (source A). */
    public Initializer withNormalBias() {
        return new Initializer(weights, NORMAL);
    }

    SimpleMatrix weights(int inputs, int units, NumpyRandom random) {
        return weights.of(inputs, units, random);
    }

    SimpleMatrix bias(int units, NumpyRandom random) {
        return bias.of(1, units, random);
    }

    private static Initializer scaledNormal(ToDoubleBiFunction<Integer, Integer> deviation) {
        return new Initializer(
                (inputs, units, random) -> random.randn(inputs, units).scale(deviation.applyAsDouble(inputs, units)),
                ZEROS);
    }

    private static Draw constantly(double value) {
        return (rows, columns, random) -> SimpleMatrix.filled(rows, columns, value);
    }
}
