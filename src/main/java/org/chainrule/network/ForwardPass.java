package org.chainrule.network;

import org.ejml.simple.SimpleMatrix;

/** What every layer computed for n samples on the way forward. Immutable: what comes out is copied. */
public final class ForwardPass {
    private final Network network;
    private final int n;
    private final SimpleMatrix[] z;
    private final SimpleMatrix[] a;

    ForwardPass(Network network, Workspace workspace) {
        this.network = network;
        this.n = workspace.n();
        this.z = new SimpleMatrix[network.depth() + 1];
        this.a = new SimpleMatrix[network.depth() + 1];
        a[0] = Matrices.fromRowMajor(workspace.x, 0, n, network.inputs());
        for (int l = 1; l <= network.depth(); l++) {
            LayerWorkspace layer = workspace.layers[l - 1];
            z[l] = Matrices.fromRowMajor(layer.z, 0, n, layer.m);
            a[l] = Matrices.fromRowMajor(layer.a, 0, n, layer.m);
        }
    }

    /**
     * The weighted sums of layer l, {@code Z = A(l−1)·W + b}: n×m.
     *
     * @throws IndexOutOfBoundsException if l is not between 1 and the network's depth
     */
    public SimpleMatrix z(int l) {
        network.layer(l);
        return z[l].copy();
    }

    /**
     * The activations of layer l, {@code A = f(Z)}: n×m; {@code a(0)} is the input.
     *
     * @throws IndexOutOfBoundsException if l is not between 0 and the network's depth
     */
    public SimpleMatrix a(int l) {
        if (l != 0) {
            network.layer(l);
        }
        return a[l].copy();
    }

    /** The activations of the last layer: n×m. */
    public SimpleMatrix output() {
        return a(network.depth());
    }

    /** The network that this pass went through. */
    public Network network() {
        return network;
    }

    /** n, the number of samples. */
    public int size() {
        return n;
    }

    @Override
    public String toString() {
        return "ForwardPass[" + n + (n == 1 ? " sample" : " samples") + " through " + network + "]";
    }
}
