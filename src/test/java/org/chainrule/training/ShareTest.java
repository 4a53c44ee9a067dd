package org.chainrule.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {
    /** Against the published tables of the interval: 2 of 10, and none of 10. */
    @Test
    void wilsonsInterval() {
        assertEquals(0.0567, new Share(2, 10).low(), 5e-5);
        assertEquals(0.5098, new Share(2, 10).high(), 5e-5);
        assertEquals(0, new Share(0, 10).low());
        assertEquals(0.2775, new Share(0, 10).high(), 5e-5);
        assertEquals(0.7225, new Share(10, 10).low(), 5e-5);
        assertEquals(1, new Share(10, 10).high());
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Share(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Share(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Share(0, 0));
        assertEquals("100 %", new Share(1, 1).percent());
    }

    @Test
    void isReadInPercent() {
        assertEquals("2 of 10: 20 %, 95 % interval 5.67 % to 51 %", new Share(2, 10).toString());
        assertEquals("99.95 %", new Share(1999, 2000).percent());
        assertEquals("100 %", new Share(2000, 2000).percent());
        assertEquals("0 % to 0.192 %", new Share(0, 2000).interval());
    }

    @Test
    void aTallyCountsTheMostFrequentFirstAndLeavesOutWhatIsMissing() {
        Tally<String> tally = Tally.of(Arrays.asList("b", "a", null, "a", "c"));
        assertEquals(List.of("a", "b", "c"), tally.outcomes());
        assertEquals(new Share(2, 4), tally.share("a"::equals));
        assertArrayEquals(new int[] {1, 3}, tally.seeds("a"::equals));
        assertEquals("b", tally.of(0));
        assertEquals("c", tally.of(4));
        assertEquals(4, tally.all());
        assertEquals(
                "seed 5 was not counted; ask for one from 0 to 4",
                assertThrows(IndexOutOfBoundsException.class, () -> tally.of(5)).getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> tally.of(-1));
    }
}
