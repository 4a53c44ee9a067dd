package org.chainrule.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RequireTest {
    private static String words(Executable check) {
        return assertThrows(IllegalArgumentException.class, check).getMessage();
    }

    @Test
    void aPositiveNumberIsAboveZeroAndFinite() {
        assertEquals(Double.MIN_VALUE, Require.positive("rate", Double.MIN_VALUE));
        assertEquals("rate must be a positive number, but is 0.0", words(() -> Require.positive("rate", 0)));
        assertEquals("rate must be a positive number, but is nan", words(() -> Require.positive("rate", Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> Require.positive("rate", Double.POSITIVE_INFINITY));
    }

    @Test
    void aShareIsAtLeastZeroAndBelowOne() {
        assertEquals(0, Require.share("momentum", 0, 0.9));
        assertEquals(0.5, Require.share("momentum", 0.5, 0.9));
        assertEquals(
                "momentum must be at least 0 and below 1, but is 1.0; 0.9 is a usual choice",
                words(() -> Require.share("momentum", 1, 0.9)));
        assertThrows(IllegalArgumentException.class, () -> Require.share("momentum", -1e-9, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Require.share("momentum", Double.NaN, 0.9));
    }

    @Test
    void aCountIsAtLeastOne() {
        assertEquals(1, Require.atLeastOne("epochs", 1));
        assertEquals("epochs must be at least 1, but is 0", words(() -> Require.atLeastOne("epochs", 0)));
    }
}
