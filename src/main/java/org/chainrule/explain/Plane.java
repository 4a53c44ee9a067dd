package org.chainrule.explain;

import java.util.List;
import org.chainrule.network.Network;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A plane in the space of all parameters: a point of it, and two directions of length 1 at right angles.
 *
 * @param xName what the first direction is, as the title of an axis
 * @param yName what the second one is
 */
record Plane(double[] origin, double[] u, double[] v, String xName, String yName) {
    /** A direction that is shorter than this share of another is rounding. */
    private static final double ROUNDING = 1e-12;

    private static final String UNITS = ", in units of the parameters";
    private static final String SAME = ", in the same units";

    /** Of a network with two parameters, the plane of the two: there is no other. */
    static Plane ofTwo(Network network) {
        return new Plane(
                new double[2],
                new double[] {1, 0},
                new double[] {0, 1},
                network.parameter(0).toString(),
                network.parameter(1).toString());
    }

    /**
     * The plane through the end of a path that is nearest to its points: the two main directions of their differences to the
     * end (Li et al. 2018, section 7).
     *
     * @throws IllegalArgumentException if the path stays where it begins
     */
    static Plane along(Network network, List<double[]> path) {
        double[] end = path.get(path.size() - 1);
        DMatrixRMaj differences = new DMatrixRMaj(path.size() - 1, end.length);
        double largest = 0;
        for (int row = 0; row < differences.numRows; row++) {
            for (int i = 0; i < end.length; i++) {
                double difference = path.get(row)[i] - end[i];
                differences.set(row, i, difference);
                largest = Math.max(largest, Math.abs(difference));
            }
        }
        if (largest == 0) {
            throw new IllegalArgumentException(
                    "the run stays where it begins, so it has no direction to draw a map along;"
                            + " train it for more epochs, or choose a plane with LossLandscape.through(a, b, c, loss, data)");
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(differences.numRows, differences.numCols, false, true, true);
        if (!svd.decompose(differences)) {
            throw new IllegalArgumentException(
                    "the path of the run has no main directions: its numbers are too far apart");
        }
        DMatrixRMaj transposed = svd.getV(null, true);
        double[] sizes = svd.getSingularValues();
        SingularOps_DDRM.descendingOrder(null, false, sizes, sizes.length, transposed, true);
        double[] u = pointing(row(transposed, 0), path.get(0), end);
        if (sizes.length < 2 || sizes[1] <= ROUNDING * sizes[0]) {
            int axis = smallest(u);
            double[] v = new double[u.length];
            v[axis] = 1;
            return new Plane(end, u, beside(u, v), "along the run" + UNITS, "along " + network.parameter(axis) + SAME);
        }
        double[] v = pointing(row(transposed, 1), path.get(path.size() / 2), end);
        return new Plane(end, u, v, "main direction" + UNITS, "second direction" + SAME);
    }

    /**
     * The plane through three points.
     *
     * @throws IllegalArgumentException if they are on a line, or too far apart
     */
    static Plane through(double[] a, double[] b, double[] c) {
        double[] toB = minus(b, a);
        double[] toC = minus(c, a);
        if (!(length(toB) + length(toC) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the three networks are too far apart for a map: the square of a distance"
                            + " overflows; give networks of finished runs that did not diverge");
        }
        double[] u = length(toB) == 0 ? toB : scaled(toB);
        double[] v = beside(u, toC);
        if (length(toB) == 0 || !(length(minusAlong(u, toC)) > ROUNDING * length(toC))) {
            throw new IllegalArgumentException(
                    "the three networks lie on a line in the space of their parameters, so many"
                            + " planes go through them; give a third one that is elsewhere, or draw the line with"
                            + " LossProfile.between(a, b, loss, data)");
        }
        return new Plane(a, u, v, "from A towards B" + UNITS, "towards C" + SAME);
    }

    /** How far a network is from the origin along the first direction. */
    double x(double[] theta) {
        return along(u, theta);
    }

    /** How far a network is from the origin along the second direction. */
    double y(double[] theta) {
        return along(v, theta);
    }

    /** Puts the parameters at a place of the plane into the given array. */
    void put(double x, double y, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] = origin[i] + x * u[i] + y * v[i];
        }
    }

    private double along(double[] direction, double[] theta) {
        double sum = 0;
        for (int i = 0; i < theta.length; i++) {
            sum += (theta[i] - origin[i]) * direction[i];
        }
        return sum;
    }

    private static double[] row(DMatrixRMaj matrix, int row) {
        double[] values = new double[matrix.numCols];
        System.arraycopy(matrix.data, row * matrix.numCols, values, 0, values.length);
        return values;
    }

    /** A main direction has no sign of its own: it is made to point from a place of the path to its end. */
    private static double[] pointing(double[] direction, double[] from, double[] end) {
        if (dot(direction, minus(end, from)) < 0) {
            for (int i = 0; i < direction.length; i++) {
                direction[i] = -direction[i];
            }
        }
        return direction;
    }

    private static int smallest(double[] values) {
        int smallest = 0;
        for (int i = 1; i < values.length; i++) {
            smallest = Math.abs(values[i]) < Math.abs(values[smallest]) ? i : smallest;
        }
        return smallest;
    }

    /** What is left of a vector at right angles to u, at length 1. */
    private static double[] beside(double[] u, double[] vector) {
        return scaled(minusAlong(u, scaled(minusAlong(u, vector))));
    }

    private static double[] minusAlong(double[] u, double[] vector) {
        double along = dot(u, vector);
        double[] rest = new double[u.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = vector[i] - along * u[i];
        }
        return rest;
    }

    private static double[] scaled(double[] vector) {
        double length = length(vector);
        double[] unit = new double[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
