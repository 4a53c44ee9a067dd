package org.chainrule.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.chainrule.explain.ErrorCurve.Branch;
import org.junit.jupiter.api.Test;

/** Curves whose truncation and rounding are put in: 3h² + 10⁻¹⁷/h, least at h = ∛(10⁻¹⁷/6) = 1.19·10⁻⁶. */
class ErrorCurveTest {
    private static final double BEST = Math.cbrt(1e-17 / 6);

    /** Eight steps a decade, from 10⁻¹ to 10⁻¹⁵. */
    private static double[] steps() {
        double[] h = new double[113];
        Arrays.setAll(h, k -> Math.pow(10, -1 - k / 8.0));
        return h;
    }

    private static double[] errors(DoubleUnaryOperator error) {
        return Arrays.stream(steps()).map(error).toArray();
    }

    private static double both(double h) {
        return 3 * h * h + 1e-17 / h;
    }

    @Test
    void theBestStepIsWhereBothErrorsAreSmall() {
        ErrorCurve curve = new ErrorCurve(steps(), errors(ErrorCurveTest::both));
        assertEquals(1, curve.bestStep() / BEST, 0.2);
        assertEquals(1, curve.leastError() / both(BEST), 0.3);
        assertTrue(curve.kink().isEmpty());
    }

    @Test
    void theBranchesAreTheStraightPiecesThatWerePutIn() {
        ErrorCurve curve = new ErrorCurve(steps(), errors(ErrorCurveTest::both));
        Branch truncation = curve.truncation().orElseThrow();
        assertEquals(2, truncation.slope(), 0.05);
        assertEquals(1, truncation.errorFrom() / (3 * truncation.from() * truncation.from()), 0.1);
        assertEquals(1, truncation.errorTo() / (3 * truncation.to() * truncation.to()), 0.1);
        Branch roundOff = curve.roundOff().orElseThrow();
        assertEquals(-1, roundOff.slope(), 0.01);
        assertEquals(1e-13, roundOff.from(), 1e-15);
        assertTrue(roundOff.to() <= curve.bestStep() / 30 && roundOff.to() > curve.bestStep() / 60);
        assertEquals(1, roundOff.errorFrom() * roundOff.from() / 1e-17, 0.02);
        assertEquals(1, roundOff.errorTo() * roundOff.to() / 1e-17, 0.02);
    }

    /** On logarithmic axes an exact step has no place. */
    @Test
    void stepsThatAreExactByLuckAreLeftOut() {
        double[] errors = errors(ErrorCurveTest::both);
        for (int k = 64; k < 113; k += 5) {
            errors[k] = 0;
        }
        assertEquals(
                -1, new ErrorCurve(steps(), errors).roundOff().orElseThrow().slope(), 0.01);
    }

    @Test
    void aSingleLuckyStepDoesNotCount() {
        double[] errors = errors(ErrorCurveTest::both);
        errors[40] = 0;
        ErrorCurve curve = new ErrorCurve(steps(), errors);
        assertEquals(steps()[40], new ErrorCurve(steps(), errors(ErrorCurveTest::both)).bestStep());
        assertEquals(1, curve.leastError() / both(BEST), 0.3);
    }

    @Test
    void aKinkIsTheSmallestStepThatCrossesIt() {
        double[] errors = errors(h -> h > 1e-4 ? 0.5 : both(h));
        double[] h = steps();
        double found = new ErrorCurve(h, errors).kink().orElseThrow();
        assertTrue(found > 1e-4 && found < 2e-4, "kink at " + found);
        assertFalse(new ErrorCurve(h, errors(step -> 3 * Math.pow(step, 4) + 1e-17 / step))
                .kink()
                .isPresent());
    }
}
