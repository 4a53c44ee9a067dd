package org.chainrule.plot;

import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/** The outputs of a network of two inputs at the points of a grid. */
final class OutputGrid {
    private static final int LEAST = 24;

    private OutputGrid() {}

    /**
     * @param most points a side
     * @param multiplications about how many the network may take; a large network has a coarser grid
     */
    static Interpolation of(Network network, Range x, Range y, int most, double multiplications) {
        double points = multiplications / network.parameterCount();
        int side = (int) Math.max(LEAST, Math.min(most, Math.sqrt(points)));
        SimpleMatrix X = new SimpleMatrix(side * side, 2);
        for (int i = 0; i < side * side; i++) {
            X.set(i, 0, x.min() + x.width() * (i % side) / (side - 1));
            X.set(i, 1, y.min() + y.width() * (i / side) / (side - 1));
        }
        return new Interpolation(side, network.predict(X).toArray2());
    }
}
