package org.chainrule.explain;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Dense;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * The derivative along every edge of the computation, from a forward pass and its gradients. Costs are those of one sample
 * alone: C is their sum, or their mean.
 */
final class LocalDerivatives {
    private final Network network;
    private final Loss loss;
    private final SimpleMatrix Y;
    private final Gradients g;
    private final double scale;
    private final List<Activation> f;
    private final SimpleMatrix[] W;
    private final SimpleMatrix[] z;
    private final SimpleMatrix[] a;
    private final SimpleMatrix[] delta;
    private final SimpleMatrix[][] jacobians;

    LocalDerivatives(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        this.g = Backpropagation.gradients(network, loss, X, Y);
        this.network = network;
        this.loss = loss;
        this.Y = Y.copy();
        this.scale = loss.equals(loss.mean()) ? 1.0 / Y.getNumRows() : 1;
        this.f = network.layers().stream().map(Dense::activation).toList();
        ForwardPass pass = network.forward(X);
        int layers = network.depth() + 1;
        this.W = new SimpleMatrix[layers];
        this.z = new SimpleMatrix[layers];
        this.a = new SimpleMatrix[layers];
        this.delta = new SimpleMatrix[layers];
        this.jacobians = new SimpleMatrix[layers][size()];
        a[0] = pass.a(0);
        for (int l = 1; l < layers; l++) {
            W[l] = network.layer(l).W();
            z[l] = pass.z(l);
            a[l] = pass.a(l);
            delta[l] = g.delta(l);
        }
    }

    Network network() {
        return network;
    }

    Gradients gradients() {
        return g;
    }

    Loss loss() {
        return loss;
    }

    /** n, the number of samples. */
    int size() {
        return Y.getNumRows();
    }

    /** ∂C/∂Cᵢ: 1/n where C is a mean, else 1. */
    double scale() {
        return scale;
    }

    /** ∂Cᵢ/∂aₖ of the output. */
    double costByOutput(int i, int k) {
        return loss.derivative(a[network.depth()].get(i, k), Y.get(i, k));
    }

    /** ∂Cᵢ/∂zⱼ of layer l. */
    double costBySum(int l, int i, int j) {
        return delta[l].get(i, j) / scale;
    }

    /** ∂aₖ/∂zⱼ of layer l. */
    double activationBySum(int l, int i, int k, int j) {
        if (isEntrywise(l)) {
            return k == j ? f.get(l - 1).derivative(z[l].get(i, j)) : 0;
        }
        if (jacobians[l][i] == null) {
            jacobians[l][i] = f.get(l - 1).jacobian(z[l].getRow(i));
        }
        return jacobians[l][i].get(k, j);
    }

    /** ∂zₘ/∂aₖ, from layer l − 1 to layer l. */
    double sumByActivation(int l, int m, int k) {
        return W[l].get(k, m);
    }

    /** ∂zⱼ/∂wₖⱼ of layer l: the activation that the weight multiplies. */
    double sumByWeight(int l, int i, int k) {
        return a[l - 1].get(i, k);
    }

    /** The units of layer l whose activation follows zⱼ: j alone, or all where the activation is a softmax. */
    int[] reached(int l, int j) {
        return isEntrywise(l)
                ? new int[] {j}
                : IntStream.range(0, W[l].getNumCols()).toArray();
    }

    /**
     * Whether ∂C/∂z of output unit j is left as a − y: its loss is fused, with a softmax whose paths would all but cancel, or
     * with an activation so saturated that the two factors apart are no numbers.
     */
    boolean isResidual(int i, int j) {
        int depth = network.depth();
        return loss.isFused()
                && (!isEntrywise(depth) || !Double.isFinite(costByOutput(i, j) * activationBySum(depth, i, j, j)));
    }

    /** How many activations lead from the loss to zⱼ of layer l, on the layer's side. */
    int ways(int l) {
        boolean isOneStep = isEntrywise(l) || l == network.depth() && loss.isFused();
        return isOneStep ? 1 : W[l].getNumCols();
    }

    private boolean isEntrywise(int l) {
        return f.get(l - 1) != Activation.SOFTMAX;
    }
}
