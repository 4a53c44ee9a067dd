package org.chainrule.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproductionTest {
    private static Reproduced compare(String published, double ours, String printed) {
        return Reproduced.compare(new PublishedNumber("A", "test", 1, "loss", published), ours, printed, "libm");
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 0.25, 2",
        "0.5651, 0.56512, 4",
        "0.5651, 0.5662, 2",
        "1.5125731778394313e-13, 1.5125731784500688e-13, 9",
        "100, 99.9, 1",
        "0.3, -0.3, 0",
        "0.3, NaN, 0"
    })
    void digitsThatAgreeAreCounted(String published, double ours, int digits) {
        assertEquals(digits, Agreement.digits(published, ours));
    }

    @Test
    void verdicts() {
        assertEquals("exact", compare("0.25", 0.25, "0.25").verdict());
        assertEquals("close(5)", compare("0.56512", 0.5651249, "0.5651249").verdict());
        assertEquals("unexplained", compare("0.56512", 0.57, "0.57").verdict());
    }

    @Test
    void worseIsFewerDigitsOrAWeakerWord() {
        Reproduced close = compare("0.56512", 0.5651249, "0.5651249");
        assertTrue(close.isWorseThan(Agreement.EXACT, 0));
        assertTrue(close.isWorseThan(Agreement.CLOSE, 6));
        assertFalse(close.isWorseThan(Agreement.CLOSE, 5));
        assertFalse(close.isWorseThan(Agreement.QUALITATIVE, 0));
    }

    @Test
    void storedVerdictsHold() {
        assertEquals(List.of(), Reproduction.all().worse());
        assertEquals(List.of(), Reproduction.all().unstored());
        assertEquals(List.of(), Reproduction.all().changed());
    }

    @Test
    void aVerdictThatGotWorseIsNamed() {
        Reproduction reproduction = Reproduction.all();
        String better = reproduction.toTable().replace("close(", "close(9");
        List<String> sentences = reproduction.worse(better.lines().toList());
        assertEquals(
                reproduction.rows().stream()
                        .filter(row -> row.agreement() == Agreement.CLOSE)
                        .count(),
                sentences.size());
        assertTrue(sentences.get(0).contains("was close(9"), sentences.get(0));
    }

    /** Also one beyond the digits that agree, where the verdict would stay the same. */
    @Test
    void aPublishedDigitThatWasChangedIsNamed() {
        Reproduction reproduction = Reproduction.of("A");
        String changed = reproduction.toTable().replace("\t1.894709489296153e-16\t", "\t1.894709489296154e-16\t");
        List<String> sentences = reproduction.worse(changed.lines().toList());
        assertEquals(1, sentences.size());
        assertTrue(sentences.get(0).contains("A training, after 481 updates: loss was printed 1.894709489296154e-16"));
    }

    /** Also where the source prints so few digits that the verdict stays the same. */
    @Test
    void aNumberOfOursThatDriftsIsNamed() {
        Reproduction reproduction = Reproduction.of("A");
        assertEquals(List.of(), reproduction.changed());
        String other = reproduction.toTable().replace("\t0.24512972232356076\t", "\t0.2451297223235607\t");
        List<String> sentences = reproduction.changed(other.lines().toList());
        assertEquals(
                List.of("A untrained, after 0 updates: prediction: ours was 0.2451297223235607 and is now"
                        + " 0.24512972232356076"),
                sentences);
        assertEquals(List.of(), reproduction.worse(other.lines().toList()));
    }

    @Test
    void aSourceWithoutNumbersIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Reproduction.of("C"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Reproduction.of("F"))
                .getMessage()
                .contains("[A, B, C, D, E]"));
    }

    @Test
    void whatTheSourceContradictsIsNotCalledUnexplained() {
        Printout printout = new Printout("D");
        PublishedNumber.of("D")
                .forEach(number -> printout.contradiction(number.series(), number.updates(), number.quantity(), 0.346));
        List<Reproduced> rows = printout.besidePublished((number, ours) -> "printed otherwise");
        assertTrue(rows.stream().allMatch(row -> row.verdict().equals("contradicted")));
        assertThrows(IllegalStateException.class, () -> new Printout("D").besidePublished((number, ours) -> ""));
    }

    @Test
    void aNumberWithoutAStoredVerdictIsNamed() {
        List<String> sentences = Reproduction.all().unstored(List.of());
        assertEquals(Reproduction.all().rows().size(), sentences.size());
        assertTrue(sentences.get(0).contains("no stored verdict yet"));
    }
}
