package org.chainrule.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.chainrule.data.DataException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.explain.XorEnding.Kind;
import org.chainrule.network.Activation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XorEndingTest {
    private static final Trainer TRAINER = Trainer.of(Loss.squaredError(), Optimizer.sgd(0.1));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.00  | 0.99  | 0.99  | 0.01  | solved",
                "0.24  | 0.76  | 0.76  | 0.24  | solved",
                "0.003 | 0.504 | 0.996 | 0.497 | two at ½: (0, 1), (1, 1)",
                "0.003 | 0.386 | 0.992 | 0.389 | two at ½: (0, 1), (1, 1)",
                "0.50  | 0.50  | 0.99  | 0.01  | two at ½: (0, 0), (0, 1)",
                "0.01  | 0.66  | 0.67  | 0.66  | three at ⅔ or ⅓: (0, 1), (1, 0), (1, 1)",
                "0.34  | 0.33  | 0.97  | 0.34  | three at ⅔ or ⅓: (0, 0), (0, 1), (1, 1)",
                "0.50  | 0.51  | 0.49  | 0.50  | all at ½: (0, 0), (0, 1), (1, 0), (1, 1)",
                "0.01  | 0.99  | 0.01  | 0.01  | sure and wrong",
                "0.35  | 0.81  | 0.56  | 0.26  | not finished",
                "0.01  | 0.70  | 0.99  | 0.10  | not finished",
                "0.50  | 0.97  | 0.97  | 0.50  | not finished"
            })
    void isToldByTheAnswers(double a00, double a01, double a10, double a11, String words) {
        SimpleMatrix answers = new SimpleMatrix(new double[][] {{a00}, {a01}, {a10}, {a11}});
        assertEquals(words, XorEnding.of(answers, Datasets.xor()).toString());
    }

    @Test
    void aRunThatDivergedSaysSo() {
        Network net = Network.inputs(2).dense(1, Activation.IDENTITY).initialize(Initializer.he(), NumpyRandom.seed(1));
        History run = TRAINER.optimizer(Optimizer.sgd(1e6)).epochs(1000).fit(net, Datasets.xor());
        assertEquals(Kind.DIVERGED, XorEnding.of(run).kind());
    }

    @Test
    void aRunThatWasInterruptedHasNoEnding() {
        Network net = Network.inputs(2).dense(1, Activation.SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(1));
        Thread.currentThread().interrupt();
        History run = TRAINER.epochs(10).fit(net, Datasets.xor());
        assertTrue(Thread.interrupted());
        assertThrows(CancellationException.class, () -> XorEnding.of(run));
    }

    @Test
    void othersThanFourLabelledSamplesAreRefused() {
        SimpleMatrix four = Datasets.xor().inputs();
        Stream.of(
                        Datasets.threeSamples(),
                        Dataset.of(four, new SimpleMatrix(4, 2)),
                        Dataset.of(four, SimpleMatrix.filled(4, 1, 0.5)))
                .forEach(data -> assertThrows(
                        DataException.class, () -> XorExperiment.usual().samples(data)));
    }
}
