package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.training.History;

/**
 * The way of a run over a landscape: of each epoch the nearest place on the plane. What moved at right angles to the plane
 * is not on the map; {@link #share} says how much is. Immutable.
 */
public final class LandscapePath {
    private final String name;
    private final int[] epochs;
    private final double[] x;
    private final double[] y;
    private final double[] losses;
    private final double[] mapLosses;
    private final double xShare;
    private final double yShare;

    LandscapePath(String name, int[] epochs, List<double[]> thetas, Plane plane, LossSurface surface) {
        int n = epochs.length;
        this.name = name;
        this.epochs = epochs;
        x = new double[n];
        y = new double[n];
        losses = new double[n];
        mapLosses = new double[n];
        double[] onPlane = new double[plane.origin().length];
        for (int k = 0; k < n; k++) {
            double[] theta = thetas.get(k);
            x[k] = plane.x(theta);
            y[k] = plane.y(theta);
            losses[k] = surface.at(theta);
            plane.put(x[k], y[k], onPlane);
            mapLosses[k] = surface.at(onPlane);
        }
        double largest = largest(thetas);
        double[] end = thetas.get(n - 1);
        double movement = 0;
        for (double[] theta : thetas) {
            movement += squaredDistance(theta, end, largest);
        }
        xShare = movement == 0 ? 1 : squaredDistances(x, largest) / movement;
        yShare = movement == 0 ? 0 : squaredDistances(y, largest) / movement;
    }

    /** The parameters after these epochs. */
    static List<double[]> walk(History run, int[] epochs) {
        List<double[]> thetas = new ArrayList<>();
        run.walk((network, epoch) -> thetas.add(network.parameters()), epochs);
        return thetas;
    }

    /** The largest difference to the end; all are measured in it, lest their squares overflow. 1 if nothing moves. */
    private static double largest(List<double[]> thetas) {
        double largest = 0;
        double[] end = thetas.get(thetas.size() - 1);
        for (double[] theta : thetas) {
            for (int i = 0; i < end.length; i++) {
                largest = Math.max(largest, Math.abs(theta[i] - end[i]));
            }
        }
        return largest == 0 ? 1 : largest;
    }

    private static double squaredDistance(double[] theta, double[] end, double unit) {
        double sum = 0;
        for (int i = 0; i < end.length; i++) {
            double difference = (theta[i] - end[i]) / unit;
            sum += difference * difference;
        }
        return sum;
    }

    private static double squaredDistances(double[] coordinates, double unit) {
        double sum = 0;
        for (double coordinate : coordinates) {
            double difference = (coordinate - coordinates[coordinates.length - 1]) / unit;
            sum += difference * difference;
        }
        return sum;
    }

    /** What the run is called. */
    public String name() {
        return name;
    }

    /** The epochs that are drawn: every one of a short run, some of a long one, always 0 and the last. */
    public int[] epochs() {
        return epochs.clone();
    }

    /** One x an epoch, in units of the parameters. */
    public double[] x() {
        return x.clone();
    }

    /** One y an epoch, in units of the parameters. */
    public double[] y() {
        return y.clone();
    }

    /** The losses of the run itself. */
    public double[] losses() {
        return losses.clone();
    }

    /** The losses at the places of the map under the run: the same where the run is on the plane. */
    public double[] mapLosses() {
        return mapLosses.clone();
    }

    /** How many epochs are drawn. */
    public int size() {
        return epochs.length;
    }

    /**
     * How much of the movement is along the x axis, 0 to 1: of the squared distances from the end, summed over the epochs
     * that are drawn, the part in this direction.
     */
    public double xShare() {
        return xShare;
    }

    /** How much of the movement is along the y axis, as {@link #xShare} counts it. */
    public double yShare() {
        return yShare;
    }

    /** How much of the movement is on the map; the rest is hidden. All of a run that stays where it begins. */
    public double share() {
        return Math.min(1, xShare + yShare);
    }

    @Override
    public String toString() {
        return name + ": " + percent(share()) + " of its movement is on the map, loss "
                + NumpyFormat.significant(losses[0], 3) + " → "
                + NumpyFormat.significant(losses[size() - 1], 3) + ", on the map "
                + NumpyFormat.significant(mapLosses[0], 3) + " → "
                + NumpyFormat.significant(mapLosses[size() - 1], 3);
    }

    /** Rounded down, so that 100 % is all. */
    public static String percent(double share) {
        return NumpyFormat.significant(Math.floor(1000 * share + 1e-6) / 10, 3) + " %";
    }
}
