package org.chainrule.explain;

import org.chainrule.numpy.NumpyFormat;

/**
 * A network that is marked on a landscape, at the nearest place of the plane.
 *
 * @param loss its own loss
 * @param mapLoss the loss at the place of the mark: the same if the network is on the plane
 */
public record LandscapeMark(String name, double x, double y, double loss, double mapLoss) {
    @Override
    public String toString() {
        return name + ": loss " + NumpyFormat.significant(loss, 3) + ", on the map "
                + NumpyFormat.significant(mapLoss, 3);
    }
}
