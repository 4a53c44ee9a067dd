package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;

/** One path from the loss to a parameter: its factors, the one at the loss first. */
record Product(List<Factor> factors) {
    /**
     * ∂of/∂by.
     *
     * @param residual whether the value was found as a − y, and not as a product
     */
    record Factor(Quantity of, Quantity by, double value, boolean residual) {
        Factor(Quantity of, Quantity by, double value) {
            this(of, by, value, false);
        }
    }

    Product {
        factors = List.copyOf(factors);
    }

    static Product of(Factor... factors) {
        return new Product(List.of(factors));
    }

    Product times(Factor... more) {
        List<Factor> longer = new ArrayList<>(factors);
        longer.addAll(List.of(more));
        return new Product(longer);
    }

    double value() {
        double value = 1;
        for (Factor factor : factors) {
            value *= factor.value;
        }
        return value;
    }

    static double sum(List<Product> products) {
        double sum = 0;
        for (Product product : products) {
            sum += product.value();
        }
        return sum;
    }
}
