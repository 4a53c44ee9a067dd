package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chainrule.data.DataException;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;

/**
 * A feed-forward network: dense layers, one after the other. Layers count from 1, as in the derivations; {@code a(0)} is
 * the input.
 *
 * <p>Immutable. Training gives a new network and leaves this one alone.
 */
public final class Network {
    /** Samples that are predicted together: enough for fast products, few enough for the processor's caches. */
    private static final int AT_ONCE = 256;

    private final List<Dense> layers;

    private Network(List<Dense> layers) {
        this.layers = layers;
    }

    /** Begins an architecture: {@code Network.inputs(2).dense(2, SIGMOID).dense(1, SIGMOID)}. */
    public static Architecture inputs(int inputs) {
        return new Architecture(inputs, List.of());
    }

    /**
     * @throws IllegalArgumentException if there are no layers
     * @throws ShapeException if a layer expects other inputs than the one before it gives
     */
    public static Network of(Dense... layers) {
        if (Require.present("layers", layers).length == 0) {
            throw new IllegalArgumentException(
                    "a network needs at least one layer; add one with dense(units, activation)");
        }
        for (int l = 1; l <= layers.length; l++) {
            Dense layer = Require.present("layer " + l, layers[l - 1]);
            if (l > 1 && layer.inputs() != layers[l - 2].units()) {
                throw new ShapeException("layer " + l + " expects " + layer.inputs() + " inputs, but layer " + (l - 1)
                        + " gives " + layers[l - 2].units() + " outputs; make the two numbers the same");
            }
        }
        return new Network(List.of(layers));
    }

    /** d, the numbers that come in. */
    public int inputs() {
        return layers.get(0).inputs();
    }

    /** m, the numbers that come out. */
    public int outputs() {
        return layers.get(depth() - 1).units();
    }

    /** L, the number of layers with weights. */
    public int depth() {
        return layers.size();
    }

    /**
     * @param l 1 for the first layer after the input, {@link #depth()} for the last
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    public Dense layer(int l) {
        if (l < 1 || l > depth()) {
            throw new IndexOutOfBoundsException(
                    "there is no layer " + l + "; layers count from 1 to " + depth() + ", and a(0) is the input");
        }
        return layers.get(l - 1);
    }

    /** All layers, the first one first. */
    public List<Dense> layers() {
        return layers;
    }

    /**
     * Every layer's weighted sums and activations for these samples.
     *
     * @param X inputs, n×d
     * @throws ShapeException if X is not as wide as the network's input
     * @throws DataException if X is empty or holds NaN or infinity
     */
    public ForwardPass forward(SimpleMatrix X) {
        requireSamples(X);
        int n = X.getNumRows();
        Workspace workspace = new Workspace(this, n);
        workspace.load(Matrices.rowMajor(X), Matrices.inOrder(n), 0, n);
        workspace.forward();
        return new ForwardPass(this, workspace);
    }

    /** The output for these samples, X: n×d → n×m; throws as {@link #forward} does, but keeps no layer's numbers in memory. */
    public SimpleMatrix predict(SimpleMatrix X) {
        requireSamples(X);
        int n = X.getNumRows();
        int m = outputs();
        Workspace workspace = new Workspace(this, Math.min(n, AT_ONCE));
        SimpleMatrix output = new SimpleMatrix(n, m);
        int[] order = Matrices.inOrder(n);
        for (int from = 0; from < n; from += AT_ONCE) {
            int rows = Math.min(AT_ONCE, n - from);
            workspace.load(Matrices.rowMajor(X), order, from, rows);
            workspace.forward();
            System.arraycopy(workspace.last().a, 0, Matrices.rowMajor(output), from * m, rows * m);
        }
        return output;
    }

    /** The output for one sample, d numbers → 1×m; throws as {@link #forward} does. */
    public SimpleMatrix predict(double... sample) {
        return predict(Require.rectangular("the sample", new double[][] {sample}));
    }

    /** All trained numbers in one vector θ: layer by layer, W row by row, then b. A copy. */
    public double[] parameters() {
        return flatten(
                layers.stream().map(Dense::W).toList(),
                layers.stream().map(Dense::b).toList());
    }

    /** How many numbers are trained. */
    public int parameterCount() {
        return layers.stream().mapToInt(Dense::parameterCount).sum();
    }

