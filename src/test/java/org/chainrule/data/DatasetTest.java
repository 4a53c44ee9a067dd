package org.chainrule.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ejml.data.MatrixType;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetTest {
    private static final double[][] ONE = {{1}};

    @Test
    void xorIsTheTruthTable() {
        Dataset xor = Datasets.xor();
        for (int i = 0; i < 4; i++) {
            assertEquals((int) xor.inputs().get(i, 0) ^ (int) xor.inputs().get(i, 1), (int)
                    xor.targets().get(i, 0));
        }
    }

    @Test
    void threeSamplesAreSourceBsArrays() {
        assertEquals(5.0 / 9.0, Datasets.threeSamples().inputs().get(1, 1));
        assertEquals(2.3 / 2.9, Datasets.threeSamples().targets().get(1, 0));
    }

    @Test
    void oneHotWritesAClassAsARow() {
        Dataset classes = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{2}, {0}, {1}});
        assertEquals(
                Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}),
                classes.oneHot(3));
    }

    /** The least and the greatest are those that the repository's description gives, rounded as there. */
    @Test
    void winesAreThoseOfTheRepository() {
        List<String[]> rows =
                Datasets.wineCsv().lines().map(line -> line.split(",")).toList();
        assertEquals(179, rows.size());
        assertEquals("proline", rows.get(0)[12]);
        Map<String, Long> kinds =
                rows.stream().skip(1).collect(Collectors.groupingBy(row -> row[13], Collectors.counting()));
        assertEquals(Map.of("Barolo", 59L, "Grignolino", 71L, "Barbera", 48L), kinds);
        double[][] extremes = {
            {11.0, 14.8},
            {0.74, 5.80},
            {1.36, 3.23},
            {10.6, 30.0},
            {70, 162},
            {0.98, 3.88},
            {0.34, 5.08},
            {0.13, 0.66},
            {0.41, 3.58},
            {1.3, 13.0},
            {0.48, 1.71},
            {1.27, 4.00},
            {278, 1680}
        };
        for (int column = 0; column < extremes.length; column++) {
            int c = column;
            DoubleSummaryStatistics numbers = rows.stream()
                    .skip(1)
                    .mapToDouble(row -> Double.parseDouble(row[c]))
                    .summaryStatistics();
            assertEquals(extremes[c][0], numbers.getMin(), 0.05, rows.get(0)[c]);
            assertEquals(extremes[c][1], numbers.getMax(), 0.05, rows.get(0)[c]);
        }
    }

    /** The counts of classes are those of the test set in the repository's description. */
    @Test
    void digitsAreTheTestSetOfTheRepository() {
        Dataset digits = Datasets.digits();
        assertEquals(1797, digits.size());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), digits.targetNames());
        assertEquals("row 7 column 7", digits.inputNames().get(63));
        int[] counts = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};
        for (int k = 0; k < 10; k++) {
            assertEquals(counts[k], digits.targets().getColumn(k).elementSum());
        }
        SimpleMatrix sixteenths = digits.inputs().scale(16);
        assertEquals(16, sixteenths.elementMax());
        assertEquals(0, sixteenths.elementMin());
        assertEquals(5, sixteenths.get(0, 2), "the first line begins 0,0,5,13");
        assertEquals(13, sixteenths.get(0, 3));
        assertEquals(0, sixteenths.getDDRM().data[64 * 1797 - 1] % 1);
    }

    private static Dataset flowers() {
        return Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[][] {{2}, {0}, {1}})
                .named(List.of("length", "width"), List.of("species"));
    }

    @Test
    void columnsHaveTheNamesThatAreGivenOrNumbers() {
        assertEquals(List.of("length", "width"), flowers().inputNames());
        assertEquals(List.of("species"), flowers().targetNames());
        assertEquals(
                "Dataset[3 samples, 2 inputs (length, width), 1 target (species)]",
                flowers().toString());
        assertEquals(List.of("x₀", "x₁"), Datasets.xor().inputNames());
        assertEquals(List.of("y₀"), Datasets.xor().targetNames());
        assertFalse(Datasets.xor().hasTargetNames() || Datasets.xor().hasInputNames());
        assertTrue(flowers().hasTargetNames() && flowers().hasInputNames());
        Dataset wide = Dataset.of(new SimpleMatrix(1, 12), new SimpleMatrix(1, 1));
        assertEquals("x₁₁", wide.inputNames().get(11));
        assertNotEquals(Datasets.xor(), Datasets.xor().named(List.of("a", "b"), List.of("c")));
    }

    @Test
    void namesOfClassesAreThoseOfTheTargets() {
        Dataset data = flowers().oneHot(List.of("setosa", "versicolor", "virginica"));
        assertEquals(List.of("length", "width"), data.inputNames());
        assertEquals(List.of("setosa", "versicolor", "virginica"), data.classNames());
        assertEquals(flowers().oneHot(3).targets().get(0, 2), data.targets().get(0, 2));
        assertEquals(
                List.of("class 0", "class 1", "class 2"), flowers().oneHot(3).classNames());
        assertEquals(List.of("not species", "species"), flowers().classNames());
        assertEquals(List.of("class 0", "class 1"), Datasets.xor().classNames());
    }

    @Test
    void namesThatDoNotFitAreRefused() {
        Dataset xor = Datasets.xor();
        assertEquals(
                "there are 1 names [a], but 2 inputs; give every input one",
                assertThrows(ShapeException.class, () -> xor.named(List.of("a"), List.of("y")))
                        .getMessage());
        assertEquals(
                "two inputs are named \"a\"; give each one a name of its own",
                assertThrows(IllegalArgumentException.class, () -> xor.named(List.of("a", "a"), List.of("y")))
                        .getMessage());
        assertEquals(
                "the name of an input is blank; give each one a name",
                assertThrows(IllegalArgumentException.class, () -> xor.named(List.of("a", " "), List.of("y")))
                        .getMessage());
        assertEquals(
                "no name of a target: null was given",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> xor.named(List.of("a", "b"), Arrays.asList((String) null)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> xor.named(null, List.of("y")));
        assertThrows(IllegalArgumentException.class, () -> xor.oneHot(List.of()));
        assertThrows(DataException.class, () -> flowers().oneHot(List.of("a", "b")));
    }

    @Test
    void rowsAreTakenWithTheirNames() {
        Dataset two = flowers().rows(1, 3);
        assertEquals(
                Dataset.of(new double[][] {{3, 4}, {5, 6}}, new double[][] {{0}, {1}})
                        .named(List.of("length", "width"), List.of("species")),
                two);
        assertEquals(two.rows(0, 1), flowers().take(1));
        assertEquals(
                new SimpleMatrix(new double[][] {{5, 6}, {1, 2}, {5, 6}}).toString(),
                flowers().take(2, 0, 2).inputs().toString());
        assertEquals(
                "there is no row 3; the rows count from 0 to 2",
                assertThrows(IndexOutOfBoundsException.class, () -> flowers().take(0, 3))
                        .getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> flowers().rows(-1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> flowers().rows(0, 4));
        assertThrows(DataException.class, () -> flowers().rows(2, 1));
        assertThrows(DataException.class, () -> flowers().take());
        assertThrows(IllegalArgumentException.class, () -> flowers().take((int[]) null));
    }

    @Test
    void columnsOfOtherSamplesMustBeTheSame() {
        Dataset other = flowers().named(List.of("width", "length"), List.of("species"));
        assertEquals(
                "the inputs of the test part are [width, length], but [length, width] are needed; take the same columns"
                        + " for both, in the same order",
                assertThrows(ShapeException.class, () -> flowers().requireSameColumns("the test part", other))
                        .getMessage());
        assertEquals(
                "the test part has 3 targets, but 1 is needed; take the same columns for both",
                assertThrows(
                                ShapeException.class,
                                () -> flowers()
                                        .requireSameColumns(
                                                "the test part", flowers().oneHot(3)))
                        .getMessage());
        Datasets.xor().requireSameColumns("the test part", flowers());
    }

    @ParameterizedTest
    @CsvSource({"3, 3.0", "-1, -1.0", "0.5, 0.5"})
    void whatIsNoClassIsNamed(double number, String printed) {
        Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{0}, {number}});
        DataException error = assertThrows(DataException.class, () -> data.oneHot(3));
        assertEquals(
                "targets, row 1: " + printed + " is not the number of a class; 3 classes are numbered from 0 to 2",
                error.getMessage());
    }

    @Test
    void oneHotNeedsOneNumberASample() {
        Dataset rows = Datasets.xor().oneHot(2);
        ShapeException error = assertThrows(ShapeException.class, () -> rows.oneHot(2));
        assertEquals(
                "a class is one number, but a target has 2; give targets n×1 that hold the numbers of classes",
                error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Datasets.xor().oneHot(0));
    }

    @Test
    void ofManyNamesTheFirstSixAreShown() {
        Dataset six = Dataset.of(new SimpleMatrix(2, 6), new SimpleMatrix(2, 1))
                .named(List.of("a", "b", "c", "d", "e", "f"), List.of("y"));
        assertEquals("Dataset[2 samples, 6 inputs (a, b, c, d, e, f), 1 target (y)]", six.toString());
        Dataset seven = Dataset.of(new SimpleMatrix(2, 7), new SimpleMatrix(2, 1))
                .named(List.of("a", "b", "c", "d", "e", "f", "g"), List.of("y"));
        assertEquals("Dataset[2 samples, 7 inputs (a, b, c, d, e, f, …), 1 target (y)]", seven.toString());
    }

    @Test
    void equalSamplesHaveTheSameHash() {
        assertEquals(Datasets.xor().hashCode(), Datasets.xor().hashCode());
        assertNotEquals(Datasets.xor().hashCode(), Datasets.xor().rows(0, 3).hashCode());
    }

    @Test
    void whatComesOutIsACopy() {
        Dataset data = Datasets.singleSample();
        data.inputs().set(0, 0, 99);
        assertEquals(Datasets.singleSample(), data);
    }

    @Test
    void raggedRowsAreNamed() {
        ShapeException error = assertThrows(
                ShapeException.class, () -> Dataset.of(new double[][] {{1, 2}, {3}}, new double[][] {{1}, {2}}));
        assertEquals("inputs: row 1 has 1 numbers, but row 0 has 2; give every row as many", error.getMessage());
    }

    @Test
    void inputsAndTargetsMustBeAsMany() {
        ShapeException error = assertThrows(ShapeException.class, () -> Dataset.of(new double[][] {{1}, {2}}, ONE));
        assertEquals("inputs have 2 rows, but targets have 1; every sample needs one row of each", error.getMessage());
    }

    @Test
    void notANumberIsNamedWithItsPlace() {
        DataException error =
                assertThrows(DataException.class, () -> Dataset.of(new double[][] {{1, Double.NaN}}, ONE));
        assertEquals("inputs, row 0, column 1: nan is not a number to compute with", error.getMessage());
        assertThrows(DataException.class, () -> Dataset.of(ONE, new double[][] {{Double.POSITIVE_INFINITY}}));
    }

    @Test
    void emptyAndMissingDataAreRefused() {
        assertThrows(DataException.class, () -> Dataset.of(new double[0][], ONE));
        assertThrows(DataException.class, () -> Dataset.of(new double[][] {{}}, ONE));
        assertThrows(DataException.class, () -> Dataset.of(new SimpleMatrix(0, 2), new SimpleMatrix(0, 1)));
        assertThrows(IllegalArgumentException.class, () -> Dataset.of((double[][]) null, ONE));
        assertThrows(IllegalArgumentException.class, () -> Dataset.of(new double[][] {null}, ONE));
    }

    @Test
    void matricesOfOtherKindsAreRefused() {
        SimpleMatrix floats = new SimpleMatrix(1, 1, MatrixType.FDRM);
        assertThrows(DataException.class, () -> Dataset.of(floats, new SimpleMatrix(ONE)));
    }
}
