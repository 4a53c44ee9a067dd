package org.chainrule.explain;

import java.util.OptionalDouble;
import org.chainrule.network.Parameter;
import org.chainrule.numpy.NumpyFormat;

/**
 * The errors of the one-sided difference {@code (C(θ + h) − C(θ)) / h} and of the centred one {@code (C(θ + h) − C(θ − h)) /
 * 2h} of one parameter, for many steps h. {@link StepSizes} measures them.
 */
public final class DifferenceError {
    private final Parameter parameter;
    private final double derivative;
    private final double[] steps;
    private final ErrorCurve oneSided;
    private final ErrorCurve centred;
    private final CentredDifference.Result extrapolated;

    DifferenceError(
            Parameter parameter,
            double derivative,
            double[] steps,
            ErrorCurve oneSided,
            ErrorCurve centred,
            CentredDifference.Result extrapolated) {
        this.parameter = parameter;
        this.derivative = derivative;
        this.steps = steps;
        this.oneSided = oneSided;
        this.centred = centred;
        this.extrapolated = extrapolated;
    }

    public Parameter parameter() {
        return parameter;
    }

    /** ∂C/∂θ by backpropagation, which the differences are compared with. */
    public double derivative() {
        return derivative;
    }

    /** Whether errors are in units of the derivative; they are absolute where that is 0. */
    public boolean isRelative() {
        return derivative != 0;
    }

    /** h, the largest first. */
    public double[] steps() {
        return steps.clone();
    }

    /** Of the one-sided difference. */
    public ErrorCurve oneSided() {
        return oneSided;
    }

    /** Of the centred difference. */
    public ErrorCurve centred() {
        return centred;
    }

    /**
     * How far from the parameter the slope of the loss jumps, as where a ReLU switches on: 0 if the parameter stands there.
     * Steps that reach further have an error that no longer follows a power of h. Empty if there is no kink within 0.1.
     */
    public OptionalDouble kink() {
        return extrapolated.kink() ? OptionalDouble.of(0) : centred.kink();
    }

    /** What there is to say about a kink, as the rest of a sentence; empty if there is none. */
    public String kinkInWords() {
        if (extrapolated.kink()) {
            return ", which stands on a kink: the slope is "
                    + brief(extrapolated.left().value()) + " below and "
                    + brief(extrapolated.right().value())
                    + " above, and a difference across it has an error that stays";
        }
        return centred.kink().isEmpty()
                ? ""
                : ", which has a kink within " + brief(centred.kink().getAsDouble())
                        + ": a larger step crosses it, and its error stays";
    }

    @Override
    public String toString() {
        return "Error of differences for " + parameter + ", least one-sided at h = " + brief(oneSided.bestStep())
                + " and centred at h = " + brief(centred.bestStep()) + kinkInWords();
    }

    private static String brief(double value) {
        return NumpyFormat.significant(value, 2);
    }
}
