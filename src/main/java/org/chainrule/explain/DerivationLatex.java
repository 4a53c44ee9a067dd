package org.chainrule.explain;

import java.util.stream.Collectors;
import org.chainrule.explain.Product.Factor;
import org.chainrule.explain.Quantity.Kind;
import org.chainrule.numpy.NumpyFormat;

/** A derivation as a LaTeX display. */
final class DerivationLatex extends DerivationScript {
    DerivationLatex(Derivation derivation, Symbols symbols) {
        super(derivation, symbols);
    }

    String write() {
        return lines().stream().collect(Collectors.joining(" \\\\\n", "$$\\begin{aligned}\n", "\n\\end{aligned}$$"));
    }

    @Override
    String derivative(Quantity of, Quantity by) {
        return fraction(symbols.of(of), by);
    }

    @Override
    String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\\text{nan}" : value < 0 ? "-\\infty" : "\\infty";
        }
        String[] parts = NumpyFormat.significant(value, digits).split("e");
        return parts.length == 1 ? parts[0] : parts[0] + "\\cdot 10^{" + Integer.parseInt(parts[1]) + "}";
    }

    @Override
    String words(String text) {
        return "\\text{" + text + "}";
    }

    @Override
    String equation(String left, String right) {
        return (left.isEmpty() ? "" : left + " ") + "&= " + right;
    }

    @Override
    String line(String words) {
        return "&" + words;
    }

    @Override
    String approximation(String right) {
        return "&\\approx " + right;
    }

    @Override
    String summand(String text) {
        return "&\\quad + " + text;
    }

    @Override
    String product(String left, Product product, boolean isAlone) {
        String factors = product.factors().stream()
                .map(factor -> "\\underbrace{" + symbol(factor) + "}_{" + brief(factor.value()) + "}")
                .collect(Collectors.joining("\\cdot"));
        String value = isAlone ? " = " + brief(product.value()) : "";
        return (left.isEmpty() ? summand(factors) : equation(left, factors)) + value;
    }

    @Override
    String overSamples(Quantity by) {
        return mean() + "\\sum_{" + symbols.sample() + "}" + fraction(symbols.costOfAnySample(), by);
    }

    @Override
    String joined(String sum) {
        return isMean ? mean() + "\\left(" + sum + "\\right)" : sum;
    }

    private String mean() {
        return isMean ? "\\frac{1}{" + samples + "}" : "";
    }

    private String symbol(Factor factor) {
        if (factor.residual()) {
            return symbols.residual(factor.by());
        }
        boolean isDelta = factor.by().is(Kind.SUM) && !factor.of().is(Kind.ACTIVATION);
        String derivative = derivative(factor.of(), factor.by());
        return isDelta ? symbols.delta(factor.by(), !isMean).orElse(derivative) : derivative;
    }

    private String fraction(String above, Quantity by) {
        return "\\frac{\\partial " + above + "}{\\partial " + symbols.of(by) + "}";
    }
}
