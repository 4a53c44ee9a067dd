package org.chainrule.sources.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * The derivation of source C in its own columns, with each of its mistakes as a switch. A sample is a column, and a matrix
 * of layer k is N×K, units×inputs: {@code Z = WA + b1ᵀ}, {@code Δ(k) = (W(k+1)ᵀ Δ(k+1)) ⊙ σ′(Z(k))} (C15), {@code ∂L/∂W = 1/B
 * ΔAᵀ} (C20), {@code ∂L/∂b = 1/B Δ1} (C21). With no mistake it is backpropagation.
 */
public final class PrintedDerivation {
    /** Where the note departs from right backpropagation, read as it stands. */
    public enum Mistake {
        /** {@code ∂E/∂w = Σ ∂Lₖ/∂w} (below C03): the cost's own 1/N is lost. */
        MEAN_LEFT_OUT,
        /** {@code zᵢ = Σₗ (wᵢₗ aₗ) + bₗ} (C06): the bias runs along with the inputs, so every unit gets all biases. */
        BIAS_COUNTED_BY_INPUTS,
        /** {@code ∂L/∂b = ∂L/∂z ⊙ ∂zᵢ/∂b} (C05): of one sum alone, the first, so the other biases get nothing. */
        ONE_SUM_FOR_ALL_BIASES,
        /** {@code δᵢ = Σₗ δⱼ wⱼᵢ σ′(zᵢ)}, l = 1 … mⱼ (C09): the sum counts l, so one path, the first, is taken mⱼ times. */
        SUM_OVER_THE_WRONG_INDEX,
        /** {@code (a − y) ⊙ σ′(z)} for the squared error (C23): the 2 of the square is lost. */
        FACTOR_TWO_LEFT_OUT,
        /** "For each hidden layer k" and "the current layer k": the output layer never gets a gradient. */
        OUTPUT_LAYER_LEFT_OUT,
        /** The steps in their order, layer by layer: W(k+1) has moved before δ(k+1) goes back through it. */
        WEIGHTS_UPDATED_FIRST
    }

    private final Loss loss;
    private final Set<Mistake> mistakes;

    private PrintedDerivation(Loss loss, Set<Mistake> mistakes) {
        this.loss = loss;
        this.mistakes = mistakes;
    }

    /**
     * The derivation with exactly these mistakes, and with the step size {@link SourceC#RATE}.
     *
     * @param loss the squared error, half of it, or the cross-entropy; each summed or mean
     * @throws IllegalArgumentException if the source does not know the loss
     */
    public static PrintedDerivation with(Loss loss, Mistake... mistakes) {
        List<Loss> known = List.of(Loss.squaredError(), Loss.halfSquaredError(), Loss.crossEntropy());
        if (!known.contains(Require.present("loss", loss).mean())) {
            throw new IllegalArgumentException(
                    "source C starts from the squared error or from cross-entropy, but the loss" + " is " + loss
                            + "; take Loss.squaredError(), halfSquaredError() or crossEntropy()");
        }
        Set<Mistake> set = EnumSet.noneOf(Mistake.class);
        set.addAll(List.of(mistakes));
        return new PrintedDerivation(loss, set);
    }

    /**
     * What the derivation takes for ∂L/∂θ, in the order of {@link Network#parameters()}.
     *
     * @throws ShapeException if a sample or the mistake does not fit the network
     * @throws UnsupportedOperationException if the derivative of an activation is asked for that is not entrywise
     */
    public double[] gradient(Network network, Dataset samples) {
        loss.require(network, samples.targets());
        network.requireInputs(samples.inputWidth());
        int L = network.depth();
        SimpleMatrix[] dW = new SimpleMatrix[L];
        SimpleMatrix[] db = new SimpleMatrix[L];
        SimpleMatrix[] Z = new SimpleMatrix[L + 1];
        SimpleMatrix[] A = forward(network, samples, Z);
        SimpleMatrix delta =
                startOfTheBackwardPass(network, Z[L], A[L], samples.targets().transpose());
        for (int k = L; k >= 1; k--) {
            double c = k == L && has(Mistake.OUTPUT_LAYER_LEFT_OUT) ? 0 : factor(samples.size());
            dW[k - 1] = delta.mult(A[k - 1].transpose()).scale(c);
            db[k - 1] = biasGradient(delta).scale(c);
            if (k > 1) {
                SimpleMatrix W = network.layer(k).W().transpose();
                SimpleMatrix through = has(Mistake.WEIGHTS_UPDATED_FIRST) ? W.minus(dW[k - 1].scale(SourceC.RATE)) : W;
                delta = throughTheWeights(through, delta)
                        .elementMult(network.layer(k - 1).activation().derivative(Z[k - 1]));
            }
        }
        return network.flatten(inRows(dW), inRows(db));
    }

