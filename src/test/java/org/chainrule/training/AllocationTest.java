package org.chainrule.training;

import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    static Stream<Arguments> runs() {
        Trainer sgd = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.01));
        Trainer momentum = Trainer.of(Loss.squaredError(), Optimizer.momentum(0.01, 0.9));
        Trainer softmax = Trainer.of(Loss.crossEntropy(), Optimizer.sgd(0.01));
        Trainer nesterov = sgd.optimizer(
                Optimizer.nesterov(LearningRate.cosineDecay(0.01, 300_000).warmUp(100), 0.9));
        Trainer rmsprop = sgd.optimizer(Optimizer.rmsprop(LearningRate.exponentialDecay(0.01, 0.5, 9)));
        Trainer adam = sgd.optimizer(Optimizer.adam(LearningRate.stepDecay(0.01, 0.5, 9)));
        Dataset xor = Datasets.xor();
        return Stream.of(
                Arguments.of(sgd.online(), NETWORK, xor),
                Arguments.of(sgd.miniBatches(1, 7), NETWORK, xor),
                Arguments.of(momentum.online(), NETWORK, xor),
                Arguments.of(momentum.miniBatches(1, 7).watch(epoch -> {}).report(Measure.accuracy()), NETWORK, xor),
                Arguments.of(
                        momentum.online()
                                .report(Measure.accuracy())
                                .validate(xor)
                                .patience(1_000),
                        NETWORK,
                        xor),
                Arguments.of(nesterov.online(), NETWORK, xor),
                Arguments.of(rmsprop.online(), NETWORK, xor),
                Arguments.of(adam.miniBatches(1, 7), NETWORK, xor),
                Arguments.of(softmax.online().report(Measure.accuracy()), SOFTMAX_NETWORK, xor.oneHot(2)),
                Arguments.of(momentum.online(), SOFTMAX_NETWORK, xor.oneHot(2)));
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
