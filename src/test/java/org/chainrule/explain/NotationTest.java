package org.chainrule.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotationTest {
    @Test
    void everyEntryHasAWordForEverySource() {
        Set<Object> meanings = new HashSet<>();
        for (List<Object> entry : Notation.all().cells()) {
            assertEquals(7, entry.size(), entry.toString());
            assertTrue(entry.stream().noneMatch(word -> word.toString().isBlank()), entry.toString());
            assertTrue(meanings.add(entry.get(0)), entry.toString());
        }
        assertEquals(
                List.of("what it is", "here", "source A"),
                Notation.all().columns().subList(0, 3));
    }

    @Test
    void oneSourceIsItsColumnOfAll() {
        List<List<Object>> all = Notation.all().cells();
        List<List<Object>> c = Notation.of("C").cells();
        assertEquals(List.of("what it is", "here", "source C"), Notation.of("C").columns());
        for (int i = 0; i < all.size(); i++) {
            assertEquals(
                    List.of(all.get(i).get(0), all.get(i).get(1), all.get(i).get(4)), c.get(i));
        }
    }

    @Test
    void anUnknownSourceIsRefused() {
        for (String letter : new String[] {"F", "", "AB", null}) {
            assertThrows(IllegalArgumentException.class, () -> Notation.of(letter));
        }
    }
}
