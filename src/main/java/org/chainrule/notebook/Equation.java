package org.chainrule.notebook;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/**
 * An equation of a source, checked with numbers: both sides are computed, in two ways, and compared. {@code check} prints
 * a ✓ and {@code refute} an ✗; both fail the cell where the numbers say otherwise.
 */
public final class Equation {
    /** Two roads to the same double differ by roundings: a few units in the last place. */
    private static final double ROUNDINGS = 1e-12;
    /** Keeps the comparison with zero an exact one. */
    private static final double NOTHING = Double.MIN_NORMAL;

    private Equation() {}

    /**
     * Checks that both sides are the same number, up to roundings.
     *
     * @param id the equation, as "A14"
     * @throws EquationException if they are not
     */
    public static void check(String id, double left, double right) {
        check(id, one(left), one(right), ROUNDINGS);
    }

    /**
     * Checks that both sides are the same number, up to a tolerance that says how exactly they can be known.
     *
     * @param tolerance the largest difference relative to the right side, for a left side that is measured
     * @throws EquationException if they are not
     */
    public static void check(String id, double left, double right, double tolerance) {
        check(id, one(left), one(right), tolerance);
    }

    /**
     * Checks that both sides are the same matrix, up to roundings.
     *
     * @throws EquationException if they are not, or differ in shape
     */
    public static void check(String id, SimpleMatrix left, SimpleMatrix right) {
        check(id, left, right, ROUNDINGS);
    }

    /**
     * Checks that both sides are the same matrix, up to a tolerance relative to its largest entry.
     *
     * @throws EquationException if they are not, or differ in shape
     */
    public static void check(String id, SimpleMatrix left, SimpleMatrix right, double tolerance) {
        Require.positive("the tolerance", tolerance);
        String shapes = shapesDiffer(left, right);
        if (shapes != null) {
            throw new EquationException(id + " does not hold: the left side is " + shapes);
        }
        double difference = difference(left, right);
        if (!(difference <= tolerance * Math.max(NOTHING, right.elementMaxAbs()))) {
            throw new EquationException(id + " does not hold: the sides differ by up to " + brief(difference)
                    + ", left " + NumpyFormat.array(left) + ", right " + NumpyFormat.array(right));
        }
        System.out.println(id + " ✓  largest difference " + brief(difference));
    }

    /**
     * Shows that an equation is wrong as it is printed: its side is not what it should be.
     *
     * @param printed what the equation says
     * @param right what is right
     * @throws EquationException if the two agree
     */
    public static void refute(String id, double printed, double right) {
        refute(id, one(printed), one(right));
    }

    /**
     * Shows that an equation is wrong as it is printed: its side is not what it should be, in numbers or in shape.
     *
     * @param printed what the equation says
     * @param right what is right
     * @throws EquationException if the two agree
     */
    public static void refute(String id, SimpleMatrix printed, SimpleMatrix right) {
        String shapes = shapesDiffer(printed, right);
        if (shapes != null) {
            System.out.println(id + " ✗ as printed: it is " + shapes);
            return;
        }
        double difference = difference(printed, right);
        if (Double.isNaN(difference)) {
            throw new EquationException(id + " cannot be refuted with numbers that are none: printed "
                    + NumpyFormat.array(printed) + ", right " + NumpyFormat.array(right));
        }
        if (difference <= ROUNDINGS * right.elementMaxAbs()) {
            throw new EquationException(id + " was to be refuted, but holds: the sides differ by " + brief(difference));
        }
        System.out.println(id + " ✗ as printed: off by up to " + brief(difference));
    }

    private static String shapesDiffer(SimpleMatrix left, SimpleMatrix right) {
        Require.present("left side", left);
        Require.present("right side", right);
        boolean same = left.getNumRows() == right.getNumRows() && left.getNumCols() == right.getNumCols();
        return same ? null : shape(left) + ", but must be " + shape(right);
    }

    private static String shape(SimpleMatrix matrix) {
        return matrix.getNumRows() + "×" + matrix.getNumCols();
    }

    private static double difference(SimpleMatrix left, SimpleMatrix right) {
        double largest = 0;
        for (int i = 0; i < left.getNumElements(); i++) {
            double difference = Math.abs(left.get(i) - right.get(i));
            largest = difference > largest || Double.isNaN(difference) ? difference : largest;
        }
        return largest;
    }

    private static SimpleMatrix one(double value) {
        return SimpleMatrix.filled(1, 1, value);
    }

    private static String brief(double value) {
        return NumpyFormat.significant(value, 2);
    }
}