    /** The network after one step of this gradient, {@code θ ← θ − η ∂L/∂θ} (C25, C26); throws as {@link #gradient} does. */
    public Network step(Network network, Dataset samples) {
        double[] theta = network.parameters();
        double[] gradient = gradient(network, samples);
        Arrays.setAll(theta, i -> theta[i] - SourceC.RATE * gradient[i]);
        return network.withParameters(theta);
    }

    /** A(0) … A(L), a column a sample; fills Z(1) … Z(L). */
    private SimpleMatrix[] forward(Network network, Dataset samples, SimpleMatrix[] Z) {
        SimpleMatrix[] A = new SimpleMatrix[Z.length];
        A[0] = samples.inputs().transpose();
        for (int k = 1; k < Z.length; k++) {
            Dense layer = network.layer(k);
            Z[k] = layer.W().transpose().mult(A[k - 1]).plus(bias(layer).mult(SimpleMatrix.ones(1, samples.size())));
            A[k] = layer.activation().value(Z[k].transpose()).transpose();
        }
        return A;
    }

    private SimpleMatrix bias(Dense layer) {
        SimpleMatrix b = layer.b().transpose();
        if (!has(Mistake.BIAS_COUNTED_BY_INPUTS)) {
            return b;
        }
        if (layer.inputs() != layer.units()) {
            throw new ShapeException(
                    "a bias b_l for every input needs as many units as inputs, but the layer is " + layer);
        }
        return SimpleMatrix.filled(layer.units(), 1, b.elementSum());
    }

    /** δ(L): a − y for cross-entropy with softmax (C24), 2(a − y) ⊙ σ′(z) for the squared error (C23 with its factor). */
    private SimpleMatrix startOfTheBackwardPass(Network network, SimpleMatrix Z, SimpleMatrix A, SimpleMatrix Y) {
        SimpleMatrix error = A.minus(Y);
        if (loss.mean().equals(Loss.crossEntropy())) {
            return error;
        }
        Activation output = network.layer(network.depth()).activation();
        boolean half = loss.mean().equals(Loss.halfSquaredError()) || has(Mistake.FACTOR_TWO_LEFT_OUT);
        return error.elementMult(output.derivative(Z)).scale(half ? 1 : 2);
    }

    /** 1/B where the loss is a mean. */
    private double factor(int samples) {
        return loss.equals(loss.mean()) && !has(Mistake.MEAN_LEFT_OUT) ? 1.0 / samples : 1;
    }

    /** Wᵀδ, the sum over the paths (C10). */
    private SimpleMatrix throughTheWeights(SimpleMatrix W, SimpleMatrix delta) {
        return has(Mistake.SUM_OVER_THE_WRONG_INDEX)
                ? W.getRow(0).transpose().mult(delta.getRow(0)).scale(W.getNumRows())
                : W.transpose().mult(delta);
    }

    private SimpleMatrix biasGradient(SimpleMatrix delta) {
        SimpleMatrix sum = delta.mult(SimpleMatrix.ones(delta.getNumCols(), 1));
        SimpleMatrix ofOne = new SimpleMatrix(sum.getNumRows(), 1);
        ofOne.set(0, 0, sum.get(0, 0));
        return has(Mistake.ONE_SUM_FOR_ALL_BIASES) ? ofOne : sum;
    }

    private static List<SimpleMatrix> inRows(SimpleMatrix[] columns) {
        List<SimpleMatrix> rows = new ArrayList<>();
        for (SimpleMatrix column : columns) {
            rows.add(column.transpose());
        }
        return rows;
    }

    private boolean has(Mistake mistake) {
        return mistakes.contains(mistake);
    }
}
