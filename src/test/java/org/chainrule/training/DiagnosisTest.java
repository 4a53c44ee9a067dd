package org.chainrule.training;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.TANH;
import static org.chainrule.training.Diagnosis.Kind.DEAD;
import static org.chainrule.training.Diagnosis.Kind.DIVERGED;
import static org.chainrule.training.Diagnosis.Kind.PLATEAU;
import static org.chainrule.training.Diagnosis.Kind.SATURATED;
import static org.chainrule.training.Diagnosis.Kind.SYMMETRIC;
import static org.chainrule.training.Diagnosis.Kind.TOO_SHORT;
import static org.chainrule.training.Diagnosis.Kind.UNFINISHED;
import static org.chainrule.training.Diagnosis.Kind.WELL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A made run for each finding, and no alarm where there is nothing to find. */
class DiagnosisTest {
    private static final Dataset XOR = Datasets.xor();
    private static final Trainer TRAINER = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
            .epochs(3_000)
            .online();

    @AfterEach
    void nobodyIsInterrupted() {
        Thread.interrupted();
    }

    private static Network xorNetwork(Initializer initializer, int seed) {
        return Network.inputs(2).dense(3, SIGMOID).dense(1, SIGMOID).initialize(initializer, NumpyRandom.seed(seed));
    }

    private static Network xorNetwork(int seed) {
        return xorNetwork(Initializer.he().withBias(0.5), seed);
    }

    private static List<Diagnosis.Kind> kinds(History run) {
        return Diagnosis.of(run).findings().stream()
                .map(Diagnosis.Finding::kind)
                .toList();
    }

    private static String evidence(History run, Diagnosis.Kind kind) {
        return finding(run, kind).evidence();
    }

