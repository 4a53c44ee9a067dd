package org.chainrule.training;

import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Backend;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An update allocates nothing: a run of 200,000 updates takes no more bytes than one of 1,000. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Network NETWORK = Network.inputs(2)
            .dense(2, SIGMOID)
            .dense(1, SIGMOID)
            .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(0));
    private static final int UPDATES_AN_EPOCH = 4;
    private static final Network SOFTMAX_NETWORK = Network.inputs(2)
            .dense(2, LEAKY_RELU)
            .dense(2, SOFTMAX)
            .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(0));

    /** Every optimizer in every way to cut an epoch, watched and measured, and the losses and activations of several outputs. */
    static Stream<Arguments> runs() {
        List<Optimizer> optimizers = List.of(
                Optimizer.sgd(0.01),
                Optimizer.sgd(LearningRate.exponentialDecay(0.01, 0.5, 9)),
                Optimizer.momentum(0.01, 0.9),
                Optimizer.nesterov(LearningRate.cosineDecay(0.01, 300_000).warmUp(100), 0.9),
                Optimizer.rmsprop(LearningRate.exponentialDecay(0.01, 0.5, 9)),
                Optimizer.adam(LearningRate.stepDecay(0.01, 0.5, 9)));
        Dataset xor = Datasets.xor();
        Stream<Arguments> all = optimizers.stream().flatMap(optimizer -> {
            Trainer watched = Trainer.of(Loss.binaryCrossEntropy(), optimizer)
                    .watch(epoch -> {})
                    .report(Measure.accuracy());
            return Stream.of(watched.online(), watched.miniBatches(1, 7), watched.fullBatch())
                    .map(trainer -> Arguments.of(trainer, NETWORK, xor));
        });
        Trainer softmax = Trainer.of(Loss.crossEntropy(), Optimizer.sgd(0.01));
        Trainer squared = Trainer.of(Loss.squaredError(), Optimizer.momentum(0.01, 0.9));
        return Stream.concat(
                all,
                Stream.of(
                        Arguments.of(softmax.online().report(Measure.accuracy()), SOFTMAX_NETWORK, xor.oneHot(2)),
                        Arguments.of(
                                squared.online()
                                        .report(Measure.accuracy())
                                        .validate(xor)
                                        .patience(1_000),
                                NETWORK,
                                xor),
                        Arguments.of(squared.online(), SOFTMAX_NETWORK, xor.oneHot(2)),
                        Arguments.of(squared.miniBatches(3, 7).lossWhileTraining(), NETWORK, xor)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void twoHundredThousandUpdatesAllocateNoMoreThanAThousand(Trainer trainer, Network network, Dataset data) {
        Trainer rare = trainer.recordEvery(Integer.MAX_VALUE);
        Trainer few = rare.epochs(1_000 / UPDATES_AN_EPOCH);
        Trainer many = rare.epochs(200_000 / UPDATES_AN_EPOCH);
        long fewBytes = allocated(few, network, data);
        long manyBytes = allocated(many, network, data);
        // Less is possible: code that was compiled in the meantime spares some objects of a run.
        assertTrue(manyBytes <= fewBytes, manyBytes + " bytes instead of " + fewBytes);
    }

    /** The Vector API makes objects until its methods are compiled, so the runs are repeated until they are; both have all checkpoints. */
    @ParameterizedTest
    @EnumSource(Backend.class)
    void updatesOfALargeNetworkAllocateNothingOnceTheyAreCompiled(Backend backend) {
        Network network = Network.inputs(130)
                .dense(90, LEAKY_RELU)
                .dense(3, SOFTMAX)
                .initialize(Initializer.he(), NumpyRandom.seed(0));
        SimpleMatrix classes = new SimpleMatrix(20, 1);
        Dataset data = Dataset.of(NumpyRandom.seed(1).randn(20, 130), classes).oneHot(3);
        Trainer trainer = Trainer.of(Loss.crossEntropy(), Optimizer.adam(0.001))
                .miniBatches(7, 3)
                .recordEvery(Integer.MAX_VALUE);
        System.setProperty(Backend.PROPERTY, backend.name().toLowerCase(Locale.ROOT));
        try {
            long few = Long.MAX_VALUE;
            long many = Long.MAX_VALUE;
            for (int run = 0; run < 20 && (run < 2 || many > few); run++) {
                few = Math.min(few, allocated(trainer.epochs(300), network, data));
                many = Math.min(many, allocated(trainer.epochs(900), network, data));
            }
            assertTrue(many <= few, many + " bytes instead of " + few);
        } finally {
            System.clearProperty(Backend.PROPERTY);
        }
    }

    /** The least of several runs: the JVM itself sometimes allocates a little when it compiles anew. */
    private static long allocated(Trainer trainer, Network network, Dataset data) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            trainer.fit(network, data);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
