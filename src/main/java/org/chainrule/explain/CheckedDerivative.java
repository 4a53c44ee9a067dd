package org.chainrule.explain;

import org.chainrule.network.Parameter;

/**
 * One derivative beside its finite difference.
 *
 * @param claimed ∂C/∂θ as it was given
 * @param measured the centred difference
 * @param uncertainty how far the centred difference itself may be off
 */
public record CheckedDerivative(
        Parameter parameter, double claimed, double measured, double uncertainty, Verdict verdict) {

    /** |claimed − measured| in units of the larger of the two; 0 where both are 0. */
    public double relativeError() {
        double scale = Math.max(Math.abs(claimed), Math.abs(measured));
        return scale == 0 ? 0 : Math.abs(claimed - measured) / scale;
    }
}
