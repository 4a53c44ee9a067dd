package org.chainrule.explain;

import java.util.concurrent.CancellationException;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * The microscope of {@link GradientCheck}: for one parameter, how good the difference quotient is with steps from 10⁻¹ down
 * to 10⁻¹⁵, eight a decade. Two forward passes a step; an interrupt ends it with a {@link CancellationException}.
 */
public final class StepSizes {
    private static final int STEPS_A_DECADE = 8;
    private static final int FIRST_EXPONENT = -1;
    private static final int LAST_EXPONENT = -15;

    private final Network network;
    private final double[] gradient;
    private final CentredDifference difference;

    private StepSizes(Network network, double[] gradient, CentredDifference difference) {
        this.network = network;
        this.gradient = gradient;
        this.difference = difference;
    }

    /**
     * @param X inputs, n×d
     * @param Y targets, n×m
     * @throws org.chainrule.data.ShapeException if X or Y does not fit the network, or the other
     * @throws org.chainrule.data.DataException if one is empty, holds NaN or infinity, or a target is outside the loss's
     *     range
     * @throws IllegalArgumentException if the loss makes no sense on the network's outputs
     */
    public static StepSizes of(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        double[] gradient = Backpropagation.gradients(network, loss, X, Y).toVector();
        return new StepSizes(network, gradient, new CentredDifference(network, loss, X, Y));
    }

    /**
     * For W(l)[row, column].
     *
     * @throws IndexOutOfBoundsException if there is no such weight
     */
    public DifferenceError weight(int l, int row, int column) {
        return parameter(ParameterIndex.weight(network, l, row, column));
    }

    /**
     * For b(l)[unit].
     *
     * @throws IndexOutOfBoundsException if there is no such unit
     * @throws IllegalArgumentException if the layer has no bias
     */
    public DifferenceError bias(int l, int unit) {
        return parameter(ParameterIndex.bias(network, l, unit));
    }

    private DifferenceError parameter(int i) {
        int count = STEPS_A_DECADE * (FIRST_EXPONENT - LAST_EXPONENT) + 1;
        double[] h = new double[count];
        double[] oneSided = new double[count];
        double[] centred = new double[count];
        double unit = gradient[i] == 0 ? 1 : Math.abs(gradient[i]);
        for (int k = 0; k < count; k++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted after " + k + " of " + count + " steps");
            }
            h[k] = StrictMath.pow(10, FIRST_EXPONENT - (double) k / STEPS_A_DECADE);
            double above = difference.lossAt(i, h[k]);
            double below = difference.lossAt(i, -h[k]);
            oneSided[k] = Math.abs((above - difference.loss()) / h[k] - gradient[i]) / unit;
            centred[k] = Math.abs((above - below) / (2 * h[k]) - gradient[i]) / unit;
        }
        return new DifferenceError(
                network.parameter(i),
                gradient[i],
                h,
                new ErrorCurve(h, oneSided),
                new ErrorCurve(h, centred),
                difference.of(i));
    }
}
