package org.chainrule.sources;

import org.chainrule.data.Dataset;
import org.chainrule.explain.GradientCheck;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;

/**
 * A mistake in a gradient, made and repaired at one point: the gradient check must reject the one and accept the other.
 *
 * @param network where the derivatives are taken
 * @param loss of what
 * @param samples on which samples
 * @param printed ∂C/∂θ with the mistake, in the order of {@link Network#parameters()}
 * @param repaired ∂C/∂θ without it
 */
public record NegativeControl(Network network, Loss loss, Dataset samples, double[] printed, double[] repaired) {
    /** What the gradient check says of the mistake. */
    public GradientCheck ofPrinted() {
        return GradientCheck.of(network, loss, samples.inputs(), samples.targets(), printed);
    }

    /** What it says of the repair. */
    public GradientCheck ofRepaired() {
        return GradientCheck.of(network, loss, samples.inputs(), samples.targets(), repaired);
    }
}
