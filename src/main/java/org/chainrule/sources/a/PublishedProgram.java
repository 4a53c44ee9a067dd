package org.chainrule.sources.a;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chainrule.data.Dataset;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * The training program of source A, step by step as it is printed there, with each of its mistakes as a switch. With no
 * mistake it is backpropagation.
 */
public final class PublishedProgram {
    /** Where the printed program departs from its own derivation. */
    public enum Mistake {
        /** The lists of activations and derivatives are made once and only appended to: layer i is read from the first pass for ever. */
        STALE_LISTS,
        /** The error goes back through σ′ of the layer it comes from, {@code dA[i]}, instead of the one it goes to, {@code dA[i-1]}. */
        DERIVATIVE_OF_THE_WRONG_LAYER,
        /** {@code W[i]} is updated in place before the error is sent back through it. */
        WEIGHTS_UPDATED_FIRST
    }

    private final Network start;
    private final Set<Mistake> mistakes;
    private final SimpleMatrix X;
    private final SimpleMatrix Y;
    private final List<SimpleMatrix> W = new ArrayList<>();
    private final List<SimpleMatrix> B = new ArrayList<>();
    private final List<SimpleMatrix> A = new ArrayList<>();
    private final List<SimpleMatrix> dA = new ArrayList<>();
    private SimpleMatrix prediction;

    private PublishedProgram(Network start, Set<Mistake> mistakes) {
        Dataset data = SourceA.data();
        this.start = start;
        this.mistakes = mistakes;
        this.X = data.inputs();
        this.Y = data.targets();
        start.layers().forEach(layer -> {
            W.add(layer.W());
            B.add(layer.b());
        });
        forward();
    }

    /**
     * The program with exactly these mistakes.
     *
     * @throws IllegalArgumentException if the network is not one that the program can train
     */
    public static PublishedProgram with(Network start, Mistake... mistakes) {
        for (Dense layer : start.layers()) {
            if (layer.activation() != Activation.SIGMOID || !layer.hasBias()) {
                throw new IllegalArgumentException(
                        "source A's program knows sigmoid layers with a bias only, but a layer is " + layer);
            }
        }
        start.requireInputs(SourceA.data().inputWidth());
        Set<Mistake> set = EnumSet.noneOf(Mistake.class);
        set.addAll(List.of(mistakes));
        return new PublishedProgram(start, set);
    }

    /** The program as the source prints it, with all three. */
    public static PublishedProgram asPrinted(Network start) {
        return with(start, Mistake.values());
    }

    /** The program that the source's output fits: only the weights are updated too early. */
    public static PublishedProgram asRun(Network start) {
        return with(start, Mistake.WEIGHTS_UPDATED_FIRST);
    }

    /** The program without its mistakes. */
    public static PublishedProgram corrected(Network start) {
        return with(start);
    }

    /** The output for the one sample, as the parameters stand. */
    public double prediction() {
        return prediction.get(0, 0);
    }

    /** ½ (prediction − target)² (A08). */
    public double loss() {
        double error = prediction() - Y.get(0, 0);
        return 0.5 * (error * error);
    }

    /** Makes one update and returns what the program takes for the gradient, in the order of {@link Network#parameters()}. */
    public double[] update() {
        int last = W.size() - 1;
        SimpleMatrix[] dW = new SimpleMatrix[last + 1];
        SimpleMatrix[] dB = new SimpleMatrix[last + 1];
        SimpleMatrix E = prediction.minus(Y).elementMult(dA.get(dA.size() - 1));
        for (int i = last; i >= 0; i--) {
            dW[i] = A.get(i).transpose().mult(E);
            dB[i] = SimpleMatrix.filled(1, E.getNumRows(), 1).mult(E);
            SimpleMatrix before = W.get(i);
            W.set(i, before.minus(dW[i].scale(SourceA.RATE)));
            B.set(i, B.get(i).minus(dB[i].scale(SourceA.RATE)));
            if (i > 0) {
                SimpleMatrix through = mistakes.contains(Mistake.WEIGHTS_UPDATED_FIRST) ? W.get(i) : before;
                int derivative = mistakes.contains(Mistake.DERIVATIVE_OF_THE_WRONG_LAYER) ? i : i - 1;
                E = broadcast(E.mult(through.transpose()), dA.get(derivative));
            }
        }
        forward();
        return start.flatten(List.of(dW), List.of(dB));
    }

    /** The network as it stands now. */
    public Network network() {
        Dense[] layers = new Dense[W.size()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = Dense.of(W.get(i), B.get(i), Activation.SIGMOID);
        }
        return Network.of(layers);
    }

    private void forward() {
        if (!mistakes.contains(Mistake.STALE_LISTS)) {
            A.clear();
            dA.clear();
        }
        SimpleMatrix a = X;
        for (int i = 0; i < W.size(); i++) {
            A.add(a);
            SimpleMatrix z = a.mult(W.get(i)).plus(B.get(i));
            a = Activation.SIGMOID.value(z);
            dA.add(Activation.SIGMOID.derivative(z));
        }
        prediction = a;
    }

    /** NumPy's product of a row with a row, or with a single number. */
    private static SimpleMatrix broadcast(SimpleMatrix row, SimpleMatrix factor) {
        return factor.getNumElements() == 1 ? row.scale(factor.get(0, 0)) : row.elementMult(factor);
    }
}
