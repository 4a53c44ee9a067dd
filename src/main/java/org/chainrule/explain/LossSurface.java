package org.chainrule.explain;

import java.util.concurrent.CancellationException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;

/** The loss of an architecture on some samples, as a function of all its parameters. Not for two threads at a time. */
final class LossSurface {
    private final Backpropagation backpropagation;
    private final double[] theta;
    private int computed;

    /**
     * @throws ShapeException if the samples do not fit the network
     * @throws org.chainrule.data.DataException if a target is outside the loss's range
     * @throws IllegalArgumentException if something is missing, or the loss makes no sense on the network's outputs
     */
    LossSurface(Network network, Loss loss, Dataset data) {
        Require.present("samples", data);
        backpropagation = Backpropagation.on(network, loss, data.inputs(), data.targets());
        theta = backpropagation.parameters();
    }

    /**
     * The loss at these parameters; NaN or infinite where a sum overflows.
     *
     * @throws CancellationException if the thread is interrupted
     */
    double at(double[] parameters) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted after " + computed + " losses of the landscape");
        }
        computed++;
        System.arraycopy(parameters, 0, theta, 0, theta.length);
        backpropagation.forward();
        return backpropagation.loss();
    }

    /**
     * Requires that the other network differs from the first one in its numbers only.
     *
     * @throws ShapeException if it does not
     */
    static Network requireSameArchitecture(Network network, String name, Network other) {
        Require.present(name, other);
        if (network.parameterCount() != other.parameterCount()
                || !network.withParameters(other.parameters()).equals(other)) {
            throw new ShapeException(name + ", " + other + ", is not built like " + network
                    + "; in one landscape all networks have the same layers and activations");
        }
        return other;
    }
}
