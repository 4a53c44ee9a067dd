package org.chainrule.plot;

import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/** The outputs of a network of two inputs at the points of a grid, and by interpolation anywhere between them. */
final class OutputGrid {
    private static final int LEAST = 24;

    private final int side;
    private final double[][] outputs;

    /**
     * @param most points a side
     * @param multiplications about how many the network may take; a large network has a coarser grid
     */
    OutputGrid(Network network, Range x, Range y, int most, double multiplications) {
        double points = multiplications / network.parameterCount();
        side = (int) Math.max(LEAST, Math.min(most, Math.sqrt(points)));
        SimpleMatrix X = new SimpleMatrix(side * side, 2);
        for (int i = 0; i < side * side; i++) {
            X.set(i, 0, x.min() + x.width() * (i % side) / (side - 1));
            X.set(i, 1, y.min() + y.width() * (i / side) / (side - 1));
        }
        outputs = network.predict(X).toArray2();
    }

    /**
     * Puts the outputs at a place into the given array.
     *
     * @param u how far from the least to the largest first input, 0 to 1
     * @param v the same for the second input
     */
    void at(double u, double v, double[] into) {
        int column = cell(u);
        int row = cell(v);
        double du = u * (side - 1) - column;
        double dv = v * (side - 1) - row;
        int corner = row * side + column;
        for (int j = 0; j < into.length; j++) {
            double below = (1 - du) * outputs[corner][j] + du * outputs[corner + 1][j];
            double above = (1 - du) * outputs[corner + side][j] + du * outputs[corner + side + 1][j];
            into[j] = (1 - dv) * below + dv * above;
        }
    }

    private int cell(double share) {
        return (int) Math.max(0, Math.min(side - 2, share * (side - 1)));
    }
}
