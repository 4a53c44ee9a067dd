package org.chainrule.explain;

import java.util.stream.Collectors;
import org.chainrule.explain.Product.Factor;
import org.chainrule.numpy.NumpyFormat;

/** A derivation as plain text, the names of the factors in one line and their numbers in the next. */
final class DerivationText extends DerivationScript {
    private static final String INDENT = "    ";

    DerivationText(Derivation derivation, Symbols symbols) {
        super(derivation, symbols);
    }

    String write() {
        return String.join("\n", lines());
    }

    @Override
    String derivative(Quantity of, Quantity by) {
        return "∂" + symbols.of(of) + "/∂" + symbols.of(by);
    }

    @Override
    String number(double value, int digits) {
        return NumpyFormat.significant(value, digits);
    }

    @Override
    String words(String text) {
        return text;
    }

    @Override
    String equation(String left, String right) {
        return left.isEmpty() ? INDENT + "= " + right : left + " = " + right;
    }

    @Override
    String line(String words) {
        return words;
    }

    @Override
    String approximation(String right) {
        return INDENT + "≈ " + right;
    }

    @Override
    String summand(String text) {
        return INDENT + "+ " + text;
    }

    @Override
    String product(String left, Product product, boolean isAlone) {
        String names = product.factors().stream()
                .map(factor -> factor.residual()
                        ? "(" + symbols.residual(factor.by()) + ")"
                        : derivative(factor.of(), factor.by()))
                .collect(Collectors.joining(" · "));
        String value = brief(product.value());
        String numbers =
                product.factors().stream().map(Factor::value).map(this::brief).collect(Collectors.joining(" · "));
        return (left.isEmpty() ? summand(names) : equation(left, names))
                + "\n"
                + equation("", product.factors().size() == 1 ? value : numbers + " = " + value);
    }

    @Override
    String overSamples(Quantity by) {
        return (isMean ? "1/" + samples + " · " : "") + "Σ ∂" + symbols.costOfAnySample() + "/∂" + symbols.of(by);
    }

    @Override
    String joined(String sum) {
        return isMean ? "1/" + samples + " · (" + sum + ")" : sum;
    }
}
