package org.chainrule.explain;

import java.util.List;
import java.util.function.Predicate;
import org.chainrule.data.Require;
import org.chainrule.explain.Product.Factor;
import org.chainrule.explain.Quantity.Kind;
import org.chainrule.network.Network;

/**
 * One derivative of a network's loss, factor by factor: a product along each path from the loss to the parameter, the sum
 * over the paths, the sum or mean over the samples, and the finite difference beside it. {@link ChainRule} makes it.
 *
 * <p>Where there are too many paths to write, those that share a weighted sum of the next layer, or of the parameter's own
 * unit, are drawn together in its ∂C/∂z.
 */
public final class Derivation {
    /** The products whose sum is the derivative of one sample's cost. */
    record Share(int sample, List<Product> products) {
        double value() {
            return Product.sum(products);
        }
    }

    private final LocalDerivatives local;
    private final Quantity by;
    private final List<Share> shares;
    private final double paths;
    private final double value;
    private final CentredDifference.Result measured;
    private final String notation;

    Derivation(
            LocalDerivatives local,
            Quantity by,
            List<Share> shares,
            double paths,
            double value,
            CentredDifference.Result measured,
            String notation) {
        this.local = local;
        this.by = by;
        this.shares = List.copyOf(shares);
        this.paths = paths;
        this.value = value;
        this.measured = measured;
        this.notation = notation;
    }

    /** The derivative, by backpropagation. */
    public double value() {
        return value;
    }

    /** The same by finite differences; at a kink it is neither slope. */
    public double measured() {
        return measured.value();
    }

    /** How many significant digits of the two agree: 0 to 16. */
    public int digits() {
        double difference = Math.abs(value - measured.value());
        if (difference == 0) {
            return 16;
        }
        double relative = difference / Math.max(Math.abs(value), Math.abs(measured.value()));
        return relative < 1 ? (int) Math.min(16, Math.floor(-StrictMath.log10(relative))) : 0;
    }

    /** What each sample adds to the derivative (a mean's 1/n is inside): n numbers, whose sum is the {@link #value}. */
    public double[] shares() {
        return shares.stream()
                .mapToDouble(share -> local.scale() * share.value())
                .toArray();
    }

    /**
     * The same in the notation of a source; a derivation starts in that of this library.
     *
     * @param source the letter of a source, as "A"
     * @throws IllegalArgumentException if there is no such source
     */
    public Derivation in(String source) {
        return in(Notation.of(source));
    }

    /**
     * The same in the notation of a source.
     *
     * @throws IllegalArgumentException if the notation is missing, or is that of several sources
     */
    public Derivation in(Notation notation) {
        String letter = Require.present("notation", notation).letter();
        return new Derivation(local, by, shares, paths, value, measured, letter);
    }

    /** A LaTeX display, {@code $$…$$}, with a number under each factor. */
    public String latex() {
        Network network = local.network();
        Symbols symbols = notation.isEmpty()
                ? Symbols.here(network, by.layer())
                : Symbols.ofSource(notation, network, by.layer());
        return new DerivationLatex(this, symbols).write();
    }

    /** As text, with the names that the library's methods have. */
    @Override
    public String toString() {
        return new DerivationText(this, Symbols.text(local.network(), by.layer())).write();
    }

    Quantity by() {
        return by;
    }

    List<Share> byShare() {
        return shares;
    }

    CentredDifference.Result difference() {
        return measured;
    }

    /** 1/n where the loss is a mean over samples, else 1. */
    double scale() {
        return local.scale();
    }

    /** How many paths lead from the loss of one sample to the parameter. */
    double paths() {
        return paths;
    }

    /** Whether ∂C/∂a · ∂a/∂z stands where backpropagation computes a − y. */
    boolean cancels() {
        return local.loss().isFused()
                && has(factor -> factor.by().is(Kind.ACTIVATION) && !factor.of().is(Kind.SUM));
    }

    /** Whether a − y stands somewhere in one piece. */
    boolean hasResidual() {
        return has(Factor::residual);
    }

    private boolean has(Predicate<Factor> property) {
        return shares.stream()
                .flatMap(share -> share.products().stream())
                .flatMap(product -> product.factors().stream())
                .anyMatch(property);
    }
}
