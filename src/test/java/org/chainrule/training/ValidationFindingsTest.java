package org.chainrule.training;

import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.training.Diagnosis.Kind.OVERFITTED;
import static org.chainrule.training.Diagnosis.Kind.PLATEAU;
import static org.chainrule.training.Diagnosis.Kind.WELL;
import static org.chainrule.training.DiagnosisTest.finding;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.api.Test;

class ValidationFindingsTest {
    private static final Trainer TRAINER = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
            .epochs(3_000)
            .online();
    private static final Dataset TRAIN = Dataset.of(new double[][] {{0}, {1}}, new double[][] {{0}, {1}});
    /** The better the training samples are known, the surer is the wrong answer to the first of these. */
    private static final Dataset MISLEADING = Dataset.of(new double[][] {{0.8}, {0.1}}, new double[][] {{0}, {0}});

    private static final Network NETWORK =
            Network.inputs(1).dense(1, SIGMOID).initialize(Initializer.constant(0.1), NumpyRandom.seed(0));

    @Test
    void aRunThatLearnsByHeartIsOverfitted() {
        History run = TRAINER.validate(MISLEADING).fit(NETWORK, TRAIN);
        Diagnosis.Finding overfitted = finding(run, OVERFITTED);
        assertTrue(
                overfitted.evidence().startsWith("since epoch " + run.best().epoch() + " the loss fell from "),
                overfitted.evidence());
        assertTrue(
                overfitted
                        .remedy()
                        .startsWith("run.best(), the network after epoch "
                                + run.best().epoch() + ";"),
                overfitted.remedy());
        assertFalse(Diagnosis.of(run).has(WELL));
    }

    @Test
    void aRunWhoseValidationLossFallsIsNot() {
        assertFalse(Diagnosis.of(TRAINER.validate(TRAIN).fit(NETWORK, TRAIN)).has(OVERFITTED));
        assertFalse(Diagnosis.of(TRAINER.fit(NETWORK, TRAIN)).has(OVERFITTED));
    }

    @Test
    void aPlateauOfOtherDataIsNotMeasuredOnXor() {
        Dataset xor = Datasets.xor();
        Dataset mirrored = Dataset.of(xor.inputs().scale(-1), xor.targets());
        Network alike = Network.inputs(2)
                .dense(3, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.constant(0.1), NumpyRandom.seed(0));
        String elsewhere = finding(TRAINER.fit(alike, mirrored), PLATEAU).remedy();
        assertTrue(elsewhere.contains("Scaler.standardize(data)"), elsewhere);
        String twice = finding(TRAINER.fit(alike, xor.take(3, 2, 1, 0, 3, 2, 1, 0)), PLATEAU)
                .remedy();
        assertTrue(twice.contains("starts on XOR"), twice);
    }
}
