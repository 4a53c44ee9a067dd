package org.chainrule.network;

import org.chainrule.data.DataException;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;

/**
 * What training makes small: an error function, summed over the outputs of a sample and joined over samples by their sum
 * or their mean. The mean is the default.
 *
 * <p>Laws: {@code mean = sum / n}, for the value and for every gradient.
 */
public final class Loss {
    private final ErrorFunction error;
    private final boolean mean;

    private Loss(ErrorFunction error, boolean mean) {
        this.error = error;
        this.mean = mean;
    }

    /** ½ Σ (a − y)² (A08). */
    public static Loss halfSquaredError() {
        return new Loss(new SquaredError(0.5), true);
    }

    /** Σ (a − y)². */
    public static Loss squaredError() {
        return new Loss(new SquaredError(1), true);
    }

    /** −Σ y ln a + (1 − y) ln(1 − a), for outputs of a sigmoid, fused with it. */
    public static Loss binaryCrossEntropy() {
        return new Loss(new BinaryCrossEntropy(), true);
    }

    /**
     * −Σ y ln a, for the outputs of a softmax, fused with it: Δ = A − Y (C24). A row of targets holds the probabilities of
     * the classes; {@link org.chainrule.data.Dataset#oneHot} makes such rows of class numbers.
     */
    public static Loss crossEntropy() {
        return new Loss(new CrossEntropy(), true);
    }

    /** This loss as the sum over the samples. */
    public Loss summed() {
        return new Loss(error, false);
    }

    /** This loss as the mean over the samples. */
    public Loss mean() {
        return new Loss(error, true);
    }

    /**
     * The loss of a network on these samples.
     *
     * @param X inputs, n×d
     * @param Y targets, n×m
     * @throws ShapeException if X or Y does not fit the network, or the other
     * @throws DataException if one is empty, holds NaN or infinity, or a target is outside the loss's range
     * @throws IllegalArgumentException if the loss makes no sense on the network's outputs
     */
    public double of(Network network, SimpleMatrix X, SimpleMatrix Y) {
        return Backpropagation.on(network, this, X, Y).loss();
    }

    /**
     * Requires that this loss can be computed for these targets.
     *
     * @throws ShapeException if Y is not as wide as the network's output
     * @throws DataException if Y is empty, holds NaN or infinity, or a target is outside the loss's range
     * @throws IllegalArgumentException if the loss makes no sense on the network's outputs
     */
    public void require(Network network, SimpleMatrix Y) {
        Require.present("network", network);
        Require.finite("targets Y", Y);
        error.requireOutput(network.layer(network.depth()));
        if (Y.getNumCols() != network.outputs()) {
            throw new ShapeException("the network gives " + network.outputs() + " outputs, but a target has "
                    + Y.getNumCols()
                    + (Y.getNumCols() == 1
                            ? " number; make the last layer as wide, or rows of class numbers with Dataset.oneHot("
                                    + network.outputs() + ")"
                            : " numbers; make the last layer as wide as the targets"));
        }
        error.requireTargets(Y);
    }

    /**
     * ∂C/∂a of one output unit of one sample, before samples are joined: the chain rule's first factor. Where a fused loss
     * meets a saturated activation it is infinite or NaN.
     */
    public double derivative(double a, double y) {
        return error.slope(a, y);
    }

    /** Whether ∂C/∂Z of the last layer is computed in one step, as A − Y, because the activation's derivative cancels. */
    public boolean isFused() {
        return error.isFused();
    }

    /** Adds the loaded samples' costs to a running total, in their order. */
    double add(double total, LayerWorkspace last, double[] y, int n) {
        return error.add(total, last, y, n);
    }

    /** The loss of n samples from the total of their costs. */
    double join(double total, int n) {
        return mean ? total / n : total;
    }

    void delta(LayerWorkspace last, double[] y, int n) {
        error.delta(last, y, n, mean ? 1.0 / n : 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Loss that && error.equals(that.error) && mean == that.mean;
    }

    @Override
    public int hashCode() {
        return 31 * error.hashCode() + Boolean.hashCode(mean);
    }

    @Override
    public String toString() {
        return error.name() + (mean ? ", mean over samples" : ", summed over samples");
    }
}
