package org.chainrule.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chainrule.explain.Verdict;
import org.chainrule.sources.a.SourceA;
import org.chainrule.sources.c.SourceC;
import org.chainrule.sources.e.SourceE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrataTest {
    static Stream<Errata> everySource() {
        return Stream.of(SourceA.errata(), SourceC.errata(), SourceE.errata());
    }

    static Stream<Erratum> everyGradientThatIsSpoilt() {
        return everySource().flatMap(errata -> errata.list().stream()).filter(Erratum::spoilsAGradient);
    }

    /** The negative controls: the gradient check rejects what is printed, and accepts the repair. */
    @ParameterizedTest
    @MethodSource("everyGradientThatIsSpoilt")
    void theGradientCheckRejectsTheMistakeAndAcceptsTheRepair(Erratum mistake) {
        assertEquals(Verdict.WRONG, mistake.control().ofPrinted().verdict());
        assertEquals(Verdict.RIGHT, mistake.control().ofRepaired().verdict());
        assertTrue(mistake.verdict().startsWith("wrong: "), mistake.verdict());
    }

    @ParameterizedTest
    @MethodSource("everySource")
    void mistakesAreNumberedAndNoCellIsEmpty(Errata errata) {
        Set<String> lines = new HashSet<>();
        int number = 0;
        for (Erratum mistake : errata.list()) {
            assertEquals(++number, mistake.number());
            assertFalse(mistake.line().isBlank() || mistake.wrong().isBlank());
            assertFalse(mistake.repair().isBlank());
            assertTrue(lines.add(mistake.line()), mistake.line());
        }
        assertTrue(errata.toString().contains(": " + number + ", of which "), errata.toString());
        assertEquals(number, errata.cells().size());
    }

    @Test
    void aControlWithoutItsMistakeIsRefused() {
        NegativeControl control = SourceA.errata().list().get(7).control();
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> Errata.of(Source.A, Map.of(8, control, 99, control)));
        assertTrue(refusal.getMessage().contains("[99]"), refusal.getMessage());
        assertEquals(List.of("number", "as printed"), SourceA.errata().columns().subList(0, 2));
    }
}
