package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ExerciseTest {
    private static final Exercise EXERCISE =
            Exercise.of("1", 0.25).whoever(0.5, "you forgot σ′").whoever(-0.25, "the sign is turned around");

    private static SimpleMatrix number(double value) {
        return SimpleMatrix.filled(1, 1, value);
    }

    @Test
    void theRightAnswerIsRightToSixDigits() {
        assertEquals(" ✓ right", EXERCISE.verdict(number(0.2500001)));
    }

    @Test
    void aKnownMistakeIsNamed() {
        assertEquals(" ✗ not yet: you forgot σ′", EXERCISE.verdict(number(0.5)));
        assertEquals(" ✗ not yet: the sign is turned around", EXERCISE.verdict(number(-0.25)));
    }

    @Test
    void anotherWrongAnswerSaysSo() {
        assertTrue(EXERCISE.verdict(number(0.7)).contains("none of the usual mistakes"));
        assertTrue(EXERCISE.verdict(new SimpleMatrix(1, 2)).contains("1×2, it should be 1×1"));
    }

    @Test
    void noAnswerYetIsNoMistake() {
        assertTrue(EXERCISE.verdict(number(Double.NaN)).contains("your answer goes into the cell"));
        assertTrue(EXERCISE.verdict(null).contains("your answer goes into the cell"));
    }

    @Test
    void anExerciseNeedsAnAnswer() {
        assertThrows(IllegalArgumentException.class, () -> Exercise.of("1", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Exercise.of(null, 1));
    }
}
