package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;

/** A network without its weights: how many inputs, which layers. {@link #initialize} makes the network. */
public final class Architecture {
    private record Plan(int units, Activation activation, boolean biased) {}

    private final int inputs;
    private final List<Plan> plans;

    Architecture(int inputs, List<Plan> plans) {
        this.inputs = Require.atLeastOne("the number of inputs", inputs);
        this.plans = List.copyOf(plans);
    }

    /**
     * Adds a layer with bias.
     *
     * @throws IllegalArgumentException if there are no units, or no activation
     */
    public Architecture dense(int units, Activation activation) {
        return with(units, activation, true);
    }

    /**
     * Adds a layer without bias.
     *
     * @throws IllegalArgumentException if there are no units, or no activation
     */
    public Architecture denseWithoutBias(int units, Activation activation) {
        return with(units, activation, false);
    }

    /**
     * @param random the generator to draw from; it moves on
     * @throws IllegalArgumentException if no layer was added
     */
    public Network initialize(Initializer initializer, NumpyRandom random) {
        Require.present("initializer", initializer);
        Require.present("random generator", random);
        List<SimpleMatrix> W = new ArrayList<>();
        int d = inputs;
        for (Plan plan : plans) {
            W.add(initializer.weights(d, plan.units, random));
            d = plan.units;
        }
        List<Dense> layers = new ArrayList<>();
        for (int l = 0; l < plans.size(); l++) {
            Plan plan = plans.get(l);
            layers.add(
                    plan.biased
                            ? Dense.of(W.get(l), initializer.bias(plan.units, random), plan.activation)
                            : Dense.withoutBias(W.get(l), plan.activation));
        }
        return Network.of(layers.toArray(Dense[]::new));
    }

    private Architecture with(int units, Activation activation, boolean biased) {
        List<Plan> more = new ArrayList<>(plans);
        more.add(new Plan(
                Require.atLeastOne("the number of units", units),
                Require.present("layer's activation", activation),
                biased));
        return new Architecture(inputs, more);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Architecture[" + inputs + " inputs");
        plans.forEach(plan -> text.append(" → ").append(plan.units).append(' ').append(plan.activation));
        return text.append(']').toString();
    }
}
