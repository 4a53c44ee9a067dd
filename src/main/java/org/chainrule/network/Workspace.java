package org.chainrule.network;

import java.util.Optional;

/** A network at work: its parameter vector θ, which may change in place, and the buffers of every layer. */
final class Workspace {
    /** From so many numbers on, the call of a copy is cheaper than a loop. */
    private static final int WIDE = 16;

    final double[] theta;
    final double[] gradient;
    final double[] x;
    final LayerWorkspace[] layers;
    private final int inputs;
    private int n;

    Workspace(Network network, int capacity) {
        this.theta = network.parameters();
        this.gradient = new double[theta.length];
        this.inputs = network.inputs();
        this.x = new double[capacity * inputs];
        this.layers = new LayerWorkspace[network.depth()];
        Optional<Products> products = Backend.productsFor(network);
        double[] input = x;
        int at = 0;
        for (int l = 1; l <= layers.length; l++) {
            Dense layer = network.layer(l);
            AffineMap map = products.isPresent() && layer.inputs() * layer.units() >= Backend.TINY
                    ? new BlockedAffineMap(products.get(), layer, input, this, at, capacity)
                    : new PlainAffineMap(layer, input, this, at, capacity);
            layers[l - 1] = new LayerWorkspace(map, layer.activation());
            input = layers[l - 1].a;
            at += layer.parameterCount();
        }
    }

    /** How many samples are loaded. */
    int n() {
        return n;
    }

    LayerWorkspace last() {
        return layers[layers.length - 1];
    }

    /** Takes rows of X, in the order that is given, from position {@code from} on. */
    void load(double[] X, int[] order, int from, int rows) {
        n = rows;
        gather(X, order, from, x, inputs);
    }

    /** Copies the rows of the loaded samples from a matrix with as many rows as X. */
    void gather(double[] source, int[] order, int from, double[] into, int columns) {
        for (int i = 0; i < n; i++) {
            int row = order[from + i] * columns;
            if (columns >= WIDE) {
                System.arraycopy(source, row, into, i * columns, columns);
                continue;
            }
            for (int j = 0; j < columns; j++) {
                into[i * columns + j] = source[row + j];
            }
        }
    }

    void forward() {
        for (LayerWorkspace layer : layers) {
            layer.forward(n);
        }
    }
}
