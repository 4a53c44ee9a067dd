package org.chainrule.training;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.DataException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static final Dataset XOR = Datasets.xor();
    private static final Loss LOSS = Loss.binaryCrossEntropy();
    private static final Network NETWORK = Network.inputs(2)
            .dense(3, TANH)
            .dense(1, SIGMOID)
            .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(3));
    private static final Trainer TRAINER = Trainer.of(LOSS, Optimizer.sgd(0.5)).epochs(20);

    /** The loop as the textbooks have it, in values: what every way of batching must do. */
    private static Network byHand(List<int[]> batches, Loss loss, double rate) {
        Network network = NETWORK;
        for (int[] rows : batches) {
            SimpleMatrix X = rows(XOR.inputs(), rows);
            double[] g = Backpropagation.gradients(network, loss, X, rows(XOR.targets(), rows))
                    .toVector();
            double[] theta = network.parameters();
            for (int i = 0; i < g.length; i++) {
                theta[i] -= rate * g[i];
            }
            network = network.withParameters(theta);
        }
        return network;
    }

    private static SimpleMatrix rows(SimpleMatrix matrix, int... rows) {
        SimpleMatrix chosen = new SimpleMatrix(rows.length, matrix.getNumCols());
        for (int i = 0; i < rows.length; i++) {
            chosen.insertIntoThis(i, 0, matrix.rows(rows[i], rows[i] + 1));
        }
        return chosen;
    }

    @Test
    void onlineTakesOneSampleAnUpdateInOrder() {
        List<int[]> batches = new ArrayList<>();
        for (int e = 0; e < 20; e++) {
            for (int i = 0; i < 4; i++) {
                batches.add(new int[] {i});
            }
        }
        History run = TRAINER.online().fit(NETWORK, XOR);
        assertEquals(byHand(batches, LOSS, 0.5), run.network());
        assertEquals(80, run.updates());
    }

    @Test
    void fullBatchTakesAllSamplesAtOnce() {
        List<int[]> batches = new ArrayList<>();
        for (int e = 0; e < 20; e++) {
            batches.add(new int[] {0, 1, 2, 3});
        }
        assertEquals(
                byHand(batches, LOSS, 0.5),
                TRAINER.fullBatch().fit(NETWORK, XOR).network());
        assertEquals(
                TRAINER.fit(NETWORK, XOR).network(),
                TRAINER.fullBatch().fit(NETWORK, XOR).network());
    }

    @Test
    void miniBatchesFollowNumpysPermutations() {
        NumpyRandom random = NumpyRandom.seed(9);
        List<int[]> batches = new ArrayList<>();
        for (int e = 0; e < 20; e++) {
            int[] order = random.permutation(4);
            batches.add(new int[] {order[0], order[1], order[2]});
            batches.add(new int[] {order[3]});
        }
        assertEquals(
                byHand(batches, LOSS, 0.5),
                TRAINER.miniBatches(3, 9).fit(NETWORK, XOR).network());
    }

    @Test
    void theSameTrainerGivesTheSameBits() {
        Trainer trainer = TRAINER.miniBatches(2, 1);
        assertEquals(
                trainer.fit(NETWORK, XOR).network(), trainer.fit(NETWORK, XOR).network());
    }

    @Test
    void theNetworkThatIsGivenStaysAsItIs() {
        double[] before = NETWORK.parameters();
        TRAINER.fit(NETWORK, XOR);
        assertArrayEquals(before, NETWORK.parameters());
    }

    @Test
    void lossIsThatOfTheNetworkAfterTheEpoch() {
        History run = TRAINER.online().fit(NETWORK, XOR);
        assertEquals(21, run.loss().length);
        for (int e = 0; e <= 20; e++) {
            assertEquals(LOSS.of(run.at(e), XOR.inputs(), XOR.targets()), run.loss()[e]);
        }
        assertEquals(run.loss()[20], run.lastLoss());
    }

    @Test
    void lossWhileTrainingIsWhatWasMetOnTheWay() {
        History run = TRAINER.lossWhileTraining().fit(NETWORK, XOR);
        History exact = TRAINER.fit(NETWORK, XOR);
        assertEquals(exact.loss()[0], run.loss()[0]);
        assertEquals(exact.loss()[4], run.loss()[5]);
    }

    @Test
    void measuresAreRecordedBesideTheLoss() {
        History run = TRAINER.epochs(3000)
                .report(Measure.accuracy(), Measure.meanSquare())
                .fit(NETWORK, XOR);
        double[] accuracy = run.measure("accuracy");
        assertEquals(3001, accuracy.length);
        assertEquals(1, accuracy[3000]);
        SimpleMatrix error = run.network().predict(XOR.inputs()).minus(XOR.targets());
        assertEquals(error.elementMult(error).elementSum() / 4, run.measure("mean square")[3000], 1e-15);
        assertThrows(IllegalArgumentException.class, () -> run.measure("recall"));
    }

    @Test
    void accuracyOfSeveralOutputsCountsTheLargest() {
        assertEquals(1, Measure.accuracy().of(new double[] {0.1, 0.7, 0.2}, new double[] {0, 1, 0}));
        assertEquals(0, Measure.accuracy().of(new double[] {0.8, 0.7, 0.2}, new double[] {0, 1, 0}));
    }

    @Test
    void untilEndsTheRunAfterTheEpochThatMeetsTheRule() {
        History run = TRAINER.epochs(5000).until(epoch -> epoch.loss() < 0.1).fit(NETWORK, XOR);
        assertEquals(Ending.Kind.STOPPED, run.ending().kind());
        assertTrue(run.lastLoss() < 0.1 && run.loss()[run.epochs() - 1] >= 0.1);
    }

    @Test
    void aRuleThatFailsKeepsTheRun() {
        History run = TRAINER.until(epoch -> {
                    if (epoch.number() == 7) {
                        throw new IllegalStateException("typo");
                    }
                    return false;
                })
                .fit(NETWORK, XOR);
        assertEquals(7, run.epochs());
        assertEquals("the rule of until(…) failed after epoch 7", run.ending().reason());
        assertEquals(1, run.notes().size());
    }

    @Test
    void recordsCanBeSparse() {
        History run = TRAINER.recordEvery(8).fit(NETWORK, XOR);
        assertArrayEquals(new int[] {0, 8, 16, 20}, run.records().epochs());
        assertEquals(TRAINER.fit(NETWORK, XOR).loss()[16], run.loss()[2]);
        assertTrue(run.toString().contains("every 8 epochs"));
    }

    @Test
    void itsTextSaysHowToTrain() {
        assertEquals(LOSS, TRAINER.loss());
        assertEquals(
                "binary cross-entropy, mean over samples; sgd, rate 0.5; full batch; 20 epochs", TRAINER.toString());
    }

    @Test
    void badSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> TRAINER.epochs(0));
        assertThrows(IllegalArgumentException.class, () -> TRAINER.miniBatches(0, 1));
        assertThrows(IllegalArgumentException.class, () -> TRAINER.miniBatches(1, -1));
        assertThrows(IllegalArgumentException.class, () -> TRAINER.recordEvery(0));
        assertThrows(IllegalArgumentException.class, () -> TRAINER.watch((TrainingListener) null));
        assertThrows(IllegalArgumentException.class, () -> TRAINER.until(null));
        assertThrows(IllegalArgumentException.class, () -> Trainer.of(null, Optimizer.sgd(1)));
        assertThrows(IllegalArgumentException.class, () -> Trainer.of(LOSS, null));
        IllegalStateException error = assertThrows(
                IllegalStateException.class,
                () -> Trainer.of(LOSS, Optimizer.sgd(1)).fit(NETWORK, XOR));
        assertTrue(error.getMessage().contains(".epochs(1_000)"));
    }

    @Test
    void samplesThatDoNotFitAreRefused() {
        assertThrows(
                ShapeException.class,
                () -> TRAINER.fit(NETWORK, Dataset.of(new double[][] {{1}}, new double[][] {{1}})));
        assertThrows(
                ShapeException.class,
                () -> TRAINER.fit(NETWORK, Dataset.of(new double[][] {{1, 2}}, new double[][] {{1, 0}})));
        assertThrows(
                DataException.class,
                () -> TRAINER.fit(NETWORK, Dataset.of(new double[][] {{1, 2}}, new double[][] {{7}})));
        assertThrows(IllegalArgumentException.class, () -> TRAINER.fit(NETWORK, null));
        assertThrows(IllegalArgumentException.class, () -> TRAINER.fit(null, XOR));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e160})
    void aRunThatDivergesKeepsTheLastEpochOfNumbers(double rate) {
        Network linear = Network.inputs(2)
                .dense(2, IDENTITY)
                .dense(1, IDENTITY)
                .initialize(Initializer.he(), NumpyRandom.seed(1));
        History run = Trainer.of(Loss.squaredError(), Optimizer.sgd(rate))
                .epochs(1000)
                .online()
                .fit(linear, XOR);
        assertEquals(Ending.Kind.DIVERGED, run.ending().kind());
        assertTrue(run.ending().reason().contains("too large"));
        assertEquals(run.at(run.epochs()), run.network());
        assertTrue(run.epochs() < 50);
        assertEquals(Loss.squaredError().of(run.network(), XOR.inputs(), XOR.targets()), run.lastLoss());
    }

    /** The δ of the only update is a number, but the weights after it are none. */
    @Test
    void anEpochThatEndsInWeightsThatAreNoNumbersDoesNotCount() {
        Network linear = Network.inputs(1).dense(1, IDENTITY).initialize(Initializer.constant(1), NumpyRandom.seed(0));
        History run = Trainer.of(Loss.squaredError(), Optimizer.sgd(1e308))
                .epochs(1)
                .fit(linear, Dataset.of(new double[][] {{100}}, new double[][] {{0}}));
        assertEquals(Ending.Kind.DIVERGED, run.ending().kind());
        assertEquals(0, run.epochs());
        assertEquals(linear, run.network());
    }

    @Test
    void aStartWhoseLossIsNotANumberIsNamedAsTheCause() {
        Network huge =
                Network.inputs(2).dense(1, IDENTITY).initialize(Initializer.constant(1e300), NumpyRandom.seed(1));
        History run =
                Trainer.of(Loss.squaredError(), Optimizer.sgd(0.1)).epochs(10).fit(huge, XOR);
        assertEquals(Ending.Kind.DIVERGED, run.ending().kind());
        assertEquals(huge, run.network());
        assertTrue(run.ending().reason().startsWith("the loss is not a number before any training"));
    }

    @Test
    void measuresNeedNamesOfTheirOwn() {
        assertThrows(IllegalArgumentException.class, () -> TRAINER.report(Measure.accuracy(), Measure.accuracy()));
    }

    @Test
    void anOptimizerThatRemembersLessThanNothingIsRefused() {
        Optimizer odd = new Optimizer() {
            @Override
            public int stateSize(int parameters) {
                return -1;
            }

            @Override
            public void update(double[] theta, double[] gradient, double[] state, long t) {}
        };
        assertThrows(
                IllegalArgumentException.class,
                () -> Trainer.of(LOSS, odd).epochs(1).fit(NETWORK, XOR));
    }
}
