package org.chainrule.sources.e;

import java.util.ArrayList;
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
 * The gradient of a network of sigmoid layers by the equations of source E, in its columns: a sample is a column, W_l is
 * m×d for m units and d inputs, b_l, z_l, a_l and δ_l are m×1. Each of the mistakes in these equations is a switch; with
 * none it is backpropagation.
 */
public final class PrintedDerivation {
    /** Where a printed equation departs from the gradient. The summary's Wa(1 − Wa) (E14, E15) is the second and third together. */
    public enum Mistake {
        /** {@code z_l = W_l a_{l−1}}: the forward pass without its biases (E05). */
        NO_BIAS_IN_THE_SUMS,
        /** {@code σ′(W_l a_{l−1})}: the sums have a bias, but σ′ is taken without it (E09, E11, E12). */
        NO_BIAS_IN_THE_DERIVATIVE,
        /** {@code σ′(x) = x(1 − x)}, where x is a weighted sum (E10). */
        DERIVATIVE_AS_PRINTED,
        /** {@code δ_l = ∂C/∂z_L}: one error for all layers (E07). Equal widths only. */
        ERROR_OF_THE_LAST_LAYER,
        /** {@code ∂C/∂W_l = δ_L (a_{L−1})ᵀ}: one gradient for the weights of all layers (E08). Equal widths only. */
        GRADIENT_OF_THE_LAST_LAYER,
        /** {@code ∂z_{l+1}/∂W_{l+1} ∂W_{l+1}/∂a_l}: weights do not follow activations, so the chain breaks off (E11). */
        THROUGH_DERIVATIVES_OF_WEIGHTS,
        /** {@code W_lᵀ δ_{l+1}} for {@code W_{l+1}ᵀ δ_{l+1}} (E11). Equal widths only. */
        WEIGHTS_OF_THE_SAME_LAYER,
        /** {@code ∂(W_L a_{l−1})/∂W_l}, which is 0 for every hidden layer (E11). Equal widths only. */
        WEIGHTS_OF_THE_LAST_LAYER
    }

    private static final Set<Mistake> EQUAL_WIDTHS = EnumSet.of(
            Mistake.ERROR_OF_THE_LAST_LAYER,
            Mistake.GRADIENT_OF_THE_LAST_LAYER,
            Mistake.WEIGHTS_OF_THE_SAME_LAYER,
            Mistake.WEIGHTS_OF_THE_LAST_LAYER);

    private final Set<Mistake> mistakes;

