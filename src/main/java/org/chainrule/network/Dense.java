package org.chainrule.network;

import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;

/**
 * A layer in which every unit sees every input: {@code Z = XW + b}, {@code A = f(Z)}, with X: n×d, W: d×m, b: 1×m, Z: n×m
 * (A09).
 *
 * <p>Immutable: what goes in and what comes out is copied.
 */
public final class Dense {
    private final SimpleMatrix W;
    private final SimpleMatrix b;
    private final boolean biased;
    private final Activation activation;

    private Dense(SimpleMatrix W, SimpleMatrix b, boolean biased, Activation activation) {
        this.W = Require.finite("weights W", W).copy();
        this.b = Require.finite("bias b", b).copy();
        this.biased = biased;
        this.activation = Require.present("layer's activation", activation);
        if (b.getNumRows() != 1 || b.getNumCols() != W.getNumCols()) {
            throw new ShapeException("bias b is " + b.getNumRows() + "×" + b.getNumCols() + ", but weights W are "
                    + W.getNumRows() + "×" + W.getNumCols() + "; b must be 1×" + W.getNumCols());
        }
    }

    /**
     * @param W weights, d×m
     * @param b bias, 1×m
     * @throws ShapeException if b is not 1×m
     * @throws org.chainrule.data.DataException if a number is NaN or infinite, or there are none
     */
    public static Dense of(SimpleMatrix W, SimpleMatrix b, Activation activation) {
        return new Dense(W, Require.present("bias b", b), true, activation);
    }

    /**
     * A layer without bias, {@code Z = XW}; its {@link #b()} is all zeros and never trained.
     *
     * @param W weights, d×m
     * @throws org.chainrule.data.DataException if a weight is NaN or infinite, or there are none
     */
    public static Dense withoutBias(SimpleMatrix W, Activation activation) {
        Require.finite("weights W", W);
        return new Dense(W, new SimpleMatrix(1, W.getNumCols()), false, activation);
    }

    /** Weights, d×m, a copy. */
    public SimpleMatrix W() {
        return W.copy();
    }

    /** Bias, 1×m, a copy. */
    public SimpleMatrix b() {
        return b.copy();
    }

    public Activation activation() {
        return activation;
    }

    /** Whether the layer has a bias to train. */
    public boolean hasBias() {
        return biased;
    }

    /** d, the numbers that come in. */
    public int inputs() {
        return W.getNumRows();
    }

    /** m, the numbers that go out. */
    public int units() {
        return W.getNumCols();
    }

    /** How many numbers are trained: d·m weights, and m biases where there are any. */
    public int parameterCount() {
        return inputs() * units() + (biased ? units() : 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dense that
                && W.isIdentical(that.W, 0)
                && b.isIdentical(that.b, 0)
                && biased == that.biased
                && activation.equals(that.activation);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(W.elementSum() + b.elementSum());
    }

    @Override
    public String toString() {
        return "Dense[" + inputs() + "→" + units() + ", " + activation + (biased ? "" : ", no bias") + "]";
    }
}
