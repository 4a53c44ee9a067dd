package org.chainrule.sources.b;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chainrule.data.Dataset;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * The training program of source B, with each of its mistakes as a switch. With none it is backpropagation (B05 to B10). The
 * source prints it twice, as a script that makes one update and as a class that makes ten thousand; they differ by a mistake.
 */
public final class PublishedProgram {
    /** Where the printed program departs from its own derivation. */
    public enum Mistake {
        /** σ′ is computed as x(1 − x), which wants the activation σ(a), but is given the sum a: {@code sigmoidPrime(a2)} (B07, B09). */
        DERIVATIVE_OF_THE_SUM,
        /** The error at a layer goes through σ′ of the layer after it: {@code sigmoidPrime(self.a3)} for layer 2 (B07, B09). */
        DERIVATIVE_OF_THE_WRONG_LAYER,
        /** The weights of a layer are taken to multiply the sums a before it, not the activations σ(a): {@code a2.T} (B06, B08). */
        SUMS_FOR_ACTIVATIONS
    }

    private final Network start;
    private final Set<Mistake> mistakes;
    private final SimpleMatrix t;
    private final int last;
    private final SimpleMatrix[] W;
    private final SimpleMatrix[] a;
    private final SimpleMatrix[] h;

    private PublishedProgram(Network start, Dataset data, Set<Mistake> mistakes) {
        this.start = start;
        this.mistakes = mistakes;
        this.t = data.targets();
        this.last = start.depth();
        this.W = new SimpleMatrix[last + 1];
        this.a = new SimpleMatrix[last + 1];
        this.h = new SimpleMatrix[last + 1];
        a[0] = data.inputs();
        h[0] = data.inputs();
        for (int l = 1; l <= last; l++) {
            W[l] = start.layer(l).W();
        }
        forward();
    }

    /**
     * The program with exactly these mistakes, on the source's samples.
     *
     * @throws IllegalArgumentException if the network is not one that the program can train
     */
    public static PublishedProgram with(Network start, Mistake... mistakes) {
        return with(start, SourceB.data(), mistakes);
    }

    /**
     * The program with exactly these mistakes, on other samples.
     *
     * @throws IllegalArgumentException if the network is not one that the program can train
     */
    public static PublishedProgram with(Network start, Dataset data, Mistake... mistakes) {
        for (Dense layer : start.layers()) {
            if (layer.activation() != Activation.SIGMOID || layer.hasBias()) {
                throw new IllegalArgumentException(
                        "source B's program knows sigmoid layers without a bias only, but a layer is " + layer);
            }
        }
        start.requireInputs(data.inputWidth());
        Set<Mistake> set = EnumSet.noneOf(Mistake.class);
        Collections.addAll(set, mistakes);
        return new PublishedProgram(start, data, set);
    }

    /** The script, which the source runs for one update. */
    public static PublishedProgram ofScript(Network start) {
        return with(start, Mistake.DERIVATIVE_OF_THE_SUM, Mistake.SUMS_FOR_ACTIVATIONS);
    }

    /** The class, which the source runs for 10,000 updates: the script, and one mistake more. */
    public static PublishedProgram ofClass(Network start) {
        return with(start, Mistake.values());
    }

    /** The program without its mistakes. */
    public static PublishedProgram corrected(Network start) {
        return with(start);
    }

    /** P for every sample, as the weights stand: n×1. */
    public SimpleMatrix prediction() {
        return h[last].copy();
    }

    /** What the source prints as its loss: the mean of (t − P)² over the samples. It is not the E that it derives (B04). */
    public double loss() {
        SimpleMatrix error = t.minus(h[last]);
        return error.elementMult(error).elementSum() / t.getNumElements();
    }

    /** What the program takes for ∂E/∂w, in the order of {@link Network#parameters()}. */
    public double[] gradient() {
        SimpleMatrix[] dW = new SimpleMatrix[last];
        SimpleMatrix[] noBiases = new SimpleMatrix[last];
        SimpleMatrix delta = h[last].minus(t).elementMult(sigmoidPrime(h[last]));
        for (int l = last; l >= 1; l--) {
            dW[l - 1] = inputsOf(l).transpose().mult(delta);
            noBiases[l - 1] = new SimpleMatrix(1, W[l].getNumCols());
            if (l > 1) {
                delta = broadcast(delta.mult(W[l].transpose()), slopeOf(l - 1));
            }
        }
        return start.flatten(List.of(dW), List.of(noBiases));
    }

    /** Makes one update, w − ∂E/∂w with the step 1, and returns what the program took for the gradient. */
    public double[] update() {
        double[] gradient = gradient();
        int at = 0;
        for (int l = 1; l <= last; l++) {
            for (int i = 0; i < W[l].getNumElements(); i++) {
                W[l].set(i, W[l].get(i) - gradient[at++]);
            }
        }
        forward();
        return gradient;
    }

    /** The network as it stands now. */
    public Network network() {
        Dense[] layers = new Dense[last];
        for (int l = 1; l <= last; l++) {
            layers[l - 1] = Dense.withoutBias(W[l], Activation.SIGMOID);
        }
        return Network.of(layers);
    }

    private void forward() {
        for (int l = 1; l <= last; l++) {
            a[l] = h[l - 1].mult(W[l]);
            h[l] = Activation.SIGMOID.value(a[l]);
        }
    }

    /** ∂a(l)/∂w, one row a sample. */
    private SimpleMatrix inputsOf(int l) {
        return mistakes.contains(Mistake.SUMS_FOR_ACTIVATIONS) ? a[l - 1] : h[l - 1];
    }

    /** h′(a(l)), one row a sample. */
    private SimpleMatrix slopeOf(int l) {
        int layer = mistakes.contains(Mistake.DERIVATIVE_OF_THE_WRONG_LAYER) ? l + 1 : l;
        return sigmoidPrime(mistakes.contains(Mistake.DERIVATIVE_OF_THE_SUM) ? a[layer] : h[layer]);
    }

    /** x(1 − x), the derivative of the sigmoid where x is its value. */
    private static SimpleMatrix sigmoidPrime(SimpleMatrix x) {
        return x.elementMult(
                SimpleMatrix.filled(x.getNumRows(), x.getNumCols(), 1).minus(x));
    }

    /** NumPy's product of a matrix with one of its shape, or with a column that it stretches silently to fit. */
    private static SimpleMatrix broadcast(SimpleMatrix error, SimpleMatrix slope) {
        if (slope.getNumCols() == 1) {
            SimpleMatrix ones = SimpleMatrix.filled(1, error.getNumCols(), 1);
            return error.elementMult(slope.mult(ones));
        }
        if (slope.getNumCols() != error.getNumCols()) {
            throw new ShapeException("the error of a layer of " + error.getNumCols() + " units meets σ′ of a layer of "
                    + slope.getNumCols() + "; that mistake needs hidden layers of one width to go unnoticed");
        }
        return error.elementMult(slope);
    }
}
