package org.chainrule.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LandscapeWindowTest {
    private static void assertWindow(double xMin, double xMax, double yMin, double yMax, LandscapeWindow window) {
        assertEquals(xMin, window.xMin(), 1e-12);
        assertEquals(xMax, window.xMax(), 1e-12);
        assertEquals(yMin, window.yMin(), 1e-12);
        assertEquals(yMax, window.yMax(), 1e-12);
    }

    @Test
    void thereIsAMarginOfThreeTenths() {
        assertWindow(0.4, 3.6, -2.4, 2.4, LandscapeWindow.around(new double[] {1, 3}, new double[] {-1, 1, -1.5, 1.5}));
    }

    /** The narrow side is first made half as long as the other. */
    @Test
    void aNarrowMapIsWidened() {
        double[] ten = {10, 20};
        double[] one = {5, 6};
        assertWindow(7, 23, 2.7, 8.3, LandscapeWindow.around(ten, one));
        assertWindow(2.7, 8.3, 7, 23, LandscapeWindow.around(one, ten));
    }

    @Test
    void itHoldsItsEdges() {
        LandscapeWindow window = new LandscapeWindow(-1, 2, -3, 4);
        assertTrue(window.holds(-1, -3) && window.holds(2, 4) && window.holds(0, 0));
        assertFalse(window.holds(-1.1, 0) || window.holds(2.1, 0) || window.holds(0, -3.1) || window.holds(0, 4.1));
    }

    @Test
    void itReachesAsFarAsNumbersCanBeSquared() {
        assertEquals(1e150, new LandscapeWindow(-1e150, 1e150, 0, 1).xMax());
        assertThrows(IllegalArgumentException.class, () -> new LandscapeWindow(-1.1e150, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new LandscapeWindow(0, 1, 3, 3));
        double[] far = {0, 9e148};
        assertTrue(LandscapeWindow.around(far, new double[] {0, 1}).holds(9e148, 1));
        double[] further = {0, 1.1e149};
        assertThrows(IllegalArgumentException.class, () -> LandscapeWindow.around(new double[] {0, 1}, further));
    }
}
