package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more, reckoned by hand. */
class Chapter06ExercisesTest {
    @Test
    void answersThatWereFoundByHand() {
        right(1, 0.47738563);
        right(2, 7);
        right(3, 20 / (20 + 3.841458820694124));
    }

    @Test
    void everyUsualMistakeIsTold() {
        tells(1, 1.9095425, "that is the sum");
        tells(1, 1.9095425 / 3, "the mean of three");
        tells(1, 0.51986039, "with ½");
        tells(1, 2.0 / 3, "the best answer");
        tells(2, 6, "once in 729");
        tells(2, 6.2877098, "whole ones");
        tells(2, 18, "all succeed");
        tells(2, 333.33333333, "multiplied");
        tells(3, 1, "share that was counted");
        tells(3, 0.95, "how sure");
        tells(3, 0.85, "rule of three");
    }

    @Test
    void otherNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter06(4));
    }

    private static void right(int exercise, double answer) {
        assertEquals(" ✓ right", Exercises.chapter06(exercise).verdict(SimpleMatrix.filled(1, 1, answer)));
    }

    private static void tells(int exercise, double answer, String hint) {
        String verdict = Exercises.chapter06(exercise).verdict(SimpleMatrix.filled(1, 1, answer));
        assertTrue(verdict.contains(hint), verdict);
    }
}