    private PrintedDerivation(Set<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    /** The derivation with exactly these mistakes. */
    public static PrintedDerivation with(Mistake... mistakes) {
        Set<Mistake> set = EnumSet.noneOf(Mistake.class);
        set.addAll(List.of(mistakes));
        return new PrintedDerivation(set);
    }

    /** The derivation without its mistakes. */
    public static PrintedDerivation corrected() {
        return with();
    }

    /** The derivation as the summary of steps has it: {@code W_l a_{l−1}(1 − W_l a_{l−1})} for σ′ (E14, E15). */
    public static PrintedDerivation ofTheSummary() {
        return with(Mistake.DERIVATIVE_AS_PRINTED, Mistake.NO_BIAS_IN_THE_DERIVATIVE);
    }

    /**
     * ∂C/∂θ, the mean of the samples' gradients (E17, E18), in the order of {@link Network#parameters()}.
     *
     * @param network sigmoid layers with a bias
     * @throws IllegalArgumentException if the network has other layers
     * @throws ShapeException if the samples do not fit it, or a mistake multiplies matrices that do not fit each other
     */
    public double[] gradient(Network network, Dataset samples) {
        require(network, samples);
        Columns net = new Columns(network);
        List<SimpleMatrix> dW = new ArrayList<>();
        List<SimpleMatrix> db = new ArrayList<>();
        for (Dense layer : network.layers()) {
            dW.add(new SimpleMatrix(layer.inputs(), layer.units()));
            db.add(new SimpleMatrix(1, layer.units()));
        }
        double n = samples.size();
        for (int i = 0; i < n; i++) {
            SimpleMatrix x = samples.inputs().getRow(i).transpose();
            SimpleMatrix y = samples.targets().getRow(i).transpose();
            Sample sample = new Sample(net, x, y);
            for (int l = 1; l <= net.L; l++) {
                dW.set(l - 1, dW.get(l - 1).plus(sample.dW(l).transpose()));
                db.set(l - 1, db.get(l - 1).plus(sample.delta[l].transpose()));
            }
        }
        dW.replaceAll(sum -> sum.divide(n));
        db.replaceAll(sum -> sum.divide(n));
        return network.flatten(dW, db);
    }

    private void require(Network network, Dataset samples) {
        for (Dense layer : network.layers()) {
            if (layer.activation() != Activation.SIGMOID || !layer.hasBias()) {
                throw new IllegalArgumentException(
                        "source E derives sigmoid layers with a bias only, but a layer is " + layer);
            }
        }
        network.requireInputs(samples.inputWidth());
        if (samples.targetWidth() != network.outputs()) {
            throw new ShapeException("the network gives " + network.outputs() + " outputs, but a target has "
                    + samples.targetWidth() + " numbers; make the last layer as wide as the targets");
        }
        boolean equal = network.layers().stream().allMatch(layer -> layer.units() == network.inputs());
        for (Mistake mistake : mistakes) {
            if (EQUAL_WIDTHS.contains(mistake) && !equal) {
                throw new ShapeException("the matrices of " + mistake + " fit each other only where all layers are as"
                        + " wide as the input, but this is " + network + "; take one such as 2-2-2-2");
            }
        }
    }

    /** The weights and biases in columns; index l = 1 … L, as in the derivation. */
    private static final class Columns {
        final int L;
        final SimpleMatrix[] W;
        final SimpleMatrix[] b;

        Columns(Network network) {
            L = network.depth();
            W = new SimpleMatrix[L + 1];
            b = new SimpleMatrix[L + 1];
            for (int l = 1; l <= L; l++) {
                W[l] = network.layer(l).W().transpose();
                b[l] = network.layer(l).b().transpose();
            }
        }
    }

    /** One sample's way forward and back. */
    private final class Sample {
        private final Columns net;
        private final SimpleMatrix[] z;
        private final SimpleMatrix[] a;
        private final SimpleMatrix[] delta;

        Sample(Columns net, SimpleMatrix x, SimpleMatrix y) {
            this.net = net;
            this.z = new SimpleMatrix[net.L + 1];
            this.a = new SimpleMatrix[net.L + 1];
            this.delta = new SimpleMatrix[net.L + 1];
            forward(x);
            backward(y);
        }

        /** z_l = W_l a_{l−1} + b_l, a_l = σ(z_l) (E05). */
        private void forward(SimpleMatrix x) {
            a[0] = x;
            for (int l = 1; l <= net.L; l++) {
                SimpleMatrix weighted = net.W[l].mult(a[l - 1]);
                z[l] = has(Mistake.NO_BIAS_IN_THE_SUMS) ? weighted : weighted.plus(net.b[l]);
                a[l] = Activation.SIGMOID.value(z[l]);
            }
        }

        /** δ_L = (a_L − y) ⊙ σ′(z_L) (E09), δ_l = W_{l+1}ᵀ δ_{l+1} ⊙ σ′(z_l) (E12). */
        private void backward(SimpleMatrix y) {
            delta[net.L] = a[net.L].minus(y).elementMult(slope(net.L));
            for (int l = net.L - 1; l >= 1; l--) {
                delta[l] = has(Mistake.ERROR_OF_THE_LAST_LAYER)
                        ? delta[net.L]
                        : through(l).mult(delta[l + 1]).elementMult(slope(l));
            }
        }

        /** ∂C/∂W_l = δ_l (a_{l−1})ᵀ (E08, E11). */
        SimpleMatrix dW(int l) {
            if (has(Mistake.GRADIENT_OF_THE_LAST_LAYER)) {
                return delta[net.L].mult(a[net.L - 1].transpose());
            }
            boolean independent = l < net.L && has(Mistake.WEIGHTS_OF_THE_LAST_LAYER);
            return delta[l].mult(a[l - 1].transpose()).scale(independent ? 0 : 1);
        }

        /** How z_{l+1} follows a_l: W_{l+1}, transposed. */
        private SimpleMatrix through(int l) {
            if (has(Mistake.THROUGH_DERIVATIVES_OF_WEIGHTS)) {
                return net.W[l + 1].transpose().scale(0);
            }
            return net.W[has(Mistake.WEIGHTS_OF_THE_SAME_LAYER) ? l : l + 1].transpose();
        }

        /** σ′(z_l) = σ(z_l)(1 − σ(z_l)) (E10). */
        private SimpleMatrix slope(int l) {
            SimpleMatrix x = has(Mistake.NO_BIAS_IN_THE_DERIVATIVE) ? net.W[l].mult(a[l - 1]) : z[l];
            return has(Mistake.DERIVATIVE_AS_PRINTED)
                    ? x.elementMult(x.scale(-1).plus(1))
                    : Activation.SIGMOID.derivative(x);
        }

        private boolean has(Mistake mistake) {
            return mistakes.contains(mistake);
        }
    }
}
