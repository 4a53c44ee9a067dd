package org.chainrule.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyRandomTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE})
    void refusesSeedsThatNumpyRefuses(long seed) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> NumpyRandom.seed(seed));
        assertTrue(e.getMessage().contains("seed " + seed + " is outside 0 to 4294967295"), e.getMessage());
    }

    @Test
    void matricesAreDrawnRowByRow() {
        NumpyRandom random = NumpyRandom.seed(5);
        NumpyRandom oneByOne = NumpyRandom.seed(5);
        SimpleMatrix uniform = random.rand(2, 3);
        SimpleMatrix normal = random.randn(3, 2);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                assertEquals(oneByOne.rand(), uniform.get(row, column));
            }
        }
        for (int row = 0; row < 3; row++) {
            assertEquals(oneByOne.randn(), normal.get(row, 0));
            assertEquals(oneByOne.randn(), normal.get(row, 1));
        }
        assertEquals(oneByOne.randn(), random.randn());
    }

    @Test
    void aCopyHasTheSameFutureAndIsIndependent() {
        NumpyRandom random = NumpyRandom.seed(9);
        random.rand(20, 20);
        random.randn();
        NumpyRandom copy = random.copy();
        double[] future = {random.randn(), random.rand(), random.randn()};
        assertArrayEquals(future, new double[] {copy.randn(), copy.rand(), copy.randn()});
        copy.rand(100, 7);
        NumpyRandom again = NumpyRandom.seed(9);
        again.rand(20, 20);
        again.randn();
        again.randn();
        again.rand();
        again.randn();
        assertEquals(again.rand(), random.rand());
    }

    @Test
    void aGeneratorCanGoBackToTheStateOfAnother() {
        NumpyRandom random = NumpyRandom.seed(9);
        random.randn();
        NumpyRandom kept = random.copy();
        double[] future = {random.randn(), random.rand(), random.randn()};
        random.rand(20, 40);
        random.takeStateOf(kept);
        assertArrayEquals(future, new double[] {random.randn(), random.rand(), random.randn()});
    }

    @Test
    void nothingCanBeDrawnToo() {
        NumpyRandom random = NumpyRandom.seed(9);
        assertEquals(0, random.permutation(0).length);
        assertEquals(0, random.randint(0, 5, 0).length);
        assertEquals(NumpyRandom.seed(9).rand(), random.rand());
    }

    @Test
    void randintStaysInItsRangeAndReachesBothEnds() {
        int[] values = NumpyRandom.seed(3).randint(-3, 4, 1000);
        assertEquals(-3, Arrays.stream(values).min().getAsInt());
        assertEquals(3, Arrays.stream(values).max().getAsInt());
        NumpyRandom random = NumpyRandom.seed(3);
        assertArrayEquals(
                values, IntStream.range(0, 1000).map(i -> random.randint(-3, 4)).toArray());
    }

    @Test
    void aRangeOfOneValueDrawsNothing() {
        NumpyRandom random = NumpyRandom.seed(3);
        assertEquals(7, random.randint(7, 8));
        assertEquals(NumpyRandom.seed(3).rand(), random.rand());
    }

    @Test
    void doublesAreShuffledAsIntegersAre() {
        double[] values = IntStream.range(0, 50).asDoubleStream().toArray();
        NumpyRandom.seed(8).shuffle(values);
        int[] order = NumpyRandom.seed(8).permutation(50);
        assertArrayEquals(Arrays.stream(order).asDoubleStream().toArray(), values);
        assertEquals(50, Arrays.stream(order).distinct().count());
    }

    @Test
    void refusesRangesAndSizesThatMakeNoSense() {
        NumpyRandom random = NumpyRandom.seed(0);
        Exception e = assertThrows(IllegalArgumentException.class, () -> random.randint(4, 4));
        assertEquals("There is no integer from 4 up to but not including 4: make high larger.", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> random.rand(-1, 2));
        assertEquals("rows is -1, but a size is 0 or more.", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> random.randn(1, -2));
        assertThrows(IllegalArgumentException.class, () -> random.randint(0, 2, -1));
        assertThrows(IllegalArgumentException.class, () -> random.permutation(-1));
        assertEquals(NumpyRandom.seed(0).rand(), random.rand());
    }
}
