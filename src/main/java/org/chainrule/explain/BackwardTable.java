package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.explain.Chain.Form;
import org.chainrule.explain.Product.Factor;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;

/** The backward pass as rows: δ, weights and biases of each layer, from the last to the first, each block cut where all is long. */
final class BackwardTable {
    static final List<String> COLUMNS = List.of("derivative", "is", "in numbers", "value");
    private static final int ROWS = 40;
    private static final int BLOCKS_OF_A_LAYER = 3;
    private static final int SUMMANDS = 4;
    private static final int DIGITS = 6;

    private final LocalDerivatives local;
    private final Network network;
    private final Chain chain;
    private final int n;
    private final List<List<Object>> rows = new ArrayList<>();

    BackwardTable(LocalDerivatives local) {
        this.local = local;
        this.network = local.network();
        this.chain = new Chain(local);
        this.n = local.size();
    }

    List<List<Object>> rows() {
        for (int l = network.depth(); l >= 1; l--) {
            int layer = l;
            Dense dense = network.layer(l);
            int m = dense.units();
            block(n * m, at -> deltaRow(layer, at / m, at % m));
            block(dense.inputs() * m, at -> weightRow(layer, at / m, at % m));
            block(dense.hasBias() ? m : 0, at -> biasRow(layer, at));
        }
        return rows;
    }

    private void block(int size, IntFunction<List<Object>> row) {
        int shown = isShort() ? size : Math.min(size, Math.max(2, ROWS / (BLOCKS_OF_A_LAYER * network.depth())));
        IntStream.range(0, shown).mapToObj(row).forEach(rows::add);
        if (shown < size) {
            rows.add(List.of("… and " + (size - shown) + " more", "", "", ""));
        }
    }

    private boolean isShort() {
        long deltas = network.layers().stream()
                .mapToLong(layer -> (long) n * layer.units())
                .sum();
        return deltas + network.parameterCount() <= ROWS;
    }

    private List<Object> deltaRow(int l, int i, int j) {
        List<Product> products = chain.products(Quantity.sum(l, j), i, Form.NEXT_LAYER);
        boolean isOutput = l == network.depth();
        String mean = isOutput && local.scale() != 1 ? "1/" + n + " · " : "";
        String is = products.get(0).factors().get(0).residual() ? "(a − y)" : "∂C/∂a · ∂a/∂z";
        String next = "delta(" + (l + 1) + ") · w · ∂a/∂z";
        return row(
                "delta(" + l + ")[" + i + ", " + j + "]",
                (products.size() > 1 ? "Σ " : "") + (isOutput ? mean + is : next),
                sum(products.size(), t -> mean + numbers(products.get(t), isOutput ? 1 : local.scale())),
                local.scale() * local.costBySum(l, i, j));
    }

    private List<Object> weightRow(int l, int k, int j) {
        return row(
                "dW(" + l + ")[" + k + ", " + j + "]",
                (n > 1 ? "Σ " : "") + "delta(" + l + ")[" + (n > 1 ? "i" : "0") + ", " + j + "] · a(" + (l - 1) + ")["
                        + (n > 1 ? "i" : "0") + ", " + k + "]",
                sum(n, i -> number(delta(l, i, j)) + " · " + number(local.sumByWeight(l, i, k))),
                local.gradients().dW(l).get(k, j));
    }

    private List<Object> biasRow(int l, int j) {
        return row(
                "db(" + l + ")[" + j + "]",
                (n > 1 ? "Σ " : "") + "delta(" + l + ")[" + (n > 1 ? "i" : "0") + ", " + j + "]",
                sum(n, i -> number(delta(l, i, j))),
                local.gradients().db(l).get(j));
    }

    private double delta(int l, int i, int j) {
        return local.scale() * local.costBySum(l, i, j);
    }

    private static List<Object> row(String derivative, String is, String numbers, double value) {
        return List.of(derivative, is, numbers, number(value));
    }

    private static String sum(int count, IntFunction<String> summand) {
        int shown = count <= SUMMANDS ? count : SUMMANDS - 1;
        String sum = IntStream.range(0, shown)
                .mapToObj(summand)
                .collect(Collectors.joining(" + "))
                .replace("+ -", "- ");
        return shown < count ? sum + " + … (" + count + " in all)" : sum;
    }

    /** @param scale of the first factor, which is a ∂Cᵢ/∂z */
    private static String numbers(Product product, double scale) {
        List<Factor> factors = product.factors();
        String first = number(scale * factors.get(0).value());
        return factors.stream()
                .skip(1)
                .map(factor -> number(factor.value()))
                .collect(Collectors.joining(" · ", factors.size() > 1 ? first + " · " : first, ""));
    }

    private static String number(double value) {
        return NumpyFormat.significant(value, DIGITS);
    }
}