    /**
     * Where the number at this index of {@link #parameters()} stands in the network.
     *
     * @throws IndexOutOfBoundsException if the index is not that of a parameter
     */
    public Parameter parameter(int index) {
        if (index < 0 || index >= parameterCount()) {
            throw new IndexOutOfBoundsException(
                    "there is no parameter " + index + "; they count from 0 to " + (parameterCount() - 1));
        }
        int at = index;
        int l = 1;
        for (; at >= layer(l).parameterCount(); l++) {
            at -= layer(l).parameterCount();
        }
        Dense layer = layer(l);
        int weights = layer.inputs() * layer.units();
        return at < weights
                ? new Parameter(l, false, at / layer.units(), at % layer.units())
                : new Parameter(l, true, 0, at - weights);
    }

    /**
     * This architecture with other numbers in it, in the order of {@link #parameters()}.
     *
     * @throws ShapeException if there are more or fewer numbers than parameters
     * @throws DataException if one of them is NaN or infinite
     */
    public Network withParameters(double[] theta) {
        requireParameters(Require.present("parameter vector", theta).length);
        List<Dense> replaced = new ArrayList<>();
        int at = 0;
        for (Dense layer : layers) {
            SimpleMatrix W = Matrices.fromRowMajor(theta, at, layer.inputs(), layer.units());
            at += layer.inputs() * layer.units();
            if (layer.hasBias()) {
                replaced.add(Dense.of(W, Matrices.fromRowMajor(theta, at, 1, layer.units()), layer.activation()));
                at += layer.units();
            } else {
                replaced.add(Dense.withoutBias(W, layer.activation()));
            }
        }
        return new Network(List.copyOf(replaced));
    }

    /**
     * Matrices that belong to the weights and biases (values, gradients, steps) as one vector in the order of
     * {@link #parameters()}. What belongs to the bias of a layer without one is left out.
     *
     * @param forW one matrix a layer, of its W's shape
     * @param forB one matrix a layer, 1×m
     * @throws ShapeException if a matrix is missing, or has not the shape of the W or b it belongs to
     */
    public double[] flatten(List<SimpleMatrix> forW, List<SimpleMatrix> forB) {
        Require.present("matrices for W", forW);
        Require.present("matrices for b", forB);
        if (forW.size() != depth() || forB.size() != depth()) {
            throw new ShapeException("the network has " + depth() + " layers, but there are " + forW.size()
                    + " matrices for W and " + forB.size() + " for b; give one of each a layer");
        }
        double[] vector = new double[parameterCount()];
        int at = 0;
        for (int l = 1; l <= depth(); l++) {
            Dense layer = layer(l);
            at = Matrices.append("W(" + l + ")", forW.get(l - 1), layer.inputs(), layer.units(), vector, at);
            if (layer.hasBias()) {
                at = Matrices.append("b(" + l + ")", forB.get(l - 1), 1, layer.units(), vector, at);
            }
        }
        return vector;
    }

    /** A table of the layers: shape, activation, number of parameters. */
    public String summary() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-6s %-10s %-12s %10s%n", "layer", "shape", "activation", "parameters"));
        for (int l = 1; l <= depth(); l++) {
            Dense layer = layer(l);
            text.append(String.format(
                    Locale.ROOT,
                    "%-6d %-10s %-12s %10d%s%n",
                    l,
                    layer.inputs() + " → " + layer.units(),
                    layer.activation().name(),
                    layer.parameterCount(),
                    layer.hasBias() ? "" : "  (no bias)"));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%-6s %-10s %-12s %10d",
                        "all",
                        inputs() + " → " + outputs(),
                        "",
                        parameterCount()))
                .toString();
    }

    /**
     * @throws ShapeException if a sample of this many numbers does not fit the input
     */
    public void requireInputs(int columns) {
        if (columns != inputs()) {
            throw new ShapeException("the network expects " + inputs() + " inputs, but a sample has " + columns
                    + (columns == 1 ? " number" : " numbers") + "; a sample is a row of X, n×" + inputs());
        }
    }

    private void requireSamples(SimpleMatrix X) {
        requireInputs(Require.finite("inputs X", X).getNumCols());
    }

    void requireParameters(int count) {
        if (count != parameterCount()) {
            throw new ShapeException(
                    "the network has " + parameterCount() + " parameters, but the vector has " + count + " numbers");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network that && layers.equals(that.layers);
    }

    @Override
    public int hashCode() {
        return layers.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Network " + inputs());
        layers.forEach(layer -> text.append('-').append(layer.units()));
        return text.append(" (").append(parameterCount()).append(" parameters)").toString();
    }
}
