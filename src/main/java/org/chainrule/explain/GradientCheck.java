package org.chainrule.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * Compares every derivative of a network's loss with what happens when that one parameter is moved a little:
 * {@code (C(θ + h) − C(θ − h)) / 2h}. The two have nothing in common but the forward pass and the loss, so a wrong derivation shows.
 *
 * <p>Each parameter gets a verdict, and so has the whole: wrong if one is wrong, right if none is wrong and at least one is
 * right, and otherwise undecided.
 */
public final class GradientCheck {
    private final List<CheckedDerivative> entries;

    private GradientCheck(List<CheckedDerivative> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Checks {@link Backpropagation}. Takes at least six forward passes a parameter; an interrupt ends it with a {@link
     * java.util.concurrent.CancellationException}.
     *
     * @param X inputs, n×d
     * @param Y targets, n×m
     * @throws ShapeException if X or Y does not fit the network, or the other
     * @throws org.chainrule.data.DataException if one is empty, holds NaN or infinity, or a target is outside the loss's
     *     range
     * @throws IllegalArgumentException if the loss makes no sense on the network's outputs
     */
    public static GradientCheck of(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        return of(
                network,
                loss,
                X,
                Y,
                Backpropagation.gradients(network, loss, X, Y).toVector());
    }

    /**
     * Checks a gradient from elsewhere: your own, or a published one.
     *
     * @param gradient ∂C/∂θ in the order of {@link Network#parameters()}; {@link Network#flatten} makes it of matrices
     * @throws ShapeException if there are more or fewer derivatives than parameters; else as the other form
     */
    public static GradientCheck of(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y, double[] gradient) {
        Require.present("network", network);
        Require.present("gradient to check", gradient);
        if (gradient.length != network.parameterCount()) {
            throw new ShapeException("the gradient has " + gradient.length + " numbers, but the network has "
                    + network.parameterCount() + " parameters; give one derivative a parameter");
        }
        CentredDifference difference = new CentredDifference(network, loss, X, Y);
        Kinks kinks = new Kinks(network, loss, X, Y);
        List<CheckedDerivative> entries = new ArrayList<>();
        for (int i = 0; i < gradient.length; i++) {
            CentredDifference.Result measured = difference.of(i);
            Verdict verdict = measured.judge(gradient[i]);
            entries.add(new CheckedDerivative(
                    network.parameter(i),
                    gradient[i],
                    measured.value(),
                    measured.uncertainty(),
                    verdict == Verdict.WRONG && kinks.explain(i, gradient[i]) ? Verdict.UNDECIDED : verdict));
        }
        return new GradientCheck(entries);
    }

    /** Of the whole gradient. */
    public Verdict verdict() {
        if (count(Verdict.WRONG) > 0) {
            return Verdict.WRONG;
        }
        return count(Verdict.RIGHT) > 0 ? Verdict.RIGHT : Verdict.UNDECIDED;
    }

    /** The same for the weights, or the biases, of one layer. */
    public record Part(String name, GradientCheck check) {}

    /** Layer by layer, the weights and the biases on their own: W(1), b(1), W(2), … */
    public List<Part> parts() {
        Map<String, List<CheckedDerivative>> parts = new LinkedHashMap<>();
        for (CheckedDerivative entry : entries) {
            parts.computeIfAbsent(entry.parameter().part(), name -> new ArrayList<>())
                    .add(entry);
        }
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), new GradientCheck(part.getValue())))
                .toList();
    }

    /** How many parameters have this verdict. */
    public int count(Verdict verdict) {
        return (int)
                entries.stream().filter(entry -> entry.verdict() == verdict).count();
    }

    /** Every parameter, in the order of {@link Network#parameters()}. */
    public List<CheckedDerivative> entries() {
        return entries;
    }

    /** The entry that is furthest off: the wrong one of largest relative error, or else the one of largest error at all. */
    public CheckedDerivative worst() {
        return entries.stream()
                .max(Comparator.comparing((CheckedDerivative entry) -> entry.verdict() == Verdict.WRONG)
                        .thenComparing(entry -> entry.verdict() == Verdict.RIGHT)
                        .thenComparingDouble(CheckedDerivative::relativeError))
                .orElseThrow();
    }
}
