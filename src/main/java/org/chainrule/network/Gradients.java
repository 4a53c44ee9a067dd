package org.chainrule.network;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;

/**
 * The derivatives of the loss C, for n samples: by every weight, every bias, and every weighted sum. Immutable: what comes
 * out is copied.
 */
public final class Gradients {
    private final Network network;
    private final double loss;
    private final double[] vector;
    private final SimpleMatrix[] dW;
    private final SimpleMatrix[] db;
    private final SimpleMatrix[] delta;

    Gradients(Network network, double loss, Workspace workspace) {
        this.network = network;
        this.loss = loss;
        this.vector = workspace.gradient;
        this.dW = new SimpleMatrix[network.depth()];
        this.db = new SimpleMatrix[network.depth()];
        this.delta = new SimpleMatrix[network.depth()];
        int at = 0;
        for (int l = 0; l < network.depth(); l++) {
            Dense layer = network.layer(l + 1);
            dW[l] = Matrices.fromRowMajor(vector, at, layer.inputs(), layer.units());
            at += layer.inputs() * layer.units();
            db[l] = layer.hasBias()
                    ? Matrices.fromRowMajor(vector, at, 1, layer.units())
                    : new SimpleMatrix(1, layer.units());
            at += layer.hasBias() ? layer.units() : 0;
            delta[l] = Matrices.fromRowMajor(workspace.layers[l].delta, 0, workspace.n(), layer.units());
        }
    }

    /**
     * ∂C/∂W of layer l: d×m, the shape of W.
     *
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    public SimpleMatrix dW(int l) {
        network.layer(l);
        return dW[l - 1].copy();
    }

    /**
     * ∂C/∂b of layer l: 1×m; zeros where the layer has no bias.
     *
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    public SimpleMatrix db(int l) {
        network.layer(l);
        return db[l - 1].copy();
    }

    /**
     * ∂C/∂Z of layer l, for the whole loss (a mean's 1/n is inside): n×m, a row a sample.
     *
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    public SimpleMatrix delta(int l) {
        network.layer(l);
        return delta[l - 1].copy();
    }

    /** C itself, where the derivatives were taken. */
    public double loss() {
        return loss;
    }

    /** ∂C/∂θ, in the order of {@link Network#parameters()}. */
    public double[] toVector() {
        return Arrays.copyOf(vector, vector.length);
    }

    /** The network whose derivatives these are. */
    public Network network() {
        return network;
    }

    @Override
    public String toString() {
        return "Gradients[" + network + ", " + delta[0].getNumRows() + " samples]";
    }
}
