package org.chainrule.plot;

/** Why a point has no place on a chart; of two reasons the later one is named. */
enum Obstacle {
    NONE("", ""),
    ZERO("value of 0", "values of 0"),
    NEGATIVE("negative value", "negative values"),
    NAN("NaN", "NaN"),
    INFINITE("infinite value", "infinite values");

    private final String one;
    private final String many;

    Obstacle(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** A logarithmic axis has no place for zero and below. */
    static Obstacle of(double value, boolean logarithmic) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        if (Double.isInfinite(value)) {
            return INFINITE;
        }
        if (!logarithmic || value > 0) {
            return NONE;
        }
        return value == 0 ? ZERO : NEGATIVE;
    }

    /** {@code 3 values of 0}. */
    String count(int number) {
        return number + " " + (number == 1 ? one : many);
    }
}
