package org.chainrule.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
