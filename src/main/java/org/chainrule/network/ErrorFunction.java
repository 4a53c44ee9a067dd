package org.chainrule.network;

import org.chainrule.data.DataException;

/** What one sample's output costs, and beside it the derivative. Package-private: people choose a {@link Loss}. */
interface ErrorFunction {
    String name();

    /**
     * @throws IllegalArgumentException if the function makes no sense on outputs of this activation
     */
    void requireOutput(Activation activation);

    /**
     * @throws DataException if the function is not defined for this target
     */
    void requireTarget(double y, int row, int column);

    /** The cost of one output unit, from its weighted sum z, its activation a and its target y. */
    double value(double z, double a, double y);

    /** ∂C/∂a of one output unit of one sample; not finite where only the product with the activation's derivative is. */
    double slope(double a, double y);

    /** Whether ∂C/∂Z is computed in one step, as A − Y, because the activation's derivative cancels. */
    boolean isFused();

    /** Fills {@code delta} with ∂C/∂Z of the last layer: n samples whose costs are multiplied by {@code scale}. */
    void delta(LayerWorkspace last, double[] y, int n, double scale);
}
