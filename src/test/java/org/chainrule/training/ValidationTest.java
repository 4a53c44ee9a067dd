package org.chainrule.training;

import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.chainrule.data.DataException;
import org.chainrule.data.Dataset;
import org.chainrule.data.ShapeException;
import org.chainrule.data.Split;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the data that is only looked at, and ending by it. */
class ValidationTest {
    private static final Loss LOSS = Loss.binaryCrossEntropy();
    private static final Network NETWORK =
            Network.inputs(2).dense(6, TANH).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(3));
    /** Answers with a coin's noise in them: what is learned by heart does not help with others. */
    private static final Split NOISY = noisy(60).split(1, 0.5, 0.3, 0.2);

    private static final Trainer TRAINER = Trainer.of(LOSS, Optimizer.adam(0.005))
            .miniBatches(8, 5)
            .report(Measure.accuracy())
            .validate(NOISY.validation());

    private static Dataset noisy(int n) {
        NumpyRandom random = NumpyRandom.seed(7);
        SimpleMatrix X = random.randn(n, 2);
        SimpleMatrix Y = new SimpleMatrix(n, 1);
        for (int i = 0; i < n; i++) {
            Y.set(i, 0, X.get(i, 0) + random.randn() > 0 ? 1 : 0);
        }
        return Dataset.of(X, Y);
    }

    private static double validationLoss(Network network) {
        return LOSS.of(network, NOISY.validation().inputs(), NOISY.validation().targets());
    }

    @Test
    void lossAndMeasuresAreThoseOfTheNetworkAfterTheEpoch() {
        History run = TRAINER.epochs(12).fit(NETWORK, NOISY.train());
        Records validation = run.validation();
        assertArrayEquals(run.records().epochs(), validation.epochs());
        for (int e = 0; e <= 12; e++) {
            assertEquals(validationLoss(run.at(e)), validation.loss()[e]);
            assertEquals(
                    LOSS.of(run.at(e), NOISY.train().inputs(), NOISY.train().targets()), run.loss()[e]);
        }
        SimpleMatrix outputs = run.network().predict(NOISY.validation().inputs());
        int right = 0;
        for (int i = 0; i < outputs.getNumRows(); i++) {
            right += outputs.get(i, 0) >= 0.5 == NOISY.validation().targets().get(i, 0) >= 0.5 ? 1 : 0;
        }
        assertEquals((double) right / outputs.getNumRows(), validation.measure("accuracy")[12]);
        assertEquals(List.of("accuracy"), validation.measures());
        assertTrue(run.toString().contains("\n  validation loss "), run.toString());
    }

    @Test
    void whatIsOnlyLookedAtChangesNothing() {
        History without = Trainer.of(LOSS, Optimizer.adam(0.005))
                .miniBatches(8, 5)
                .epochs(12)
                .fit(NETWORK, NOISY.train());
        History with = TRAINER.epochs(12).fit(NETWORK, NOISY.train());
        assertEquals(without.network(), with.network());
        assertArrayEquals(without.loss(), with.loss());
        assertFalse(without.records().hasValidation());
        assertThrows(IllegalStateException.class, without::validation);
        assertThrows(IllegalStateException.class, without::best);
    }

    @Test
    void moreSamplesToValidateThanToTrainOnAreJudgedInTheirOrder() {
        Dataset many = noisy(1_000);
        History run =
                TRAINER.validate(many).epochs(2).fit(NETWORK, NOISY.train().rows(0, 3));
        assertEquals(
                LOSS.of(run.network(), many.inputs(), many.targets()),
                run.validation().lastLoss());
    }

    @Test
    void theValidationLossIsNeverThatOnTheWay() {
        History run = TRAINER.lossWhileTraining().epochs(5).fit(NETWORK, NOISY.train());
        assertEquals(validationLoss(run.network()), run.validation().lastLoss());
        assertTrue(run.records().isLossWhileTraining() && !run.validation().isLossWhileTraining());
    }

    @Test
    void theBestEpochHasTheLeastLossAndItsNetwork() {
        History run = TRAINER.epochs(100).fit(NETWORK, NOISY.train());
        double[] losses = run.validation().loss();
        Best best = run.best();
        assertEquals(Arrays.stream(losses).min().getAsDouble(), best.validationLoss());
        assertEquals(best.validationLoss(), losses[best.epoch()]);
        assertEquals(run.at(best.epoch()), best.network());
        assertEquals(best.validationLoss(), validationLoss(best.network()));
        assertTrue(best.epoch() > 0 && best.epoch() < 100, "epoch " + best.epoch());
        assertTrue(best.toString().startsWith("Network 2-6-1"), best.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void patienceEndsTheRunAfterSoManyEpochsWithoutABetterLoss(int k) {
        History run = TRAINER.epochs(500).patience(k).fit(NETWORK, NOISY.train());
        assertEquals(Ending.Kind.STOPPED, run.ending().kind());
        assertEquals(run.best().epoch() + k, run.epochs());
        assertTrue(
                run.ending().reason().startsWith("no better validation loss in " + k + " recorded epochs; the least, "),
                run.ending().reason());
        assertTrue(run.ending().reason().endsWith(" after epoch " + run.best().epoch()));
        double[] all = TRAINER.epochs(run.epochs())
                .fit(NETWORK, NOISY.train())
                .validation()
                .loss();
        assertArrayEquals(all, run.validation().loss());
    }

    /** A step too small to move a weight leaves the loss as it is. */
    @Test
    void aLossThatStaysIsNoBetterOne() {
        History run =
                TRAINER.optimizer(Optimizer.sgd(1e-300)).epochs(50).patience(4).fit(NETWORK, NOISY.train());
        assertEquals(4, run.epochs());
        assertEquals(0, run.best().epoch());
    }

    @Test
    void patienceCountsRecordedEpochs() {
        History run = TRAINER.recordEvery(4).epochs(500).patience(3).fit(NETWORK, NOISY.train());
        assertEquals(run.best().epoch() + 12, run.epochs());
    }

    /** Cut anywhere and gone on with, the run ends where it would have ended. */
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 5", "1, 13", "3, 7", "3, 20", "3, 31"})
    void aRunThatIsContinuedCountsOn(int every, int cut) {
        Trainer trainer = TRAINER.recordEvery(every).patience(9).epochs(500);
        History whole = trainer.fit(NETWORK, NOISY.train());
        assertTrue(cut < whole.epochs(), "ends after " + whole.epochs());
        History rest =
                trainer.epochs(cut == 0 ? 1 : cut).fit(NETWORK, NOISY.train()).continueFrom(cut, trainer);
        assertEquals(whole.ending(), rest.ending());
        assertEquals(whole.network(), rest.network());
        assertEquals(whole.best().network(), rest.best().network());
        History twice = trainer.epochs(cut + 2)
                .fit(NETWORK, NOISY.train())
                .continueFrom(cut, trainer.epochs(cut + 1))
                .continueFrom(cut + 1, trainer);
        assertEquals(whole.ending(), twice.ending());
    }

    @Test
    void lossesOfOtherSamplesAreNotCompared() {
        Trainer other = TRAINER.validate(NOISY.test());
        History first = other.epochs(30).fit(NETWORK, NOISY.train());
        History rest = first.continueFrom(20, TRAINER.epochs(25));
        assertTrue(rest.best().epoch() >= 20);
        assertEquals(
                Arrays.stream(rest.validation().loss()).min().getAsDouble(),
                rest.best().validationLoss());
    }

    @Test
    void morePatienceGoesOnWhereLessHasEnded() {
        History run = TRAINER.epochs(500).patience(2).fit(NETWORK, NOISY.train());
        History more = run.continueFrom(run.epochs(), TRAINER.epochs(500).patience(6));
        assertEquals(TRAINER.epochs(500).patience(6).fit(NETWORK, NOISY.train()).ending(), more.ending());
    }

    @Test
    void rulesAndListenersSeeTheValidationLoss() {
        double[] seen = new double[1];
        History run = TRAINER.recordEvery(50)
                .epochs(90)
                .watch(epoch -> seen[0] = epoch.validationLoss())
                .until(epoch -> epoch.validationLoss() < 0.69)
                .fit(NETWORK, NOISY.train());
        assertEquals(Ending.Kind.STOPPED, run.ending().kind());
        assertEquals(validationLoss(run.network()), seen[0]);
        History failed = Trainer.of(LOSS, Optimizer.sgd(0.1))
                .epochs(9)
                .until(epoch -> epoch.validationLoss() < 1)
                .fit(NETWORK, NOISY.train());
        assertTrue(
                failed.notes().get(0).contains("there is no validation part"),
                failed.notes().toString());
    }

    @Test
    void aMeasureThatFailsOnTheValidationPartCostsOnlyTheMeasures() {
        Measure picky = Measure.of("picky", (a, y) -> {
            if (y[0] == 1) {
                throw new IllegalStateException("no ones");
            }
            return a[0];
        });
        Dataset zeros = Dataset.of(new double[][] {{1, 2}}, new double[][] {{0}});
        History run = Trainer.of(LOSS, Optimizer.sgd(0.1))
                .report(picky)
                .validate(NOISY.validation())
                .epochs(3)
                .fit(NETWORK, zeros);
        assertEquals(3, run.epochs());
        assertEquals(1, run.notes().size());
        assertTrue(Double.isNaN(run.measure("picky")[0])
                && Double.isNaN(run.validation().measure("picky")[3]));
        assertEquals(validationLoss(run.network()), run.validation().lastLoss());
    }

    @Test
    void nonsenseIsRefusedInWords() {
        Trainer trainer = Trainer.of(LOSS, Optimizer.sgd(0.1)).epochs(3);
        Dataset train = NOISY.train();
        assertEquals(
                "patience looks at the loss of a validation part; add .validate(split.validation())",
                assertThrows(
                                IllegalStateException.class,
                                () -> trainer.patience(3).fit(NETWORK, train))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> trainer.patience(0));
        assertThrows(IllegalArgumentException.class, () -> trainer.validate(null));
        Dataset narrow = Dataset.of(new double[][] {{1}}, new double[][] {{1}});
        assertEquals(
                "the validation part has 1 input, but 2 are needed; take the same columns for both",
                assertThrows(
                                ShapeException.class,
                                () -> trainer.validate(narrow).fit(NETWORK, train))
                        .getMessage());
        Dataset outside = Dataset.of(new double[][] {{1, 1}}, new double[][] {{7}});
        String message = assertThrows(
                        DataException.class, () -> trainer.validate(outside).fit(NETWORK, train))
                .getMessage();
        assertTrue(message.startsWith("in the validation part, "), message);
        Dataset turned = NOISY.validation().named(List.of("b", "a"), List.of("y"));
        assertThrows(
                ShapeException.class,
                () -> trainer.validate(turned).fit(NETWORK, train.named(List.of("a", "b"), List.of("y"))));
    }
}
