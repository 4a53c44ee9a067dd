package org.chainrule.plot;

/** Why a point has no place on a chart. */
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
    static Obstacle of(double x, double y, boolean logarithmic) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return NAN;
        }
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return INFINITE;
        }
        if (!logarithmic || y > 0) {
            return NONE;
        }
        return y == 0 ? ZERO : NEGATIVE;
    }

    /** {@code 3 values of 0}. */
    String count(int number) {
        return number + " " + (number == 1 ? one : many);
    }
}
