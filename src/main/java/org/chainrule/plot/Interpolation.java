package org.chainrule.plot;

/**
 * Numbers at the points of a square grid, and between them by interpolation.
 *
 * @param side points a side
 * @param values the numbers at each point, row by row from the least y up
 */
record Interpolation(int side, double[][] values) {
    /**
     * Puts the numbers at a place into the given array.
     *
     * @param u how far from the least to the largest x, 0 to 1
     * @param v the same for y
     */
    void at(double u, double v, double[] into) {
        int column = cell(u);
        int row = cell(v);
        double du = u * (side - 1) - column;
        double dv = v * (side - 1) - row;
        int corner = row * side + column;
        for (int j = 0; j < into.length; j++) {
            double below = (1 - du) * values[corner][j] + du * values[corner + 1][j];
            double above = (1 - du) * values[corner + side][j] + du * values[corner + side + 1][j];
            into[j] = (1 - dv) * below + dv * above;
        }
    }

    private int cell(double share) {
        return (int) Math.max(0, Math.min(side - 2, share * (side - 1)));
    }
}
