package org.chainrule.training;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Going on from an epoch of a run: as if nothing had been, or another way. */
class ContinuedRunTest {
    private static final int EPOCHS = 300;
    private static final Dataset XOR = Datasets.xor();
    private static final Network NETWORK =
            Network.inputs(2).dense(2, SIGMOID).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(3));
    private static final Trainer SGD = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5));

    @AfterEach
    void nobodyIsInterrupted() {
        Thread.interrupted();
    }

    static Stream<Arguments> everyOptimizerAndBatching() {
        LearningRate falling = LearningRate.cosineDecay(0.5, 900).warmUp(70);
        List<Optimizer> optimizers = List.of(
                Optimizer.sgd(0.5),
                Optimizer.sgd(falling),
                Optimizer.momentum(0.1, 0.9),
                Optimizer.nesterov(falling, 0.9),
                Optimizer.rmsprop(0.01),
                Optimizer.adam(LearningRate.exponentialDecay(0.05, 0.5, 400)));
        List<UnaryOperator<Trainer>> batchings =
                List.of(Trainer::online, Trainer::fullBatch, t -> t.miniBatches(3, 5), t -> t.miniBatches(1, 8));
        return optimizers.stream()
                .flatMap(optimizer -> batchings.stream()
                        .map(batching -> Arguments.of(
                                batching.apply(SGD.optimizer(optimizer).epochs(EPOCHS)))));
    }

    /** Law: with the same trainer it is the run that was never interrupted. More epochs than checkpoints, so some are replayed. */
    @ParameterizedTest
    @MethodSource("everyOptimizerAndBatching")
    void theSameTrainerGoesOnAsIfNothingHadBeen(Trainer trainer) {
        History whole = trainer.fit(NETWORK, XOR);
        for (int from : new int[] {0, 1, 2, 101, 254, 299}) {
            History rest = whole.continueFrom(from, trainer);
            assertEquals(whole.network(), rest.network(), "from epoch " + from);
            assertEquals(whole.updates(), rest.updates());
            assertArrayEquals(Arrays.copyOfRange(whole.loss(), from, EPOCHS + 1), rest.loss(), "from epoch " + from);
            for (int epoch : new int[] {0, from, (from + EPOCHS) / 2, EPOCHS}) {
                assertEquals(whole.at(epoch), rest.at(epoch), "epoch " + epoch + ", from epoch " + from);
            }
        }
    }

    /** A run in three pieces, each continuing the one before, is the run in one. */
    @ParameterizedTest
    @MethodSource("everyOptimizerAndBatching")
    void aRunInPiecesIsTheRunInOne(Trainer trainer) {
        History first = trainer.epochs(90).fit(NETWORK, XOR);
        History second = first.continueFrom(90, trainer.epochs(170));
        History third = second.continueFrom(150, trainer);
        assertEquals(trainer.fit(NETWORK, XOR).network(), third.network());
        assertEquals(third.network(), third.continueFrom(40, trainer).network());
        assertEquals(trainer.epochs(60).fit(NETWORK, XOR).network(), third.at(60));
        assertEquals(trainer.epochs(160).fit(NETWORK, XOR).network(), third.at(160));
    }

    /** Each epoch as it was when it was trained, by the run that trained it. */
    @ParameterizedTest
    @MethodSource("everyOptimizerAndBatching")
    void aWalkOverABranchOfABranchShowsTheNetworkOfEachEpoch(Trainer trainer) {
        Network[] trained = new Network[EPOCHS + 1];
        Trainer watched = trainer.watch(epoch -> trained[epoch.number()] = epoch.network());
        Trainer other = watched.optimizer(Optimizer.momentum(0.2, 0.8)).miniBatches(2, 9);
        History branch = watched.epochs(150)
                .fit(NETWORK, XOR)
                .continueFrom(101, other.epochs(290))
                .continueFrom(240, watched);
        List<Integer> visited = new ArrayList<>();
        branch.walk(
                (network, epoch) -> {
                    assertEquals(trained[epoch], network, "epoch " + epoch);
                    assertEquals(branch.at(epoch), network, "epoch " + epoch);
                    visited.add(epoch);
                },
                IntStream.rangeClosed(0, EPOCHS).toArray());
        assertEquals(IntStream.rangeClosed(0, EPOCHS).boxed().toList(), visited);
        branch.walk(
                (network, epoch) -> assertEquals(trained[epoch], network, "epoch " + epoch),
                0,
                0,
                99,
                101,
                101,
                103,
                239,
                240,
                241,
                299);
        branch.walk((network, epoch) -> assertEquals(trained[epoch], network, "epoch " + epoch), 50, 270);
    }

    /** One optimizer throughout, so that the number of an update is that of its epoch. */
    @Test
    void aWalkOverABranchOfABranchTrainsNoEpochTwice() {
        List<Long> updates = new ArrayList<>();
        Optimizer noting = new Optimizer() {
            @Override
            public int stateSize(int parameters) {
                return 0;
            }

            @Override
            public void update(double[] theta, double[] gradient, double[] state, long step) {
                updates.add(step);
            }
        };
        Trainer trainer = SGD.optimizer(noting).epochs(1000);
        History branch = trainer.fit(NETWORK, XOR)
                .continueFrom(701, trainer.epochs(1500))
                .continueFrom(1203, trainer.epochs(2000));
        for (int step : new int[] {1, 7}) {
            updates.clear();
            branch.walk(
                    (network, epoch) -> {},
                    IntStream.iterate(0, epoch -> epoch <= 2000, epoch -> epoch + step)
                            .toArray());
            assertTrue(updates.size() > 700, updates.size() + " updates");
            assertEquals(updates.size(), updates.stream().distinct().count());
            assertTrue(updates.stream().allMatch(update -> update <= 2000));
        }
    }

    /** From the network at the epoch, as a fresh run of the other optimizer would: memory at zero, updates from 1. */
    @ParameterizedTest
    @MethodSource("everyOptimizerAndBatching")
    void anotherOptimizerBeginsWithoutMemory(Trainer trainer) {
        History run = trainer.online().fit(NETWORK, XOR);
        for (Optimizer other : List.of(Optimizer.adam(0.02), Optimizer.momentum(0.2, 0.9))) {
            History branch =
                    run.continueFrom(123, run.trainer().optimizer(other).epochs(160));
            History fresh = run.trainer().optimizer(other).epochs(37).fit(run.at(123), XOR);
            assertEquals(fresh.network(), branch.network());
            assertArrayEquals(fresh.loss(), branch.loss());
            assertEquals(run.at(122), branch.at(122));
            assertEquals(fresh.at(20), branch.at(143));
            assertEquals(
                    branch.network(), branch.continueFrom(140, branch.trainer()).network());
        }
    }

    @Test
    void anotherRateIsAnotherOptimizer() {
        Trainer trainer = SGD.optimizer(Optimizer.momentum(0.1, 0.9)).epochs(50);
        History run = trainer.fit(NETWORK, XOR);
        Trainer slower = trainer.optimizer(Optimizer.momentum(0.05, 0.9)).epochs(80);
        assertEquals(
                slower.epochs(30).fit(run.network(), XOR).network(),
                run.continueFrom(50, slower).network());
    }

    /** So that two optimizers are compared on the same samples in the same order. */
    @Test
    void batchesOfTheSameKindKeepTheirOrder() {
        Trainer trainer = SGD.miniBatches(1, 5).epochs(40);
        History run = trainer.fit(NETWORK, XOR);
        Network branch =
                run.continueFrom(20, trainer.optimizer(Optimizer.sgd(0.25))).network();
        NumpyRandom order = NumpyRandom.seed(5);
        for (int epoch = 1; epoch <= 20; epoch++) {
            order.permutation(4);
        }
        Network expected = run.at(20);
        for (int epoch = 21; epoch <= 40; epoch++) {
            for (int i : order.permutation(4)) {
                Dataset sample =
                        Dataset.of(XOR.inputs().rows(i, i + 1), XOR.targets().rows(i, i + 1));
                expected = SGD.optimizer(Optimizer.sgd(0.25))
                        .epochs(1)
                        .fit(expected, sample)
                        .network();
            }
        }
        assertEquals(expected, branch);
        assertNotEquals(
                branch,
                run.continueFrom(20, trainer.optimizer(Optimizer.sgd(0.25)).miniBatches(1, 6))
                        .network());
    }

    @Test
    void epochsAreNumberedOn() {
        History run = SGD.epochs(50).fit(NETWORK, XOR);
        History branch = run.continueFrom(20, SGD.online().recordEvery(8).epochs(45));
        assertEquals(20, branch.firstEpoch());
        assertEquals(45, branch.epochs());
        assertEquals(20 + 4 * 25, branch.updates());
        assertArrayEquals(new int[] {20, 24, 32, 40, 45}, branch.records().epochs());
        assertEquals(run.loss()[20], branch.loss()[0]);
        assertEquals("completed: epochs 21 to 45 were trained", branch.ending().toString());
        assertTrue(branch.toString().contains("continues another run from epoch 20"));
        assertEquals(
                "epoch 51 was trained",
                run.continueFrom(50, SGD.epochs(51)).ending().reason());
    }

    @Test
    void listenersAndRulesSeeTheNumbersOfTheEpochs() {
        List<String> heard = new ArrayList<>();
        TrainingListener listener = epoch -> heard.add(epoch.first() + " " + epoch.number() + " " + epoch.last());
        History run = SGD.epochs(5).fit(NETWORK, XOR);
        History branch = run.continueFrom(3, SGD.epochs(9).watch(listener).until(epoch -> epoch.number() == 5));
        assertEquals(List.of("3 3 9", "3 4 9", "3 5 9"), heard);
        assertEquals(Ending.Kind.STOPPED, branch.ending().kind());
        assertEquals(5, branch.epochs());
    }

    @Test
    void aRunThatWasInterruptedIsFinished() {
        Trainer trainer = SGD.optimizer(Optimizer.adam(0.05)).miniBatches(3, 2).epochs(200);
        History cut = trainer.watch(epoch -> {
                    if (epoch.number() == 77) {
                        Thread.currentThread().interrupt();
                    }
                })
                .fit(NETWORK, XOR);
        assertTrue(Thread.interrupted());
        assertEquals(
                trainer.fit(NETWORK, XOR).network(),
                cut.continueFrom(cut.epochs(), trainer).network());
    }

    @Test
    void anInterruptOfTheRestGoesBackToItsLastWholeEpoch() {
        History run = SGD.online().epochs(100).fit(NETWORK, XOR);
        History rest = run.continueFrom(50, SGD.online().epochs(1000).watch(epoch -> {
            if (epoch.number() == 80) {
                Thread.currentThread().interrupt();
            }
        }));
        assertTrue(Thread.interrupted());
        assertEquals(80, rest.epochs());
        assertEquals(320, rest.updates());
        assertEquals(run.at(80), rest.network());
    }

    @Test
    void theWayToTheEpochCanBeInterrupted() {
        History run = SGD.epochs(1000).fit(NETWORK, XOR);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> run.continueFrom(999, run.trainer()));
    }

    /** The first record is over all samples, as that of any run; from then on it is what was met on the way. */
    @Test
    void lossWhileTrainingGoesOn() {
        Trainer trainer = SGD.lossWhileTraining().epochs(50);
        History whole = trainer.fit(NETWORK, XOR);
        double[] rest = whole.continueFrom(30, trainer).loss();
        assertEquals(SGD.epochs(30).fit(NETWORK, XOR).lastLoss(), rest[0]);
        assertArrayEquals(Arrays.copyOfRange(whole.loss(), 31, 51), Arrays.copyOfRange(rest, 1, 21));
    }

    @Test
    void theRunThatIsContinuedStaysAsItIs() {
        History run = SGD.epochs(50).fit(NETWORK, XOR);
        Network last = run.network();
        Network middle = run.at(25);
        run.continueFrom(20, SGD.optimizer(Optimizer.sgd(9)).epochs(90));
        assertEquals(last, run.network());
        assertEquals(middle, run.at(25));
        assertEquals(50, run.epochs());
    }

    @Test
    void theFirstRecordIsNeverDropped() {
        Recorder recorder = new Recorder(List.of(), false, false, 1, 8);
        for (int epoch = 5; epoch <= 25; epoch++) {
            if (recorder.wants(epoch)) {
                recorder.add(epoch, new double[] {epoch});
            }
        }
        assertArrayEquals(new int[] {5, 8, 12, 16, 20, 24}, recorder.snapshot().epochs());
    }

    @Test
    void nonsenseIsRefusedInWords() {
        History run = SGD.epochs(50).fit(NETWORK, XOR);
        assertThrows(IndexOutOfBoundsException.class, () -> run.continueFrom(-1, SGD.epochs(60)));
        assertThrows(IndexOutOfBoundsException.class, () -> run.continueFrom(51, SGD.epochs(60)));
        assertThrows(IllegalArgumentException.class, () -> run.continueFrom(5, null));
        assertThrows(IllegalArgumentException.class, () -> SGD.optimizer(null));
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> run.continueFrom(50, run.trainer()));
        assertEquals(
                "the trainer ends with epoch 50, but is to go on from epoch 50; say up to which, as .epochs(1050)",
                error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> run.continueFrom(0, SGD));
    }
}
