package org.chainrule.explain;

import org.chainrule.network.Backpropagation;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.network.Parameter;
import org.ejml.simple.SimpleMatrix;

/**
 * Units that stand on their kinks all at once, as a sample (0, 0) and biases of 0 put them there. Backpropagation takes the
 * slope of one side at each, and what it multiplies from them need not lie between the two slopes along one parameter. So
 * the biases push all units to one side, then all to the other, and ∂C/∂θᵢ is measured there.
 */
final class Kinks {
    private static final double PUSH = 0x1p-22;
    /** A layer is pushed so much further than the one before it that what comes from there does not bring it back. */
    private static final double FURTHER = 8;
    /** Of the difference: small beside the push, so that no unit crosses its kink again. */
    private static final double STEP = 0x1p-25;
    /** What is left, where there is no kink, of the difference between the two sides after it was extrapolated to θ. */
    private static final double SMOOTH = 0.05;
    /** Roundings of a slope, in units of the last place of the loss. */
    private static final double ROUNDINGS = 16 / STEP;

    private final Backpropagation backpropagation;
    private final double[] theta;
    private final double[] centre;
    private final double[] direction;

    Kinks(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        this.backpropagation = Backpropagation.on(network, loss, X, Y);
        this.theta = backpropagation.parameters();
        this.centre = theta.clone();
        this.direction = new double[theta.length];
        for (int i = 0; i < direction.length; i++) {
            Parameter parameter = network.parameter(i);
            direction[i] = parameter.isBias() ? PUSH * Math.pow(FURTHER, parameter.layer() - 1) : 0;
        }
    }

    /** Whether the slope jumps from one side to the other, and the claim is one of the two or between them. */
    boolean explain(int i, double claimed) {
        double farBelow = slope(i, -1);
        double farAbove = slope(i, 1);
        double below = 2 * slope(i, -0.5) - farBelow;
        double above = 2 * slope(i, 0.5) - farAbove;
        double rounding = ROUNDINGS * Math.ulp(backpropagation.loss());
        double tolerance = SMOOTH * (Math.abs(above - farAbove) + Math.abs(below - farBelow)) + rounding;
        return Math.abs(above - below) > tolerance
                && claimed >= Math.min(below, above) - tolerance
                && claimed <= Math.max(below, above) + tolerance;
    }

    private double slope(int i, double push) {
        return (lossAt(i, push, STEP) - lossAt(i, push, -STEP)) / (2 * STEP);
    }

    private double lossAt(int i, double push, double step) {
        for (int k = 0; k < theta.length; k++) {
            theta[k] = centre[k] + push * direction[k];
        }
        theta[i] += step;
        backpropagation.forward();
        return backpropagation.loss();
    }
}
