package org.chainrule.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ScalerTest {
    private static final Dataset DATA = Dataset.of(
                    new double[][] {{2, 0.1, 1_000}, {4, 0.1, 3_000}, {4, 0.1, 2_000}, {6, 0.1, 2_000}},
                    new double[][] {{0}, {1}, {0}, {1}})
            .named(List.of("length", "always", "weight"), List.of("good"));

    @Test
    void meanAndDeviationAreNumPys() {
        Scaler scaler = Scaler.standardize(DATA);
        assertArrayEquals(new double[] {4, 0.1, 2_000}, scaler.mean());
        assertArrayEquals(new double[] {Math.sqrt(2), 1, 1_000 * Math.sqrt(0.5)}, scaler.std(), 1e-12);
        Dataset scaled = scaler.apply(DATA);
        assertEquals(-2 / Math.sqrt(2), scaled.inputs().get(0, 0), 1e-15);
        for (int column : new int[] {0, 2}) {
            SimpleMatrix x = scaled.inputs().getColumn(column);
            assertEquals(0, x.elementSum(), 1e-14);
            assertEquals(4, x.dot(x), 1e-14);
        }
    }

    @Test
    void targetsAndNamesStay() {
        Dataset scaled = Scaler.standardize(DATA).apply(DATA);
        assertTrue(DATA.targets().isIdentical(scaled.targets(), 0));
        assertEquals(DATA.inputNames(), scaled.inputNames());
        assertEquals(DATA.targetNames(), scaled.targetNames());
        Dataset unnamed = Dataset.of(DATA.inputs(), DATA.targets());
        assertFalse(Scaler.standardize(unnamed).apply(unnamed).hasInputNames());
    }

    /** 0.1 is no exact binary number, and its mean by adding up would not be 0.1. */
    @Test
    void anInputThatNeverChangesBecomesExactlyZero() {
        SimpleMatrix scaled = Scaler.standardize(DATA).apply(DATA.inputs());
        for (int row = 0; row < 4; row++) {
            assertEquals(0, scaled.get(row, 1));
        }
    }

    @Test
    void whatItWasFittedOnIsWhatItTakes() {
        Scaler scaler = Scaler.standardize(DATA);
        Dataset other = DATA.named(List.of("length", "weight", "always"), List.of("good"));
        String words =
                assertThrows(ShapeException.class, () -> scaler.apply(other)).getMessage();
        assertTrue(words.contains("in the same order"), words);
        assertThrows(ShapeException.class, () -> scaler.apply(new SimpleMatrix(2, 2)));
        assertThrows(IllegalArgumentException.class, () -> scaler.apply((SimpleMatrix) null));
        assertThrows(IllegalArgumentException.class, () -> Scaler.standardize(null));
    }

    @Test
    void numbersTooLargeToSquareAreNamed() {
        Dataset huge = Dataset.of(new double[][] {{1, 1e200}, {2, -1e200}}, new double[][] {{0}, {1}});
        String words = assertThrows(DataException.class, () -> Scaler.standardize(huge))
                .getMessage();
        assertTrue(words.startsWith("inputs, column x₁: the numbers are too large"), words);
    }

    @Test
    void keptNumbersMakeTheSameScaler() {
        Scaler scaler = Scaler.standardize(DATA);
        Scaler kept = Scaler.of(scaler.mean(), scaler.std());
        assertEquals(scaler, kept);
        assertEquals(scaler.hashCode(), kept.hashCode());
        Scaler other = Scaler.of(scaler.mean(), new double[] {1, 1, 1});
        assertNotEquals(scaler, other);
        assertNotEquals(scaler.hashCode(), other.hashCode());
        assertThrows(ShapeException.class, () -> Scaler.of(new double[] {1}, new double[] {1, 1}));
        assertThrows(DataException.class, () -> Scaler.of(new double[] {1}, new double[] {0}));
        assertThrows(DataException.class, () -> Scaler.of(new double[] {Double.NaN}, new double[] {1}));
    }

    @Test
    void nobodyChangesItFromOutside() {
        Scaler scaler = Scaler.standardize(DATA);
        scaler.mean()[0] = 99;
        scaler.std()[0] = 99;
        assertEquals(4, scaler.mean()[0]);
        assertEquals("Scaler[3 inputs, (x − mean) / std]", scaler.toString());
    }
}
