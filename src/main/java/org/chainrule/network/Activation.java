package org.chainrule.network;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;

/**
 * What the units of a layer do with their weighted sums: {@code a = f(z)}, and beside it the derivative {@code f′(z)} that
 * the chain rule asks for. Each unit does it alone; only in {@link #SOFTMAX} the units of a layer share what they give, and
 * the derivative is a matrix.
 *
 * <p>The derivative is given both {@code z} and {@code a}, because for some functions it is shorter in {@code a}:
 * σ′ = a(1 − a) (A19). All functions have {@link StrictMath}'s bits, so a run has the same bits on every machine.
 */
public abstract sealed class Activation permits Entrywise, Softmax {
    /** σ(z) = 1 / (1 + e⁻ᶻ) (A07), σ′ = a(1 − a) (A19). */
    public static final Activation SIGMOID = of("sigmoid", z -> 1 / (1 + Exponential.exp(-z)), (z, a) -> a * (1 - a));

    /** tanh z, with the derivative 1 − a². */
    public static final Activation TANH = of("tanh", StrictMath::tanh, (z, a) -> 1 - a * a);

    /** max(0, z), with the derivative 1 above zero and 0 elsewhere; at the kink itself 0. */
    public static final Activation RELU = of("relu", z -> Math.max(0, z), (z, a) -> oneIfPositive(a));

    /**
     * z above zero and 0.01·z elsewhere, with the derivative 1 above zero and 0.01 elsewhere; at the kink itself 0.01 (Maas,
     * Hannun and Ng 2013).
     */
    public static final Activation LEAKY_RELU = of("leaky relu", z -> z > 0 ? z : 0.01 * z, (z, a) -> z > 0 ? 1 : 0.01);

    /** z itself, with the derivative 1. */
    public static final Activation IDENTITY = of("identity", z -> z, (z, a) -> 1);

    /**
     * aⱼ = exp zⱼ / Σₖ exp zₖ over the units of a layer: each row of A sums to 1 and can be read as probabilities (Bridle
     * 1990). Its derivative is {@link #jacobian diag(a) − aᵀa}.
     */
    public static final Activation SOFTMAX = new Softmax();

    private static final List<Activation> BUILT_IN = List.of(SIGMOID, TANH, RELU, LEAKY_RELU, IDENTITY, SOFTMAX);

    private final String name;

    Activation(String name) {
        this.name = name;
    }

    /**
     * An activation of your own, for each unit alone.
     *
     * @param name how summaries and errors call it
     * @param value f, from z to a
     * @param derivative f′, from z and a = f(z)
     * @throws IllegalArgumentException if one of the three is missing
     */
    public static Activation of(String name, DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
        return new Entrywise(
                Require.present("activation's name", name),
                Require.present("activation's value", value),
                Require.present("activation's derivative", derivative));
    }

    /** The activations above, which a file can name; one {@link #of of your own} is not among them, whatever its name. */
    public static List<Activation> builtIn() {
        return BUILT_IN;
    }

    public String name() {
        return name;
    }

    /**
     * f(z).
     *
     * @throws UnsupportedOperationException if f is {@link #SOFTMAX}, which needs the whole row
     */
    public abstract double value(double z);

    /**
     * f′(z).
     *
     * @throws UnsupportedOperationException if f is {@link #SOFTMAX}, whose derivative is its {@link #jacobian}
     */
    public abstract double derivative(double z);

    /** 1 above zero, 0 at +0.0, without a branch: no processor guesses well which units of a layer are at work. */
    private static long oneIfPositive(double a) {
        return -Double.doubleToRawLongBits(a) >>> 63;
    }

    /** f of every entry, for {@link #SOFTMAX} of every row: Z: n×m → A: n×m, a new matrix. */
    public SimpleMatrix value(SimpleMatrix Z) {
        Require.present("weighted sums Z", Z);
        SimpleMatrix A = new SimpleMatrix(Z.getNumRows(), Z.getNumCols());
        forward(Matrices.rowMajor(Z), Matrices.rowMajor(A), Z.getNumRows(), Z.getNumCols());
        return A;
    }

    /**
     * f′ of every entry: Z: n×m → n×m, a new matrix.
     *
     * @throws UnsupportedOperationException if f is {@link #SOFTMAX}, whose derivative is its {@link #jacobian}
     */
    public abstract SimpleMatrix derivative(SimpleMatrix Z);

    /**
     * The derivative of one sample's activations by its weighted sums, z: 1×m → m×m, with ∂aₖ/∂zⱼ in row k and column j, so
     * that {@code Δ = dA · J}: diag(f′(z)), and for {@link #SOFTMAX} diag(a) − aᵀa.
     *
     * @throws ShapeException if z is not one row
     */
    public SimpleMatrix jacobian(SimpleMatrix z) {
        int m = Require.present("weighted sums z", z).getNumCols();
        if (z.getNumRows() != 1) {
            throw new ShapeException("a Jacobian belongs to one sample, but z is " + z.getNumRows() + "×" + m
                    + "; take one row of it, z.getRow(i)");
        }
        SimpleMatrix Z = SimpleMatrix.filled(m, 1, 1).mult(z);
        SimpleMatrix J = SimpleMatrix.identity(m);
        backward(Matrices.rowMajor(Z), Matrices.rowMajor(value(Z)), Matrices.rowMajor(J), m, m);
        return J;
    }

    /** A = f(Z) for n samples of m units. */
    abstract void forward(double[] z, double[] a, int n, int m);

    /** Turns ∂C/∂A into ∂C/∂Z where it stands: in each row Δ = dA · J, where f is entrywise Δ = dA ⊙ f′(Z). */
    abstract void backward(double[] z, double[] a, double[] delta, int n, int m);

    @Override
    public String toString() {
        return name;
    }
}
