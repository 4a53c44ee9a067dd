package org.chainrule.sources.d;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.chainrule.data.Dataset;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * The training program of source D, one sample an update, with what its code, its comments and its equations say otherwise
 * as switches. With none of them it is backpropagation of the binary cross-entropy.
 */
public final class PublishedProgram {
    /** Where the source departs from right backpropagation. Only the first two are in its code as it ran. */
    public enum Mistake {
        /** {@code Error} forgets that its minus belongs to both terms. The value is wrong; the program never uses it. */
        SIGN_OF_THE_ERROR,
        /** The gradient of the error is a quotient that meets 0/0 where the sigmoid saturates, instead of p − y. */
        GRADIENT_AS_QUOTIENT,
        /** What {@code backward} returns is taken for what its comment says, ∂L/∂p of the layer before: σ′ is left out there. */
        RETURNED_AS_DELTA,
        /** The chain rule as printed (D05): f′ at x, so σ′ at the layer's input instead of at its weighted sum. */
        SLOPE_AT_THE_INPUT,
        /** The sigmoid of w (D04, D16): σ′ at the weight instead of at the weighted sum. */
        SLOPE_AT_THE_WEIGHT,
        /** D10 with “−1” for the previous layer, as it says: a sum of that layer does not follow a later activation, so its gradient is 0. */
        CHAIN_AS_LABELLED
    }

    private final Network start;
    private final Set<Mistake> mistakes;
    private final List<PublishedLayer> layers;
    private final List<SimpleMatrix> inputs = new ArrayList<>();
    private final List<SimpleMatrix> labels = new ArrayList<>();

    private PublishedProgram(Network start, Set<Mistake> mistakes) {
        this.start = start;
        this.mistakes = mistakes;
        this.layers = start.layers().stream().map(PublishedLayer::new).toList();
        Dataset data = SourceD.data();
        for (int i = 0; i < data.size(); i++) {
            inputs.add(data.inputs().rows(i, i + 1));
            labels.add(data.targets().rows(i, i + 1));
        }
    }

    /**
     * The program with exactly these mistakes.
     *
     * @throws IllegalArgumentException if the network is not one that the program can train, or σ′ is to be taken at two
     *     places at once
     */
    public static PublishedProgram with(Network start, Mistake... mistakes) {
        for (Dense layer : start.layers()) {
            if (layer.activation() != Activation.SIGMOID || !layer.hasBias()) {
                throw new IllegalArgumentException(
                        "source D's program knows sigmoid layers with a bias only, but a layer is " + layer);
            }
        }
        start.requireInputs(SourceD.data().inputWidth());
        Set<Mistake> set = EnumSet.noneOf(Mistake.class);
        set.addAll(List.of(mistakes));
        if (set.contains(Mistake.SLOPE_AT_THE_INPUT) && set.contains(Mistake.SLOPE_AT_THE_WEIGHT)) {
            throw new IllegalArgumentException(
                    "σ′ cannot be taken at the input and at the weight; choose one of the two");
        }
        return new PublishedProgram(start, set);
    }

    /** The program as the source prints it and ran it. */
    public static PublishedProgram asPrinted(Network start) {
        return with(start, Mistake.SIGN_OF_THE_ERROR, Mistake.GRADIENT_AS_QUOTIENT);
    }

    /** The program without mistakes. */
    public static PublishedProgram corrected(Network start) {
        return with(start);
    }

    /** One update for each of the four samples; returns their predictions, each from before its own update, as the source prints them. */
    public double[] epoch() {
        double[] predictions = new double[inputs.size()];
        for (int i = 0; i < predictions.length; i++) {
            SimpleMatrix prediction = forward(inputs.get(i));
            predictions[i] = prediction.get(0, 0);
            backward(prediction, labels.get(i));
            layers.forEach(layer -> layer.step(SourceD.RATE));
        }
        return predictions;
    }

    /** That many epochs; returns the predictions of the last one. */
    public double[] train(int epochs) {
        double[] predictions = {};
        for (int e = 0; e < epochs; e++) {
            predictions = epoch();
        }
        return predictions;
    }

    /** {@code Error}: what the prediction p costs where the label is y. */
    public double error(double p, double y) {
        double second = (1 - y) * StrictMath.log(1 - p);
        return -y * StrictMath.log(p) + (mistakes.contains(Mistake.SIGN_OF_THE_ERROR) ? second : -second);
    }

    /** What the program takes for the gradient of these samples' summed errors, in the order of {@link Network#parameters()}. */
    public double[] gradient(SimpleMatrix X, SimpleMatrix Y) {
        backward(forward(X), Y);
        return start.flatten(
                layers.stream().map(PublishedLayer::gradWeights).toList(),
                layers.stream().map(PublishedLayer::gradBias).toList());
    }

    /** The network as it stands now. */
    public Network network() {
        return Network.of(layers.stream().map(PublishedLayer::toDense).toArray(Dense[]::new));
    }

    private SimpleMatrix forward(SimpleMatrix X) {
        SimpleMatrix a = X;
        for (PublishedLayer layer : layers) {
            a = layer.forward(a);
        }
        return a;
    }

    private void backward(SimpleMatrix prediction, SimpleMatrix Y) {
        int last = layers.size() - 1;
        DoubleBinaryOperator slope = misplacedSlope();
        boolean fused = slope == null && !mistakes.contains(Mistake.GRADIENT_AS_QUOTIENT);
        SimpleMatrix grad = fused ? prediction.minus(Y) : errorGrad(prediction, Y);
        for (int l = last; l >= 0; l--) {
            boolean isDelta = l == last ? fused : mistakes.contains(Mistake.RETURNED_AS_DELTA);
            if (l < last && mistakes.contains(Mistake.CHAIN_AS_LABELLED)) {
                grad = grad.scale(0);
            }
            PublishedLayer layer = layers.get(l);
            grad = slope != null && !isDelta
                    ? layer.backward(grad, slope)
                    : layer.backward(isDelta ? grad : layer.throughActivation(grad));
        }
    }

    /** {@code ErrorGrad}, ∂L/∂a: −(y/p − (1 − y)/(1 − p)). */
    private static SimpleMatrix errorGrad(SimpleMatrix prediction, SimpleMatrix Y) {
        SimpleMatrix grad = Y.copy();
        for (int i = 0; i < grad.getNumElements(); i++) {
            double p = prediction.get(i);
            double y = Y.get(i);
            grad.set(i, -1 * (y / p - (1 - y) / (1 - p)));
        }
        return grad;
    }

    /** σ′ of a connection by its input and its weight; null where it is taken at the weighted sum, as it should be. */
    private DoubleBinaryOperator misplacedSlope() {
        if (mistakes.contains(Mistake.SLOPE_AT_THE_INPUT)) {
            return (x, w) -> Activation.SIGMOID.derivative(x);
        }
        return mistakes.contains(Mistake.SLOPE_AT_THE_WEIGHT) ? (x, w) -> Activation.SIGMOID.derivative(w) : null;
    }
}
