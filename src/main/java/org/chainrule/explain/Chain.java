package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.explain.Product.Factor;
import org.chainrule.explain.Quantity.Kind;

/** A derivative as a sum of products of local derivatives, in as much detail as there is room for. */
final class Chain {
    enum Form {
        /** One product for every path from the loss. */
        PATHS,
        /** One product for every unit of the next layer: ∂C/∂z there, and the way from there. */
        NEXT_LAYER,
        /** One product: ∂C/∂z of the parameter's own unit, and the way from there. */
        OWN_UNIT
    }

    private final LocalDerivatives local;

    Chain(LocalDerivatives local) {
        this.local = local;
    }

    /** The products whose sum is ∂Cᵢ/∂by, for a weight, a bias or a weighted sum; Cᵢ is written as C where it is the only one. */
    List<Product> products(Quantity by, int i, Form form) {
        List<Product> toSum = bySum(by.layer(), by.unit(), i, form);
        if (by.is(Kind.SUM)) {
            return toSum;
        }
        Quantity z = Quantity.sum(by.layer(), by.unit());
        double last = by.is(Kind.BIAS) ? 1 : local.sumByWeight(by.layer(), i, by.input());
        return toSum.stream()
                .map(product -> product.times(new Factor(z, by, last)))
                .toList();
    }

    /** How many products there are of one sample: for paths, the product of the widths of the layers that follow. */
    double count(int l, Form form) {
        if (form == Form.OWN_UNIT) {
            return 1;
        }
        double ways = local.ways(l);
        if (l == local.network().depth()) {
            return ways;
        }
        double units = local.network().layer(l + 1).units();
        return ways * units * (form == Form.PATHS ? count(l + 1, form) : 1);
    }

    private List<Product> bySum(int l, int j, int i, Form form) {
        Quantity z = Quantity.sum(l, j);
        boolean isOutput = l == local.network().depth();
        if (form == Form.OWN_UNIT || isOutput && local.isResidual(i, j)) {
            return List.of(
                    Product.of(new Factor(cost(i), z, local.costBySum(l, i, j), isOutput && local.isResidual(i, j))));
        }
        List<Product> products = new ArrayList<>();
        for (int k : local.reached(l, j)) {
            Quantity a = Quantity.activation(l, k);
            Factor throughActivation = new Factor(a, z, local.activationBySum(l, i, k, j));
            if (isOutput) {
                products.add(Product.of(new Factor(cost(i), a, local.costByOutput(i, k)), throughActivation));
            } else {
                throughNextLayer(l + 1, k, i, form).forEach(product -> products.add(product.times(throughActivation)));
            }
        }
        return products;
    }

    /** The products whose sum is ∂Cᵢ/∂aₖ of layer l − 1. */
    private List<Product> throughNextLayer(int l, int k, int i, Form form) {
        List<Product> products = new ArrayList<>();
        for (int m = 0; m < local.network().layer(l).units(); m++) {
            Factor throughWeight =
                    new Factor(Quantity.sum(l, m), Quantity.activation(l - 1, k), local.sumByActivation(l, m, k));
            bySum(l, m, i, form == Form.PATHS ? form : Form.OWN_UNIT)
                    .forEach(product -> products.add(product.times(throughWeight)));
        }
        return products;
    }

    private Quantity cost(int i) {
        return local.size() == 1 ? Quantity.cost() : Quantity.cost(i);
    }
}
