package org.chainrule.explain;

import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.DataException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Measure;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final Dataset PETS = Dataset.of(
                    new double[][] {{0}, {1}, {2}, {3}, {4}, {5}}, new double[][] {{0}, {0}, {0}, {1}, {1}, {2}})
            .oneHot(List.of("cat", "dog", "eel"));
    private static final SimpleMatrix SAID = new SimpleMatrix(new double[][] {
        {0.8, 0.1, 0.1}, {0.3, 0.6, 0.1}, {0.5, 0.4, 0.1}, {0.9, 0.1, 0.0}, {0.2, 0.5, 0.3}, {0.1, 0.7, 0.2}
    });

    @Test
    void countsAreOfClassesByWhatWasSaid() {
        ConfusionMatrix matrix = ConfusionMatrix.ofOutputs(SAID, PETS);
        assertArrayEquals(new int[][] {{2, 1, 0}, {1, 1, 0}, {0, 1, 0}}, matrix.counts());
        assertEquals(1, matrix.count(2, 1));
        assertEquals(6, matrix.samples());
        assertEquals(3, matrix.right());
        assertEquals(0.5, matrix.accuracy());
        assertEquals(2 / 3.0, matrix.recall(0));
        assertEquals(1 / 3.0, matrix.precision(1));
        assertTrue(Double.isNaN(matrix.precision(2)));
        matrix.counts()[0][0] = 99;
        assertEquals(2, matrix.count(0, 0), "what comes out is a copy");
    }

    @Test
    void asATableItHasRecallAndPrecision() {
        ConfusionMatrix matrix = ConfusionMatrix.ofOutputs(SAID, PETS);
        assertEquals(List.of("class", "said cat", "said dog", "said eel", "recall", "precision"), matrix.columns());
        assertEquals(List.of("dog", 1, 1, 0, 0.5, 1 / 3.0), matrix.cells().get(1));
        assertNull(matrix.cells().get(2).get(5));
        assertEquals("Confusion matrix: 3 of 6 right, accuracy 0.5", matrix.toString());
    }

    @Test
    void mistakesSayWhatWasSaidAndHowSurely() {
        Mistakes mistakes = ConfusionMatrix.ofOutputs(SAID, PETS).mistakes();
        assertEquals(
                List.of(
                        new Mistake(1, "cat", "dog", 0.6),
                        new Mistake(3, "dog", "cat", 0.9),
                        new Mistake(5, "eel", "dog", 0.7)),
                mistakes.all());
        assertArrayEquals(new int[] {3, 5, 1}, mistakes.surestFirst().samples());
        assertEquals(List.of("cat, said dog", "dog, said cat", "eel, said dog"), mistakes.captions());
        assertEquals(List.of(3, "dog", "cat", 0.9), mistakes.cells().get(1));
        assertEquals("3 of 6 samples told wrong", mistakes.toString());
        List<Mistake> iterated = new ArrayList<>();
        mistakes.forEach(iterated::add);
        assertEquals(mistakes.size(), iterated.size());
    }

    @Test
    void oneOutputTellsTwoClassesApart() {
        SimpleMatrix said = new SimpleMatrix(new double[][] {{0.2}, {0.5}, {0.1}, {0.6}});
        Dataset data = Datasets.xor().named(List.of("a", "b"), List.of("odd"));
        ConfusionMatrix matrix = ConfusionMatrix.ofOutputs(said, data);
        assertEquals(List.of("not odd", "odd"), matrix.classes());
        assertArrayEquals(new int[][] {{1, 1}, {1, 1}}, matrix.counts());
        assertEquals(
                List.of(new Mistake(2, "odd", "not odd", 0.9), new Mistake(3, "not odd", "odd", 0.6)),
                matrix.mistakes().all());
    }

    @Test
    void accuracyIsThatOfTheMeasure() {
        NumpyRandom random = NumpyRandom.seed(4);
        SimpleMatrix X = random.randn(200, 3);
        SimpleMatrix numbers = new SimpleMatrix(200, 1);
        for (int i = 0; i < 200; i++) {
            numbers.set(i, 0, random.randint(0, 4));
        }
        Dataset data = Dataset.of(X, numbers).oneHot(4);
        History run = Trainer.of(Loss.crossEntropy(), Optimizer.sgd(0.5))
                .epochs(30)
                .report(Measure.accuracy())
                .fit(Network.inputs(3).dense(4, SOFTMAX).initialize(Initializer.he(), random), data);
        ConfusionMatrix matrix = ConfusionMatrix.of(run.network(), data);
        assertEquals(run.measure("accuracy")[30], matrix.accuracy());
        assertEquals(200 - matrix.right(), matrix.mistakes().size());
    }

    @Test
    void whatIsNoClassIsRefusedInWords() {
        Dataset shares = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{1}, {0.3}});
        assertEquals(
                "targets, row 1: 0.3 is no class; a single output is asked for no or yes, 0 or 1",
                assertThrows(DataException.class, () -> ConfusionMatrix.ofOutputs(new SimpleMatrix(2, 1), shares))
                        .getMessage());
        Dataset both = Dataset.of(new double[][] {{1}}, new double[][] {{1, 1}});
        assertEquals(
                "targets, row 0: [1. 1.] is no class; one of the numbers must be the largest, as in rows of"
                        + " Dataset.oneHot",
                assertThrows(DataException.class, () -> ConfusionMatrix.ofOutputs(new SimpleMatrix(1, 2), both))
                        .getMessage());
        assertEquals(
                "the outputs are 6×2, but the targets 6×3; give an output for every target",
                assertThrows(ShapeException.class, () -> ConfusionMatrix.ofOutputs(new SimpleMatrix(6, 2), PETS))
                        .getMessage());
        SimpleMatrix broken = SAID.copy();
        broken.set(2, 1, Double.NaN);
        assertThrows(DataException.class, () -> ConfusionMatrix.ofOutputs(broken, PETS));
        Network two = Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(0));
        assertThrows(ShapeException.class, () -> ConfusionMatrix.of(two, PETS));
        assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(null, PETS));
        assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(two, null));
    }
}
