package org.chainrule.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClassesTest {
    @Test
    void oneOutputSaysNoOrYes() {
        assertEquals(0, Classes.of(new double[] {Math.nextDown(0.5)}));
        assertEquals(1, Classes.of(new double[] {0.5}));
        assertEquals(1, Classes.of(new double[] {1}));
    }

    @Test
    void ofSeveralTheLargestCounts() {
        assertEquals(2, Classes.of(new double[] {0.1, 0.2, 0.7}));
        assertEquals(1, Classes.of(new double[] {0.6, 0.9}));
        assertEquals(0, Classes.of(new double[] {-1, -2, -3}));
    }

    @Test
    void ofEqualOnesTheFirstCounts() {
        assertEquals(1, Classes.of(new double[] {0.2, 0.4, 0.4}));
        assertEquals(0, Classes.of(new double[] {0.5, 0.5}));
    }
}
