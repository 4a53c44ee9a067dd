package org.chainrule.training;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {
    private static final Dataset XOR = Datasets.xor();
    private static final Network NETWORK =
            Network.inputs(2).dense(2, SIGMOID).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(3));
    private static final Trainer SGD = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5));

    @AfterEach
    void nobodyIsInterrupted() {
        Thread.interrupted();
    }

    static Stream<Trainer> trainers() {
        Trainer momentum = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.momentum(0.1, 0.9));
        return Stream.of(SGD.online(), SGD.fullBatch(), SGD.miniBatches(3, 5), momentum.miniBatches(1, 8));
    }

    /** More epochs than checkpoints, so that most are trained again. */
    @ParameterizedTest
    @MethodSource("trainers")
    void atIsWhatTrainingThatLongGives(Trainer trainer) {
        History run = trainer.epochs(1000).fit(NETWORK, XOR);
        assertEquals(NETWORK, run.at(0));
        for (int e : new int[] {1, 2, 127, 128, 129, 500, 999, 1000}) {
            assertEquals(trainer.epochs(e).fit(NETWORK, XOR).network(), run.at(e), "epoch " + e);
        }
        assertEquals(run.network(), run.at(1000));
    }

    /** From checkpoint to checkpoint, and between them from one asked for to the next. */
    @ParameterizedTest
    @MethodSource("trainers")
    void aWalkShowsTheNetworkOfEachEpoch(Trainer trainer) {
        History run = trainer.epochs(1000).fit(NETWORK, XOR);
        int[] epochs = {0, 0, 3, 5, 6, 500, 501, 999, 1000};
        List<Integer> visited = new ArrayList<>();
        run.walk(
                (network, epoch) -> {
                    assertEquals(run.at(epoch), network, "epoch " + epoch);
                    visited.add(epoch);
                },
                epochs);
        assertEquals(Arrays.stream(epochs).boxed().toList(), visited);
    }

    /** A run whose optimizer does nothing but count. */
    private static History thousandEpochs(AtomicInteger updates) {
        Optimizer counting = new Optimizer() {
            @Override
            public int stateSize(int parameters) {
                return 0;
            }

            @Override
            public void update(double[] theta, double[] gradient, double[] state, long step) {
                updates.incrementAndGet();
            }
        };
        return Trainer.of(Loss.binaryCrossEntropy(), counting).epochs(1000).fit(NETWORK, XOR);
    }

    @Test
    void aWalkTrainsNoEpochTwice() {
        AtomicInteger updates = new AtomicInteger();
        History run = thousandEpochs(updates);
        updates.set(0);
        run.walk((network, epoch) -> {}, IntStream.rangeClosed(0, 1000).toArray());
        assertTrue(updates.get() <= 1000, updates + " updates");
    }

    /** There are 128 places, so that of a thousand epochs every eighth is kept. */
    @Test
    void goingBackTrainsFromTheNearestCheckpointOnly() {
        AtomicInteger updates = new AtomicInteger();
        History run = thousandEpochs(updates);
        for (int epoch : new int[] {999, 503, 8, 5, 0}) {
            updates.set(0);
            run.at(epoch);
            assertEquals(epoch % 8, updates.get(), "epoch " + epoch);
        }
    }

    @Test
    void epochsInStepsAreSpreadFromTheFirstToTheLast() {
        assertArrayEquals(
                new int[] {0, 1, 2, 3}, SGD.epochs(3).fit(NETWORK, XOR).epochsInSteps(9));
        History run = SGD.epochs(1000).fit(NETWORK, XOR);
        assertArrayEquals(new int[] {0, 142, 285, 428, 571, 714, 857, 1000}, run.epochsInSteps(7));
        assertThrows(IllegalArgumentException.class, () -> run.epochsInSteps(0));
    }

    @Test
    void aWalkGoesForwardThroughTrainedEpochs() {
        History run = SGD.epochs(5).fit(NETWORK, XOR);
        assertThrows(IndexOutOfBoundsException.class, () -> run.walk((network, epoch) -> {}, 0, 6));
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> run.walk((network, epoch) -> {}, 3, 2));
        assertEquals(
                "epoch 2 comes after epoch 3, but a walk goes forward: give the epochs in ascending order",
                error.getMessage());
    }

    @Test
    void epochsThatWereNotTrainedAreRefused() {
        History run = SGD.epochs(5).fit(NETWORK, XOR);
        assertThrows(IndexOutOfBoundsException.class, () -> run.at(-1));
        IndexOutOfBoundsException error = assertThrows(IndexOutOfBoundsException.class, () -> run.at(6));
        assertEquals("epoch 6 was not trained; ask for one from 0 (before training) to 5", error.getMessage());
    }

    @Test
    void anInterruptEndsTheRunAndKeepsIt() {
        History run = SGD.online()
                .epochs(1_000_000)
                .watch(epoch -> {
                    if (epoch.number() == 100) {
                        Thread.currentThread().interrupt();
                    }
                })
                .fit(NETWORK, XOR);
        assertTrue(Thread.interrupted(), "the flag is still set for whoever runs this thread");
        assertEquals(Ending.Kind.INTERRUPTED, run.ending().kind());
        assertEquals(100, run.epochs());
        assertEquals(101, run.loss().length);
        assertEquals(SGD.online().epochs(100).fit(NETWORK, XOR).network(), run.network());
        assertEquals(run.network(), run.at(100));
    }

    /** Stopped within an epoch, the run goes back to the last whole one, so that all it says is of one network. */
    @Test
    void anInterruptWithinAnEpochGoesBackToTheLastWholeOne() {
        int[] updates = {0};
        Optimizer stopping = new Optimizer() {
            @Override
            public int stateSize(int parameters) {
                return 0;
            }

            @Override
            public void update(double[] theta, double[] gradient, double[] state, long t) {
                Optimizer.sgd(0.5).update(theta, gradient, state, t);
                if (++updates[0] == 4 * 50 + 2) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        History run = Trainer.of(Loss.binaryCrossEntropy(), stopping)
                .online()
                .epochs(1000)
                .recordEvery(7)
                .fit(NETWORK, XOR);
        assertTrue(Thread.interrupted());
        assertEquals(50, run.epochs());
        assertEquals(200, run.updates());
        Network whole = SGD.online().epochs(50).fit(NETWORK, XOR).network();
        assertEquals(whole, run.network());
        assertEquals(Loss.binaryCrossEntropy().of(whole, XOR.inputs(), XOR.targets()), run.lastLoss());
        assertEquals(50, run.records().epochs()[run.loss().length - 1]);
    }

    @Test
    void listenersHearTheEndWithoutTheInterruptFlag() {
        boolean[] flagged = {true};
        SGD.epochs(100)
                .watch(new TrainingListener() {
                    @Override
                    public void epoch(Epoch epoch) {
                        Thread.currentThread().interrupt();
                    }

                    @Override
                    public void end(History history) {
                        flagged[0] = Thread.currentThread().isInterrupted();
                    }
                })
                .fit(NETWORK, XOR);
        assertFalse(flagged[0]);
    }

    @Test
    void goingBackCanBeInterrupted() {
        History run = SGD.epochs(1000).fit(NETWORK, XOR);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> run.at(999));
    }

    @Test
    void aListenerThatFailsIsLeftOutAndTheRunGoesOn() {
        int[] heard = {0};
        History run = SGD.epochs(50)
                .watch(
                        epoch -> {
                            if (epoch.number() == 3) {
                                throw new UnsatisfiedLinkError("no fonts");
                            }
                        },
                        epoch -> heard[0]++)
                .fit(NETWORK, XOR);
        assertEquals(50, run.epochs());
        assertEquals(51, heard[0]);
        assertEquals(1, run.notes().size());
        assertTrue(run.toString().contains("no fonts"));
    }

    @Test
    void aMeasureThatFailsIsNotANumberFromThenOnAndTheRunGoesOn() {
        int[] calls = {0};
        Measure failing = Measure.of("failing", (a, y) -> {
            if (++calls[0] > 100) {
                throw new IllegalStateException("typo");
            }
            return 1;
        });
        History run = SGD.epochs(50).report(failing).fit(NETWORK, XOR);
        assertEquals(50, run.epochs());
        assertEquals(1, run.measure("failing")[10], 1e-15);
        assertTrue(Double.isNaN(run.measure("failing")[40]));
        assertEquals(SGD.epochs(50).fit(NETWORK, XOR).lastLoss(), run.lastLoss());
        assertEquals(1, run.notes().size());
    }

    @Test
    void whatAListenerKeepsDoesNotChange() {
        Records[] kept = new Records[1];
        Network[] network = new Network[1];
        History run = SGD.epochs(40)
                .watch(epoch -> {
                    if (epoch.number() == 10) {
                        kept[0] = epoch.records();
                        network[0] = epoch.network();
                    }
                })
                .fit(NETWORK, XOR);
        assertEquals(11, kept[0].epochs().length);
        assertEquals(run.at(10), network[0]);
        assertEquals(run.loss()[10], kept[0].lastLoss());
    }

    @Test
    void fullRecordsDropEverySecondEpochAndSaySo() {
        Recorder recorder = new Recorder(List.of("twice"), false, false, 1, 8);
        for (int e = 0; e <= 20; e++) {
            if (recorder.wants(e)) {
                recorder.add(e, new double[] {e, 2 * e});
            }
        }
        Records records = recorder.snapshot();
        assertEquals(4, records.every());
        assertArrayEquals(new int[] {0, 4, 8, 12, 16, 20}, records.epochs());
        assertArrayEquals(new double[] {0, 8, 16, 24, 32, 40}, records.measure("twice"));
    }

    @Test
    void itsTextSaysOnlyWhatThereIsToSay() {
        History run = SGD.epochs(5).fit(NETWORK, XOR);
        assertEquals(
                List.of("History of Network 2-2-1 (9 parameters)", "  " + run.trainer(), "  " + run.ending()),
                run.toString().lines().limit(3).toList());
        assertEquals(4, run.toString().lines().count());
        String rest = run.continueFrom(5, SGD.epochs(6)).toString();
        assertTrue(rest.contains("\n  continues another run from epoch 5\n"), rest);
    }

    @Test
    void aLongRunKeepsBoundedRecords() {
        History run = SGD.epochs(Recorder.CAPACITY + 2).fit(NETWORK, XOR);
        assertEquals(2, run.records().every());
        assertTrue(run.records().epochs().length <= Recorder.CAPACITY);
        assertEquals(Recorder.CAPACITY + 2, run.records().epochs()[run.loss().length - 1]);
        assertTrue(IntStream.of(run.records().epochs()).allMatch(e -> e % 2 == 0));
    }
}
