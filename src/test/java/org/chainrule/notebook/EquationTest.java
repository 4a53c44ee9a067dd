package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class EquationTest {
    private static String printedBy(Runnable cell) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            cell.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void whatHoldsGetsATick() {
        assertEquals("A14 ✓  largest difference 0", printedBy(() -> Equation.check("A14", 2, 2)));
        assertEquals("A14 ✓  largest difference 2.2e-16", printedBy(() -> Equation.check("A14", 1 + 2.2e-16, 1)));
    }

    @Test
    void whatDoesNotHoldFailsTheCell() {
        EquationException error = assertThrows(EquationException.class, () -> Equation.check("A14", 2.5, 2));
        assertEquals(
                "A14 does not hold: the sides differ by up to 0.5, left [[2.5]], right [[2.]]", error.getMessage());
        assertThrows(EquationException.class, () -> Equation.check("A14", Double.NaN, 2));
        assertThrows(EquationException.class, () -> Equation.check("A14", 2, Double.NaN));
    }

    @Test
    void shapesAreCompared() {
        EquationException error = assertThrows(
                EquationException.class, () -> Equation.check("A15", new SimpleMatrix(2, 2), new SimpleMatrix(1, 2)));
        assertEquals("A15 does not hold: the left side is 2×2, but must be 1×2", error.getMessage());
        assertEquals(
                "A17 ✗ as printed: it is 2×2, but must be 1×2",
                printedBy(() -> Equation.refute("A17", new SimpleMatrix(2, 2), new SimpleMatrix(1, 2))));
    }

    @Test
    void aWrongEquationIsRefutedAndARightOneIsNot() {
        assertEquals("A11 ✗ as printed: off by up to 1", printedBy(() -> Equation.refute("A11", 3, 2)));
        assertThrows(EquationException.class, () -> Equation.refute("A11", 2, 2));
        assertThrows(EquationException.class, () -> Equation.refute("A11", Double.NaN, 2));
        assertThrows(EquationException.class, () -> Equation.refute("A11", 2, Double.NaN));
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Equation.check("A1", null, new SimpleMatrix(1, 1)));
        assertThrows(IllegalArgumentException.class, () -> Equation.check("A1", 1, 1, 0));
    }
}
