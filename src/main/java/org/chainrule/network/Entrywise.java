package org.chainrule.network;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.chainrule.data.Require;
import org.ejml.simple.SimpleMatrix;

/** An activation that every unit computes alone, from its own weighted sum. */
final class Entrywise extends Activation {
    private final DoubleUnaryOperator value;
    private final DoubleBinaryOperator derivative;

    Entrywise(String name, DoubleUnaryOperator value, DoubleBinaryOperator derivative) {
        super(name);
        this.value = value;
        this.derivative = derivative;
    }

    @Override
    public double value(double z) {
        return value.applyAsDouble(z);
    }

    @Override
    public double derivative(double z) {
        return derivative.applyAsDouble(z, value(z));
    }

    @Override
    public SimpleMatrix derivative(SimpleMatrix Z) {
        SimpleMatrix slopes = Require.present("weighted sums Z", Z).copy();
        for (int i = 0; i < slopes.getNumElements(); i++) {
            slopes.set(i, derivative(slopes.get(i)));
        }
        return slopes;
    }

    @Override
    void forward(double[] z, double[] a, int n, int m) {
        for (int i = 0; i < n * m; i++) {
            a[i] = value.applyAsDouble(z[i]);
        }
    }

    /** Δ = dA ⊙ f′(Z). */
    @Override
    void backward(double[] z, double[] a, double[] delta, int n, int m) {
        for (int i = 0; i < n * m; i++) {
            delta[i] *= derivative.applyAsDouble(z[i], a[i]);
        }
    }
}
