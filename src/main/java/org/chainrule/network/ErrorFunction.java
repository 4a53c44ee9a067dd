package org.chainrule.network;

import org.chainrule.data.DataException;
import org.ejml.simple.SimpleMatrix;

/** What the outputs of samples cost, and beside it the derivative. Package-private: people choose a {@link Loss}. */
interface ErrorFunction {
    String name();

    /**
     * @throws IllegalArgumentException if the function makes no sense on the outputs of this layer
     */
    void requireOutput(Dense last);

    /**
     * @throws DataException if the function is not defined for one of these targets, n×m
     */
    void requireTargets(SimpleMatrix Y);

    /** Adds the costs of n samples to a running total, output by output, in their order. */
    double add(double total, LayerWorkspace last, double[] y, int n);

    /** ∂C/∂a of one output unit of one sample; not finite where only the product with the activation's derivative is. */
    double slope(double a, double y);

    /** Whether ∂C/∂Z is computed in one step, as A − Y, because the activation's derivative cancels. */
    boolean isFused();

    /** Fills {@code delta} with ∂C/∂Z of the last layer: n samples whose costs are multiplied by {@code scale}. */
    void delta(LayerWorkspace last, double[] y, int n, double scale);
}
