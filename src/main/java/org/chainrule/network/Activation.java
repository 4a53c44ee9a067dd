package org.chainrule.network;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.chainrule.data.Require;
import org.ejml.simple.SimpleMatrix;

/**
 * What a unit does with its weighted sum: {@code a = f(z)}, and beside it the derivative {@code f′(z)} that the chain
 * rule asks for.
 *
 * <p>The derivative is given both {@code z} and {@code a}, because for some functions it is shorter in {@code a}:
 * σ′ = a(1 − a) (A19). All functions are {@link StrictMath}'s, so a run has the same bits on every machine.
 */
public final class Activation {
    /** σ(z) = 1 / (1 + e⁻ᶻ) (A07), σ′ = a(1 − a) (A19). */
    public static final Activation SIGMOID = of("sigmoid", z -> 1 / (1 + StrictMath.exp(-z)), (z, a) -> a * (1 - a));

    /** tanh z, with the derivative 1 − a². */
    public static final Activation TANH = of("tanh", StrictMath::tanh, (z, a) -> 1 - a * a);

    /** max(0, z), with the derivative 1 above zero and 0 elsewhere; at the kink itself 0. */
    public static final Activation RELU = of("relu", z -> Math.max(0, z), (z, a) -> z > 0 ? 1 : 0);

    /** z itself, with the derivative 1. */
    public static final Activation IDENTITY = of("identity", z -> z, (z, a) -> 1);

    private final String name;
    private final DoubleUnaryOperator value;
    private final DoubleBinaryOperator derivative;

    private Activation(String name, DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
        this.name = name;
        this.value = value;
        this.derivative = derivative;
    }

    /**
     * An activation of your own.
     *
     * @param name how summaries and errors call it
     * @param value f, from z to a
     * @param derivative f′, from z and a = f(z)
     * @throws IllegalArgumentException if one of the three is missing
     */
    public static Activation of(String name, DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
        return new Activation(
                Require.present("activation's name", name),
                Require.present("activation's value", value),
                Require.present("activation's derivative", derivative));
    }

    public String name() {
        return name;
    }

    /** f(z). */
    public double value(double z) {
        return value.applyAsDouble(z);
    }

    /** f′(z). */
    public double derivative(double z) {
        return derivative.applyAsDouble(z, value(z));
    }

    /** f of every entry, in a new matrix of the same shape. */
    public SimpleMatrix value(SimpleMatrix Z) {
        return entrywise(Z, this::value);
    }

    /** f′ of every entry, in a new matrix of the same shape. */
    public SimpleMatrix derivative(SimpleMatrix Z) {
        return entrywise(Z, this::derivative);
    }

    private static SimpleMatrix entrywise(SimpleMatrix Z, DoubleUnaryOperator f) {
        SimpleMatrix result = SimpleMatrix.wrap(
                Require.present("weighted sums Z", Z).getDDRM().copy());
        for (int i = 0; i < result.getNumElements(); i++) {
            result.set(i, f.applyAsDouble(result.get(i)));
        }
        return result;
    }

    void forward(double[] z, double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = value.applyAsDouble(z[i]);
        }
    }

    /** Turns ∂C/∂A into ∂C/∂Z where it stands: Δ = dA ⊙ f′(Z). */
    void backward(double[] z, double[] a, double[] delta, int length) {
        for (int i = 0; i < length; i++) {
            delta[i] *= derivative.applyAsDouble(z[i], a[i]);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
