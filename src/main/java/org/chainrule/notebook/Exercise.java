package org.chainrule.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.data.Require;
import org.ejml.simple.SimpleMatrix;

/** A question that checks its own answer, and knows the usual wrong ones by their numbers. */
public final class Exercise {
    private static final double TOLERANCE = 1e-6;
    private static final double ROUNDED = 2e-3;

    private final String name;
    private final SimpleMatrix answer;
    private final Map<String, SimpleMatrix> misconceptions;

    private Exercise(String name, SimpleMatrix answer, Map<String, SimpleMatrix> misconceptions) {
        this.name = name;
        this.answer = answer;
        this.misconceptions = misconceptions;
    }

    /** A question whose answer is a number. */
    public static Exercise of(String name, double answer) {
        return of(name, SimpleMatrix.filled(1, 1, answer));
    }

    /** A question whose answer is a matrix. */
    public static Exercise of(String name, SimpleMatrix answer) {
        return new Exercise(Require.present("exercise's name", name), Require.finite("the answer", answer), Map.of());
    }

    /** Adds the number that a usual mistake gives, and the sentence that whoever makes it needs. */
    public Exercise whoever(double getsThis, String hint) {
        return whoever(SimpleMatrix.filled(1, 1, getsThis), hint);
    }

    /** Adds the matrix that a usual mistake gives, and the sentence that whoever makes it needs. */
    public Exercise whoever(SimpleMatrix getsThis, String hint) {
        Map<String, SimpleMatrix> more = new LinkedHashMap<>(misconceptions);
        more.put(hint, getsThis);
        return new Exercise(name, answer, more);
    }

    /** Says whether the answer is right, and if not, which mistake it fits. Anything but a finite number stands for no answer yet. */
    public void check(double given) {
        check(SimpleMatrix.filled(1, 1, given));
    }

    /** Says whether the answer is right, and if not, which mistake it fits. Null, or entries that are no finite numbers, stand for no answer yet. */
    public void check(SimpleMatrix given) {
        System.out.println("Exercise " + name + verdict(given));
    }

    SimpleMatrix answer() {
        return answer;
    }

    /** What the usual mistakes give, by the hints for them. */
    Map<String, SimpleMatrix> misconceptions() {
        return misconceptions;
    }

    String verdict(SimpleMatrix given) {
        if (given == null || given.hasUncountable()) {
            return ": your answer goes into the cell; run it again then";
        }
        if (isSame(given, answer, TOLERANCE)) {
            return " ✓ right";
        }
        if (isSame(given, answer, ROUNDED)) {
            return " ✗ nearly: right to three digits; let the cell compute it, so that all of them count";
        }
        for (Map.Entry<String, SimpleMatrix> wrong : misconceptions.entrySet()) {
            if (isSame(given, wrong.getValue(), TOLERANCE)) {
                return " ✗ not yet: " + wrong.getKey();
            }
        }
        if (given.getNumRows() != answer.getNumRows() || given.getNumCols() != answer.getNumCols()) {
            return " ✗ not yet: your answer is " + given.getNumRows() + "×" + given.getNumCols() + ", it should be "
                    + answer.getNumRows() + "×" + answer.getNumCols();
        }
        return " ✗ not yet: none of the usual mistakes gives this; compare your steps with the cells above";
    }

    private static boolean isSame(SimpleMatrix one, SimpleMatrix other, double tolerance) {
        return one.getNumRows() == other.getNumRows()
                && one.getNumCols() == other.getNumCols()
                && one.minus(other).elementMaxAbs() <= tolerance * other.elementMaxAbs();
    }
}
