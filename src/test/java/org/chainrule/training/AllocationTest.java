package org.chainrule.training;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An update allocates nothing: a run of 200,000 updates takes as many bytes as one of 1,000. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Network NETWORK = Network.inputs(2)
            .dense(2, SIGMOID)
            .dense(1, SIGMOID)
            .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(0));
    private static final int UPDATES_AN_EPOCH = 4;

    static Stream<Trainer> trainers() {
        Trainer sgd = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.01));
        Trainer momentum = Trainer.of(Loss.squaredError(), Optimizer.momentum(0.01, 0.9));
        LearningRate schedule = LearningRate.cosineDecay(0.01, 300_000).warmUp(100);
        return Stream.of(
                        sgd.online(),
                        sgd.optimizer(Optimizer.nesterov(schedule, 0.9)).online(),
                        sgd.optimizer(Optimizer.rmsprop(LearningRate.exponentialDecay(0.01, 0.5, 9)))
                                .online(),
                        sgd.optimizer(Optimizer.adam(LearningRate.stepDecay(0.01, 0.5, 9)))
                                .miniBatches(1, 7),
                        sgd.miniBatches(1, 7),
                        momentum.online(),
                        momentum.miniBatches(1, 7).watch(epoch -> {}).report(Measure.accuracy()))
                .map(trainer -> trainer.recordEvery(Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void twoHundredThousandUpdatesAllocateWhatAThousandDo(Trainer trainer) {
        Trainer few = trainer.epochs(1_000 / UPDATES_AN_EPOCH);
        Trainer many = trainer.epochs(200_000 / UPDATES_AN_EPOCH);
        assertEquals(allocated(few), allocated(many));
    }

    /** The least of several runs: the JVM itself sometimes allocates a little when it compiles anew. */
    private static long allocated(Trainer trainer) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            trainer.fit(NETWORK, Datasets.xor());
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
