package org.chainrule.explain;

/**
 * A number that a derivative is taken of or by. Layers count from 1, with 0 for the input; units, inputs and samples from 0.
 *
 * @param layer 0 for a cost
 * @param unit the unit that the number belongs to; for the cost of one sample, the sample
 * @param input the unit of the layer before, for a weight
 */
record Quantity(Kind kind, int layer, int unit, int input) {
    enum Kind {
        COST,
        COST_OF_SAMPLE,
        WEIGHT,
        BIAS,
        SUM,
        ACTIVATION
    }

    /** C. */
    static Quantity cost() {
        return new Quantity(Kind.COST, 0, 0, 0);
    }

    /** Cᵢ, of which C is the sum or the mean. */
    static Quantity cost(int sample) {
        return new Quantity(Kind.COST_OF_SAMPLE, 0, sample, 0);
    }

    static Quantity weight(int layer, int input, int unit) {
        return new Quantity(Kind.WEIGHT, layer, unit, input);
    }

    static Quantity bias(int layer, int unit) {
        return new Quantity(Kind.BIAS, layer, unit, 0);
    }

    /** z. */
    static Quantity sum(int layer, int unit) {
        return new Quantity(Kind.SUM, layer, unit, 0);
    }

    static Quantity activation(int layer, int unit) {
        return new Quantity(Kind.ACTIVATION, layer, unit, 0);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
