package org.chainrule.explain;

import org.chainrule.network.Dense;
import org.chainrule.network.Network;

/** Where a weight or a bias stands among {@link Network#parameters()}, and whether there is such a one. */
final class ParameterIndex {
    private ParameterIndex() {}

    /**
     * @throws IndexOutOfBoundsException if there is no such weight
     */
    static int weight(Network network, int l, int row, int column) {
        Dense layer = network.layer(l);
        require("row", row, layer.inputs(), "W(" + l + ") has a row an input");
        require("column", column, layer.units(), "W(" + l + ") has a column a unit");
        return start(network, l) + row * layer.units() + column;
    }

    /**
     * @throws IndexOutOfBoundsException if there is no such unit
     * @throws IllegalArgumentException if the layer has no bias
     */
    static int bias(Network network, int l, int unit) {
        Dense layer = network.layer(l);
        if (!layer.hasBias()) {
            throw new IllegalArgumentException("layer " + l
                    + " has no bias; take one of its weights, or give it a bias with Dense.of(W, b, activation)");
        }
        require("unit", unit, layer.units(), "b(" + l + ") has a number a unit");
        return start(network, l) + layer.inputs() * layer.units() + unit;
    }

    private static int start(Network network, int l) {
        return network.layers().subList(0, l - 1).stream()
                .mapToInt(Dense::parameterCount)
                .sum();
    }

    private static void require(String name, int index, int size, String why) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "there is no " + name + " " + index + "; " + why + ", from 0 to " + (size - 1));
        }
    }
}
