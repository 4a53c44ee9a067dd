package org.chainrule.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    private static List<String> labels(Ticks ticks) {
        return IntStream.rangeClosed(0, (int) Math.floor(ticks.last()))
                .mapToObj(ticks::label)
                .toList();
    }

    @Test
    void ticksAreRoundNumbers() {
        assertEquals(List.of("0", "0.1", "0.2", "0.3"), labels(Ticks.linear(new Range(0, 0.3), 4)));
        assertEquals(List.of("-20", "0", "20"), labels(Ticks.linear(new Range(-23, 35), 3)));
        assertEquals(List.of("0", "50000", "100000"), labels(Ticks.linear(new Range(0, 120_000), 4)));
        assertEquals(List.of("2e-17", "4e-17"), labels(Ticks.linear(new Range(1e-17, 5e-17), 3)));
    }

    @Test
    void decadesAreWholePowersOfTen() {
        assertEquals(List.of("10⁻¹", "10⁰"), labels(Ticks.decades(new Range(-1, 0), 9)));
        assertEquals(List.of("10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "10⁰"), labels(Ticks.decades(new Range(-17, 0), 4)));
        assertEquals(List.of("10⁰", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰"), labels(Ticks.decades(new Range(0, 307), 4)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-17, 3", "1e-300, 3e-300", "-1e307, 1e307", "123456, 123457", "0.69313, 0.69315"})
    void thereAreEnoughAndNotTooMany(double min, double max) {
        Ticks ticks = Ticks.linear(new Range(min, max), 8);
        int count = labels(ticks).size();
        assertTrue(count >= 3 && count <= 9, count + " ticks");
        assertEquals(count, labels(ticks).stream().distinct().count());
    }
}
