package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chainrule.explain.Derivation.Share;
import org.chainrule.explain.Quantity.Kind;

/** What a derivation says, line by line, and what it leaves out; how it is written is left to LaTeX and to text. */
abstract class DerivationScript {
    private static final int BRIEF = 6;
    private static final int EXACTLY = 10;
    private static final int MOST = 8;
    private static final int SHOWN_OF_MANY = 6;

    private final Derivation derivation;
    private final List<String> lines = new ArrayList<>();
    final Symbols symbols;
    final int samples;
    final boolean isMean;

    DerivationScript(Derivation derivation, Symbols symbols) {
        this.derivation = derivation;
        this.symbols = symbols;
        this.samples = derivation.byShare().size();
        this.isMean = derivation.scale() != 1;
    }

    /** ∂of/∂by. */
    abstract String derivative(Quantity of, Quantity by);

    abstract String number(double value, int digits);

    abstract String words(String text);

    /** {@code left = right}; {@code = right} where there is nothing on the left. */
    abstract String equation(String left, String right);

    /** A sentence on a line of its own. */
    abstract String line(String words);

    /** What the left side of the equation before comes to by measurement. */
    abstract String approximation(String right);

    /** A further summand. */
    abstract String summand(String text);

    /**
     * A product by its factors: an equation if there is something on the left, else a summand.
     *
     * @param isAlone whether no other follows, so that its value has to stand beside it
     */
    abstract String product(String left, Product product, boolean isAlone);

    /** The sum, or the mean, over the samples of ∂Cᵢ/∂by. */
    abstract String overSamples(Quantity by);

    /** A sum of numbers, divided by n for a mean. */
    abstract String joined(String sum);

    final List<String> lines() {
        String whole = derivative(Quantity.cost(), derivation.by());
        if (samples == 1) {
            writeProducts(whole, derivation.byShare().get(0).products());
        } else {
            writeShares(whole);
        }
        writeCheck(derivation.difference());
        writeRemarks();
        return lines;
    }

    final String brief(double value) {
        return number(value, BRIEF);
    }

    private void writeShares(String whole) {
        List<Share> shares = derivation.byShare();
        lines.add(equation(whole, overSamples(derivation.by())));
        List<Share> shown = shares.subList(0, shown(samples));
        shown.forEach(
                share -> writeProducts(derivative(Quantity.cost(share.sample()), derivation.by()), share.products()));
        double rest = shares.subList(shown.size(), samples).stream()
                .mapToDouble(Share::value)
                .sum();
        writeRest(samples - shown.size(), "samples, together ", rest);
        List<Double> values = new ArrayList<>(shown.stream().map(Share::value).toList());
        lines.add(equation(whole, joined(sum(values, samples, rest)) + " = " + brief(derivation.value())));
    }

    private void writeProducts(String left, List<Product> products) {
        List<Product> shown = products.subList(0, shown(products.size()));
        for (int t = 0; t < shown.size(); t++) {
            lines.add(product(t == 0 ? left : "", shown.get(t), products.size() == 1));
        }
        double rest = Product.sum(products.subList(shown.size(), products.size()));
        writeRest(products.size() - shown.size(), "more, together ", rest);
        if (products.size() > 1) {
            List<Double> values =
                    new ArrayList<>(shown.stream().map(Product::value).toList());
            lines.add(equation("", sum(values, products.size(), rest) + " = " + brief(Product.sum(products))));
        }
    }

    private static int shown(int count) {
        return count <= MOST ? count : SHOWN_OF_MANY;
    }

    private void writeRest(int count, String what, double sum) {
        if (count > 0) {
            lines.add(summand(words("… and " + count + " " + what) + brief(sum)));
        }
    }

    private String sum(List<Double> values, int count, double rest) {
        StringBuilder sum = new StringBuilder(brief(values.get(0)));
        if (values.size() < count) {
            values.add(rest);
        }
        for (double value : values.subList(1, values.size())) {
            sum.append(value < 0 ? " - " : " + ").append(brief(Math.abs(value)));
        }
        return sum.toString();
    }

    private void writeRemarks() {
        Quantity by = derivation.by();
        int written = derivation.byShare().get(0).products().size();
        if (derivation.paths() > written) {
            remark(String.format(
                    Locale.ROOT,
                    "%.0f paths lead here from the loss%s; each first factor sums those through its z",
                    derivation.paths(),
                    samples == 1 ? "" : " of a sample"));
        }
        if (derivation.cancels()) {
            remark("the first two factors together are the output less the target");
        }
        if (derivation.hasResidual()) {
            remark("the loss and its activation are derived in one step: the output less the target");
        }
        if (by.is(Kind.SUM) && samples > 1) {
            remark("each sample has its own; the sum is for a push at all of them alike");
        }
    }

    private void writeCheck(CentredDifference.Result difference) {
        lines.add(equation("", number(derivation.value(), EXACTLY) + words(" by backpropagation")));
        if (difference.kink()) {
            lines.add(approximation(number(difference.left().value(), EXACTLY)
                    + words(" by finite differences below a kink, and ")
                    + number(difference.right().value(), EXACTLY)
                    + words(" above it")));
            return;
        }
        if (!Double.isFinite(difference.value())) {
            remark("finite differences give no number here");
            return;
        }
        int digits = derivation.digits();
        String agree = digits == 16 ? "all digits agree" : digits + (digits == 1 ? " digit agrees" : " digits agree");
        lines.add(approximation(number(derivation.measured(), EXACTLY) + words(" by finite differences: " + agree)));
    }

    private void remark(String text) {
        lines.add(line(words(text)));
    }
}
