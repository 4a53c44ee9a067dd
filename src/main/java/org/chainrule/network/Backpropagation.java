package org.chainrule.network;

import org.chainrule.data.DataException;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;

/**
 * The chain rule, from the last layer to the first: {@code Δ(L) = dA ⊙ f′(Z)}, {@code dW = A(l−1)ᵀΔ(l)},
 * {@code db = 1ᵀΔ(l)}, {@code Δ(l−1) = Δ(l)Wᵀ ⊙ f′(Z(l−1))} (A13 to A17; Rumelhart, Hinton and Williams 1986).
 * Where an activation is not entrywise, each row is multiplied by its {@linkplain Activation#jacobian Jacobian} instead of f′.
 *
 * <p>{@link #gradients} is the door for people. An instance is a workbench for training: it keeps a parameter vector θ that
 * may be changed in place, works on buffers made once, and allocates nothing afterwards. It is not for two threads at a time.
 */
public final class Backpropagation {
    private final Network network;
    private final Loss loss;
    private final int capacity;
    private final Workspace workspace;
    private final double[] y;

    /**
     * @param capacity the largest number of samples that will be loaded at once
     * @throws IllegalArgumentException if the network or the loss is missing, or the capacity is below 1
     */
    public Backpropagation(Network network, Loss loss, int capacity) {
        this.network = Require.present("network", network);
        this.loss = Require.present("loss", loss);
        this.capacity = capacity;
        this.workspace = new Workspace(network, Require.atLeastOne("the largest batch", capacity));
        this.y = new double[capacity * network.outputs()];
    }

    /**
     * The derivatives of the loss by every weight, bias and weighted sum.
     *
     * @param X inputs, n×d
     * @param Y targets, n×m
     * @throws ShapeException if X or Y does not fit the network, or the other
     * @throws DataException if one is empty, holds NaN or infinity, or a target is outside the loss's range
     * @throws IllegalArgumentException if the loss makes no sense on the network's outputs
     */
    public static Gradients gradients(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        Backpropagation backpropagation = on(network, loss, X, Y);
        double value = backpropagation.loss();
        backpropagation.backward();
        return new Gradients(network, value, backpropagation.workspace);
    }

    /** A workbench with these samples loaded and {@link #forward()} done, after the checks of {@link #gradients}. */
    public static Backpropagation on(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        Require.present("network", network);
        Require.present("loss", loss);
        network.requireInputs(Require.finite("inputs X", X).getNumCols());
        loss.require(network, Y);
        int n = X.getNumRows();
        if (Y.getNumRows() != n) {
            throw new ShapeException("inputs X have " + n + " rows, but targets Y have " + Y.getNumRows()
                    + "; every sample needs one row of each");
        }
        Backpropagation backpropagation = new Backpropagation(network, loss, n);
        backpropagation.load(Matrices.rowMajor(X), Matrices.rowMajor(Y), Matrices.inOrder(n), 0, n);
        backpropagation.forward();
        return backpropagation;
    }

    /** θ itself, not a copy, in the order of {@link Network#parameters()}. What is changed here counts from the next forward. */
    public double[] parameters() {
        return workspace.theta;
    }

    /** ∂C/∂θ itself, not a copy; valid after {@link #backward()}. */
    public double[] gradient() {
        return workspace.gradient;
    }

    /**
     * Takes n samples: the rows {@code order[from] … order[from + n − 1]} of X and Y.
     *
     * @param X all inputs, row-major, each row as wide as the network's input
     * @param Y all targets, row-major, each row as wide as the network's output
     * @throws IllegalArgumentException if n is more than the capacity
     */
    public void load(double[] X, double[] Y, int[] order, int from, int n) {
        if (n > capacity) {
            throw new IllegalArgumentException(
                    "a batch of " + n + " samples does not fit the buffers, which were made for " + capacity
                            + "; give the constructor the largest batch");
        }
        workspace.load(X, order, from, n);
        workspace.gather(Y, order, from, y, network.outputs());
    }

    /** Computes every layer's Z and A for the loaded samples. */
    public void forward() {
        workspace.forward();
    }

    /** Adds the costs of the loaded samples to a running total; {@link #join} makes a loss of it. After {@link #forward()}. */
    public double addTo(double total) {
        return loss.add(total, workspace.last(), y, workspace.n());
    }

    /** The loss of n samples from the total of their costs. */
    public double join(double total, int n) {
        return loss.join(total, n);
    }

    /** C for the loaded samples, after {@link #forward()}. */
    public double loss() {
        return join(addTo(0), workspace.n());
    }

    /** The activation of output unit j for loaded sample i, after {@link #forward()}. */
    public double output(int i, int j) {
        return workspace.last().a[i * network.outputs() + j];
    }

    /** Computes ∂C/∂θ for the loaded samples, after {@link #forward()}. */
    public void backward() {
        LayerWorkspace[] layers = workspace.layers;
        int n = workspace.n();
        loss.delta(workspace.last(), y, n);
        for (int l = layers.length - 1; l >= 0; l--) {
            layers[l].gradient(n);
            if (l > 0) {
                layers[l].propagate(layers[l - 1], n);
            }
        }
    }

    /** Whether ∂C/∂Z of the last layer is made of numbers only: what a run that diverges loses first. After {@link #backward()}. */
    public boolean isFinite() {
        LayerWorkspace last = workspace.last();
        for (int i = 0; i < workspace.n() * last.m; i++) {
            if (!Double.isFinite(last.delta[i])) {
                return false;
            }
        }
        return true;
    }

    /** The network with θ as it stands now. */
    public Network network() {
        return network.withParameters(workspace.theta);
    }
}