    /** What was found of a kind; fails with all that was found. */
    static Diagnosis.Finding finding(History run, Diagnosis.Kind kind) {
        return Diagnosis.of(run).findings().stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(Diagnosis.of(run).findings()));
    }

    @Test
    void theRunOfTheFirstPageIsWell() {
        Diagnosis diagnosis = Diagnosis.of(TRAINER.fit(xorNetwork(42), XOR));
        assertEquals("Diagnosis of Network 2-3-1 (13 parameters): all well", diagnosis.toString());
        assertEquals(
                "the loss went from 0.983 to 0.0015; 4 of 4 samples have every output nearer to its target than to ½",
                diagnosis.findings().get(0).evidence());
    }

    @Test
    void theSingleSampleOfTheFirstChapterIsWell() {
        Network network = Network.inputs(2)
                .dense(2, SIGMOID)
                .dense(2, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.normal(1).withNormalBias(), NumpyRandom.seed(4));
        History run = Trainer.of(Loss.halfSquaredError().summed(), Optimizer.sgd(0.5))
                .epochs(500)
                .fit(network, Datasets.singleSample());
        assertEquals(List.of(WELL), kinds(run));
    }

    /** The first page counts six of the first hundred seeds that get stuck: these, and no others, are named. */
    @Test
    void sixOfTheFirstHundredSeedsAreStuckAndTheOthersWell() {
        int stuck = 0;
        for (int seed = 0; seed < 100; seed++) {
            History run = TRAINER.report(Measure.accuracy()).fit(xorNetwork(seed), XOR);
            boolean right = run.measure("accuracy")[3_000] == 1;
            stuck += right ? 0 : 1;
            assertEquals(right, kinds(run).equals(List.of(WELL)), "seed " + seed + ": " + kinds(run));
            assertEquals(!right, kinds(run).contains(PLATEAU), "seed " + seed + ": " + kinds(run));
        }
        assertEquals(6, stuck);
    }

    @Test
    void aPlateauNamesTheOutputsAndTheShareOfStarts() {
        Diagnosis.Finding plateau = finding(TRAINER.fit(xorNetwork(19), XOR), PLATEAU);
        assertEquals(
                "the loss stays at 0.349 (0.349 a tenth of the run before), but 2 of 4 samples have an output nearer to ½ than"
                        + " to its target: 0.466 for 1, 0.468 for 0",
                plateau.evidence());
        assertTrue(plateau.remedy().contains("of thousands of starts on XOR 33 % failed"), plateau.remedy());
    }

    @Test
    void withoutAHiddenLayerThePlateauIsTheStraightLines() {
        Network flat = Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(42));
        Diagnosis.Finding plateau = finding(TRAINER.fullBatch().fit(flat, XOR), PLATEAU);
        assertTrue(plateau.evidence().contains("4 of 4 samples"), plateau.evidence());
        assertTrue(plateau.remedy().startsWith("a hidden layer"), plateau.remedy());
    }

    @Test
    void equalUnitsAreNamed() {
        History run = TRAINER.fit(xorNetwork(Initializer.constant(0.1), 0), XOR);
        assertEquals(List.of(SYMMETRIC, PLATEAU), kinds(run));
        assertTrue(evidence(run, SYMMETRIC).startsWith("units 1, 2 and 3 of layer 1 have equal weights"));
    }

    @Test
    void equalUnitsAreNamedApartFromOthersAndOnlyIfTheyLeadOnEqually() {
        Dense first = Dense.withoutBias(new SimpleMatrix(new double[][] {{1, 2, 1, 2, 1}}), TANH);
        Dense second = Dense.withoutBias(new SimpleMatrix(new double[][] {{3}, {4}, {3}, {4}, {5}}), IDENTITY);
        Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {{0.5}});
        History run =
                Trainer.of(Loss.squaredError(), Optimizer.sgd(1e-3)).epochs(30).fit(Network.of(first, second), data);
        List<String> symmetric = Diagnosis.of(run).findings().stream()
                .filter(finding -> finding.kind() == SYMMETRIC)
                .map(finding -> finding.evidence().substring(0, 24))
                .toList();
        assertEquals(List.of("units 1 and 3 of layer 1", "units 2 and 4 of layer 1"), symmetric);
    }

    @Test
    void fiftyUnitsAreCountedInsteadOfNamed() {
        Network wide = Network.inputs(2)
                .dense(50, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.constant(0.1), NumpyRandom.seed(0));
        assertTrue(evidence(TRAINER.epochs(30).fit(wide, XOR), SYMMETRIC)
                .startsWith("units 1, 2, 3, 4, 5, 6 and 44 more of layer 1"));
    }

    private static Network withDeadUnits(int dead) {
        Network network = Network.inputs(2)
                .dense(4, RELU)
                .dense(1, SIGMOID)
                .initialize(Initializer.he().withBias(0.1), NumpyRandom.seed(5));
        SimpleMatrix b = network.layer(1).b();
        for (int unit = 0; unit < dead; unit++) {
            b.set(0, unit, -50);
        }
        return Network.of(Dense.of(network.layer(1).W(), b, RELU), network.layer(2));
    }

    @Test
    void deadUnitsAreNamed() {
        History all = TRAINER.fit(withDeadUnits(4), XOR);
        assertEquals(List.of(DEAD, PLATEAU), kinds(all));
        assertTrue(evidence(all, DEAD)
                .startsWith("units 1, 2, 3 and 4 of layer 1, of 4, are 0 for each of the 4 samples"));
        assertTrue(finding(all, DEAD).remedy().contains("a smaller rate"));
        assertFalse(Diagnosis.of(TRAINER.fit(withDeadUnits(0), XOR)).has(DEAD));
    }

    @Test
    void deadUnitsOfARunThatLearnedAreNoReasonToWorry() {
        Network network = Network.of(
                Dense.of(
                        new SimpleMatrix(new double[][] {{1, 1, 1}, {1, 1, 1}}),
                        new SimpleMatrix(new double[][] {{0, -1, -9}}),
                        RELU),
                Dense.of(
                        new SimpleMatrix(new double[][] {{9}, {-18}, {1}}),
                        new SimpleMatrix(new double[][] {{-4}}),
                        SIGMOID));
        History run = TRAINER.optimizer(Optimizer.sgd(0.01)).fit(network, XOR);
        assertEquals(List.of(DEAD), kinds(run));
        assertTrue(evidence(run, DEAD).startsWith("unit 3 of layer 1, of 3, is 0 for each of the 4 samples"));
        assertTrue(finding(run, DEAD).remedy().startsWith("nothing"));
    }

    @Test
    void saturatedHiddenUnitsAreNamedWithTheirShare() {
        Network start = xorNetwork(7);
        Network network = Network.of(Dense.of(start.layer(1).W(), SimpleMatrix.filled(1, 3, 12), TANH), start.layer(2));
        History run = TRAINER.epochs(300).fit(network, XOR);
        assertTrue(Diagnosis.of(run).has(SATURATED));
        assertEquals(
                "units 1, 2 and 3 of layer 1, of 3: on 100 % of the samples the slope of the tanh is below a hundredth of its"
                        + " largest",
                evidence(run, SATURATED));
    }

    /** The squared error's δ has the slope in it, so an output at the wrong end stays there. */
    @Test
    void saturatedOutputsAreNamedIfTheyAreWrong() {
        Network start = xorNetwork(7);
        Network network =
                Network.of(start.layer(1), Dense.of(start.layer(2).W(), SimpleMatrix.filled(1, 1, 15), SIGMOID));
        History run = Trainer.of(Loss.squaredError(), Optimizer.sgd(0.5))
                .epochs(300)
                .online()
                .fit(network, XOR);
        String evidence = evidence(run, SATURATED);
        assertTrue(evidence.startsWith("unit 1 of layer 2, of 1: on at least 50 % of the samples"), evidence);
        assertTrue(evidence.endsWith("and the answer is wrong"), evidence);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e160})
    void numbersThatRunAwayAreADivergence(double rate) {
        Network linear = Network.inputs(2)
                .dense(2, IDENTITY)
                .dense(1, IDENTITY)
                .initialize(Initializer.he(), NumpyRandom.seed(1));
        History run = Trainer.of(Loss.squaredError(), Optimizer.sgd(rate))
                .epochs(1_000)
                .fit(linear, XOR);
        assertEquals(List.of(DIVERGED), kinds(run));
        assertEquals(run.ending().reason(), evidence(run, DIVERGED));
    }

    @Test
    void aLossThatGrowsIsADivergenceToo() {
        Network linear = Network.inputs(2).dense(1, IDENTITY).initialize(Initializer.he(), NumpyRandom.seed(1));
        History run =
                Trainer.of(Loss.squaredError(), Optimizer.sgd(1)).epochs(5).fit(linear, XOR);
        assertEquals(Ending.Kind.COMPLETED, run.ending().kind());
        assertEquals(List.of(DIVERGED), kinds(run));
        assertTrue(evidence(run, DIVERGED).startsWith("the loss grew from "));
    }

    /** Near its end a loss may well become a multiple of itself. */
    @Test
    void whatWasLearnedMayTremble() {
        Network network =
                Network.inputs(2).dense(2, TANH).dense(1, IDENTITY).initialize(Initializer.he(), NumpyRandom.seed(2));
        Trainer trainer = Trainer.of(Loss.squaredError(), Optimizer.sgd(0.1)).epochs(20);
        History run = trainer.fit(network, Datasets.singleSample());
        assertEquals(List.of(WELL), kinds(run));
        Trainer rough = trainer.optimizer(Optimizer.adam(0.003)).epochs(21);
        History rest = run.continueFrom(20, rough);
        assertTrue(rest.lastLoss() > 10 * rest.loss()[0], rest.toString());
        assertEquals(List.of(WELL), kinds(rest));
    }

    @Test
    void aStartThatIsNotANumberIsADivergence() {
        Network huge =
                Network.inputs(2).dense(1, IDENTITY).initialize(Initializer.constant(1e300), NumpyRandom.seed(1));
        History run =
                Trainer.of(Loss.squaredError(), Optimizer.sgd(0.1)).epochs(10).fit(huge, XOR);
        assertEquals(List.of(DIVERGED), kinds(run));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-4, 1e-3, 1e-2})
    void aRateThatIsTooSmallToFinishIsToldFromAPlateau(double rate) {
        for (int seed = 0; seed < 8; seed++) {
            History run = TRAINER.optimizer(Optimizer.sgd(rate)).fit(xorNetwork(seed), XOR);
            assertEquals(List.of(UNFINISHED), kinds(run), "seed " + seed);
        }
    }

    @Test
    void whatIsNotFinishedIsWellWhenItWentOnAsAdvised() {
        History run = TRAINER.optimizer(Optimizer.sgd(0.01)).fit(xorNetwork(42), XOR);
        Diagnosis.Finding unfinished = finding(run, UNFINISHED);
        assertEquals(
                "to go on, as run.continueFrom(3000, run.trainer().epochs(6000)), or a larger rate than in \"sgd, rate 0.01\"",
                unfinished.remedy());
        assertEquals(List.of(WELL), kinds(run.continueFrom(3_000, TRAINER.epochs(6_000))));
    }

    @Test
    void aRunThatItsOwnRuleEndedIsNotBlamedForIt() {
        History run = TRAINER.until(epoch -> epoch.loss() < 0.6).fit(xorNetwork(42), XOR);
        assertEquals(Ending.Kind.STOPPED, run.ending().kind());
        assertEquals(List.of(WELL), kinds(run));
    }

    @Test
    void numbersToPredictMaySettleWhereverTheyCan() {
        Dataset contradiction = Dataset.of(new double[][] {{1}, {1}}, new double[][] {{0.2}, {0.6}});
        Network network = Network.inputs(1).dense(1, IDENTITY).initialize(Initializer.he(), NumpyRandom.seed(1));
        History run =
                Trainer.of(Loss.squaredError(), Optimizer.sgd(0.1)).epochs(500).fit(network, contradiction);
        assertEquals(List.of(WELL), kinds(run));
    }

    @Test
    void aShortRunIsAnsweredInWords() {
        History one = TRAINER.epochs(1).fit(xorNetwork(42), XOR);
        assertEquals(List.of(TOO_SHORT), kinds(one));
        assertEquals(
                "the loss was recorded 2 times, in 1 epochs; how it goes shows from 20 records on",
                evidence(one, TOO_SHORT));
        History sparse = TRAINER.recordEvery(3_000).fit(xorNetwork(19), XOR);
        assertEquals(
                "a smaller number in recordEvery(…)", finding(sparse, TOO_SHORT).remedy());
        assertEquals(List.of(WELL), kinds(TRAINER.recordEvery(3_000).fit(xorNetwork(42), XOR)));
    }

    @Test
    void aRunWithoutAnyEpochIsAnsweredInWords() {
        Thread.currentThread().interrupt();
        History none = TRAINER.fit(xorNetwork(42), XOR);
        assertTrue(Thread.interrupted());
        assertEquals(List.of(TOO_SHORT), kinds(none));
        assertEquals(
                "no epoch was trained: interrupted in epoch 1; the network is that after epoch 0",
                evidence(none, TOO_SHORT));
        assertThrows(IllegalArgumentException.class, () -> Diagnosis.of(null));
    }

    @Test
    void ofManySamplesSomeAreLookedAt() {
        SimpleMatrix X = NumpyRandom.seed(1).rand(5_000, 2);
        SimpleMatrix Y = X.getColumn(0).copy();
        for (int i = 0; i < 5_000; i++) {
            Y.set(i, Y.get(i) > 0.5 ? 1 : 0);
        }
        History run = TRAINER.miniBatches(50, 3).epochs(30).fit(xorNetwork(1), Dataset.of(X, Y));
        assertTrue(evidence(run, WELL).contains(" of 1000 samples"), evidence(run, WELL));
    }

    @Test
    void itIsATable() {
        Diagnosis diagnosis = Diagnosis.of(TRAINER.fit(xorNetwork(Initializer.constant(0.1), 0), XOR));
        assertEquals(
                "Diagnosis of Network 2-3-1 (13 parameters): symmetric units, stuck on a plateau",
                diagnosis.toString());
        assertEquals(List.of("finding", "evidence", "what to try"), diagnosis.columns());
        assertEquals("stuck on a plateau", diagnosis.cells().get(1).get(0));
        assertTrue(diagnosis.findings().get(0).toString().startsWith("symmetric units: units 1, 2 and 3 of layer 1"));
    }
}
