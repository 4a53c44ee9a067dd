package org.chainrule.training;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.api.Test;

class LossFindingsTest {
    private static final Network LINE =
            Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(42));
    private static final Trainer TRAINER = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5));

    private static Diagnosis.Finding only(History run) {
        assertEquals(1, Diagnosis.of(run).findings().size());
        return Diagnosis.of(run).findings().get(0);
    }

    @Test
    void aLossAboveOneIsNoDivergenceWhereItDoesNotGrow() {
        Dataset contradiction = Dataset.of(new double[][] {{1}, {1}}, new double[][] {{0}, {10}});
        Network network = Network.inputs(1).dense(1, IDENTITY).initialize(Initializer.he(), NumpyRandom.seed(1));
        History run =
                Trainer.of(Loss.squaredError(), Optimizer.sgd(0.1)).epochs(500).fit(network, contradiction);
        assertEquals(25, run.lastLoss(), 1e-9);
        assertEquals(Diagnosis.Kind.WELL, only(run).kind());
    }

    @Test
    void twentyRecordsAreEnough() {
        assertNotEquals(
                Diagnosis.Kind.TOO_SHORT,
                only(TRAINER.epochs(19).fit(LINE, Datasets.xor())).kind());
        assertEquals(
                Diagnosis.Kind.TOO_SHORT,
                only(TRAINER.epochs(18).fit(LINE, Datasets.xor())).kind());
    }

    @Test
    void ofARunThatGoesOnOnlyItsOwnEpochsCount() {
        Diagnosis.Finding finding =
                only(TRAINER.epochs(30).fit(LINE, Datasets.xor()).continueFrom(30, TRAINER.epochs(32)));
        assertEquals(
                "the loss was recorded 3 times, in 2 epochs; how it goes shows from 20 records on", finding.evidence());
        assertEquals("more epochs, as run.continueFrom(32, run.trainer().epochs(1032))", finding.remedy());
    }

    @Test
    void fourUndecidedSamplesAreAllShown() {
        String evidence = only(TRAINER.epochs(3_000).fit(LINE, Datasets.xor())).evidence();
        assertFalse(evidence.contains("…"), evidence);
        assertEquals(4, evidence.split(" for ").length - 1, evidence);
    }

    /** Nineteen samples of twenty are told apart; the last has the answer of the others' opposite. */
    @Test
    void whatIsWellCountsTheSamplesThatAreTold() {
        double[][] X = new double[20][2];
        double[][] Y = new double[20][1];
        for (int i = 0; i < 20; i++) {
            X[i][0] = i % 2 == 0 ? 1 : -1;
            Y[i][0] = i % 2 == 0 && i > 0 ? 1 : 0;
        }
        String evidence =
                only(TRAINER.epochs(2_000).fit(LINE, Dataset.of(X, Y))).evidence();
        assertEquals(
                "19 of 20 samples have every output nearer to its target than to ½",
                evidence.substring(evidence.indexOf("; ") + 2));
    }
}
