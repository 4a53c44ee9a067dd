package org.chainrule.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
    /** Samples whose input is the number of their row, and whose class is that number modulo 3. */
    private static Dataset numbered(int n) {
        double[][] rows = IntStream.range(0, n).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        double[][] classes =
                IntStream.range(0, n).mapToObj(i -> new double[] {i % 3}).toArray(double[][]::new);
        return Dataset.of(rows, classes).named(List.of("row"), List.of("rest"));
    }

    private static int[] rowsOf(Dataset part) {
        return Arrays.stream(part.inputs().getDDRM().data)
                .mapToInt(x -> (int) x)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "1797, 0.6, 0.2, 0.2, 1078, 360, 359",
        "150, 0.6, 0.2, 0.2, 90, 30, 30",
        "10, 0.7, 0.15, 0.15, 7, 2, 1",
        "3, 0.33, 0.33, 0.34, 1, 1, 1",
        "7, 0.4, 0.3, 0.3, 3, 2, 2"
    })
    void everyRowIsInOnePart(int n, double a, double b, double c, int train, int validation, int test) {
        Split split = numbered(n).split(4, a, b, c);
        assertEquals(train, split.train().size());
        assertEquals(validation, split.validation().size());
        assertEquals(test, split.test().size());
        int[] all = Stream.of(split.train(), split.validation(), split.test())
                .flatMapToInt(part -> Arrays.stream(rowsOf(part)))
                .toArray();
        assertArrayEquals(NumpyRandom.seed(4).permutation(n), all);
        assertEquals(List.of("row"), split.test().inputNames());
    }

    @Test
    void twoPartsHaveNoValidation() {
        Split split = numbered(10).split(0, 0.8, 0.2);
        assertArrayEquals(Arrays.copyOf(NumpyRandom.seed(0).permutation(10), 8), rowsOf(split.train()));
        assertEquals(2, split.test().size());
        IllegalStateException error = assertThrows(IllegalStateException.class, split::validation);
        assertTrue(error.getMessage().contains("split(0, 0.6, 0.2, 0.2)"), error.getMessage());
    }

    @Test
    void theSeedDecides() {
        Dataset data = numbered(50);
        assertEquals(data.split(7, 0.5, 0.5).test(), data.split(7, 0.5, 0.5).test());
        assertNotEquals(data.split(7, 0.5, 0.5).test(), data.split(8, 0.5, 0.5).test());
    }

    @Test
    void sharesThatMakeNoPartsAreRefused() {
        Dataset data = numbered(4);
        assertEquals(
                "the shares [0.6 0.6] sum to 1.2; make them sum to 1",
                assertThrows(IllegalArgumentException.class, () -> data.split(0, 0.6, 0.6))
                        .getMessage());
        assertEquals(
                "the share of the test part must be a positive number, but is 0.0",
                assertThrows(IllegalArgumentException.class, () -> data.split(0, 1, 0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> data.split(0, 0.5, 0.7, -0.2));
        assertThrows(IllegalArgumentException.class, () -> data.split(0, Double.NaN, 0.5));
        assertThrows(IllegalArgumentException.class, () -> data.split(-1, 0.5, 0.5));
        assertEquals(
                "the validation part, 0.1 of 4 samples, would be empty; give it a larger share, or more samples",
                assertThrows(DataException.class, () -> data.split(0, 0.5, 0.1, 0.4))
                        .getMessage());
        assertThrows(DataException.class, () -> data.rows(0, 1).split(0, 0.5, 0.5));
    }

    @Test
    void asATableItCountsTheClasses() {
        Split split = numbered(30).oneHot(List.of("a", "b", "c")).split(1, 0.6, 0.2, 0.2);
        assertEquals(List.of("part", "samples", "of a", "of b", "of c"), split.columns());
        for (int k = 2; k < 5; k++) {
            int column = k;
            assertEquals(
                    10,
                    split.cells().stream()
                            .mapToInt(row -> (int) row.get(column))
                            .sum());
        }
        assertEquals(List.of("part", "samples"), numbered(30).split(1, 0.5, 0.5).columns(), "rests are not classes");
        Split xor = Datasets.xor().split(3, 0.75, 0.25);
        assertEquals("Split by seed 3 into 2 parts", xor.toString());
        assertEquals(List.of("part", "samples", "of class 0", "of class 1"), xor.columns());
        int ones = (int) xor.train().targets().elementSum();
        assertEquals(List.of("train", 3, 3 - ones, ones), xor.cells().get(0));
        assertEquals(List.of("test", 1, ones - 1, 2 - ones), xor.cells().get(1));
        Dataset both = Dataset.of(new SimpleMatrix(2, 1), SimpleMatrix.ones(2, 2));
        assertEquals(2, both.split(0, 0.5, 0.5).columns().size(), "two classes at once are none");
    }
}
