package org.chainrule.bench;

import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SOFTMAX;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.chainrule.data.Dataset;
import org.chainrule.network.Architecture;
import org.chainrule.network.Backend;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.plot.LineChart;
import org.chainrule.plot.Picture;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;

/** What an update costs, in time and memory, beside the operations that it is made of. */
final class CostCurves {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double[] NO_STATE = {};
    private static final int INPUTS = 64;
    private static final int CLASSES = 10;
    private static final int EPOCHS = 10;

    private CostCurves() {}

    /** Prints the tables, and draws the curves into the directory. */
    static void print(Path directory) throws IOException {
        System.out.println("Backend: " + Backend.describe() + "; Java " + System.getProperty("java.version"));
        int[] widths = {2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};
        table("width, one hidden layer, batch 64");
        Cost[] wide = Arrays.stream(widths).mapToObj(width -> row(width, network(1, width), 64)).toArray(Cost[]::new);
        table("depth, layers of 64 units, batch 64");
        for (int depth : new int[] {1, 2, 4, 8, 16}) {
            row(depth, network(depth, 64), 64);
        }
        int[] batches = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
        table("batch, one hidden layer of 256 units");
        Cost[] batched = Arrays.stream(batches).mapToObj(batch -> row(batch, network(1, 256), batch)).toArray(Cost[]::new);
        samples();
        draw(directory, "width", "units of the hidden layer, batch 64", widths, wide);
        draw(directory, "batch", "samples in a batch, 256 hidden units", batches, batched);
    }

    private record Cost(double flop, double seconds) {}

    /** Beside the time that the operations would take at the best rate of all: where time is nothing else, the curves are one. */
    private static void draw(Path directory, String what, String axis, int[] values, Cost[] costs) throws IOException {
        double best = Arrays.stream(costs).mapToDouble(cost -> cost.flop / cost.seconds).max().orElseThrow();
        double[] x = Arrays.stream(values).asDoubleStream().toArray();
        Picture picture = LineChart.titled("What an update costs: " + what)
                .axes(axis, "µs an update")
                .logarithmicX()
                .logarithmic()
                .add("measured", x, Arrays.stream(costs).mapToDouble(cost -> 1e6 * cost.seconds).toArray())
                .add("its operations", x, Arrays.stream(costs).mapToDouble(cost -> 1e6 * cost.flop / best).toArray())
                .picture(2);
        Path file = directory.resolve("cost-of-" + what + ".png");
        Files.write(file, picture.png());
        System.out.printf(Locale.ROOT, "%n%s, operations at %.1f GFLOP/s: %s%n", file, best / 1e9, picture.alt());
    }

    /** Through the trainer: an epoch in batches of 64, and all that a run of ten epochs allocates. */
    private static void samples() {
        System.out.printf("%n| samples, 64-64-10, batch 64 | updates an epoch | ms an epoch | µs a sample | a run of ten epochs, kB |%n");
        System.out.println("|---:|---:|---:|---:|---:|");
        Network network = network(1, 64);
        for (int samples : new int[] {500, 1_000, 2_000, 4_000, 8_000, 16_000}) {
            SimpleMatrix classes = new SimpleMatrix(samples, 1);
            for (int i = 0; i < samples; i++) {
                classes.set(i, i % CLASSES);
            }
            Dataset data = Dataset.of(NumpyRandom.seed(2).randn(samples, INPUTS), classes).oneHot(CLASSES);
            Trainer trainer = Trainer.of(Loss.crossEntropy(), Optimizer.sgd(1e-3))
                    .miniBatches(64, 1)
                    .lossWhileTraining()
                    .epochs(EPOCHS);
            double best = Double.POSITIVE_INFINITY;
            double bytes = Double.POSITIVE_INFINITY;
            for (int round = 0; round < 6; round++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                long begun = THREADS.getCurrentThreadCpuTime();
                trainer.fit(network, data);
                best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - begun) / 1e6 / EPOCHS);
                bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - before);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %d | %.2f | %.2f | %,.0f |%n",
                    samples,
                    (samples + 63) / 64,
                    best,
                    1e3 * best / samples,
                    bytes / 1e3);
        }
    }

    private static void table(String title) {
        System.out.printf("%n| %s | parameters | MFLOP an update | µs an update | GFLOP/s | buffers, kB |%n", title);
        System.out.println("|---:|---:|---:|---:|---:|---:|");
    }

    private static Cost row(int value, Network network, int batch) {
        double flop = flop(network, batch);
        double[] X = new double[batch * network.inputs()];
        Arrays.setAll(X, i -> (i * 37 % 101) / 101.0);
        double[] Y = new double[batch * CLASSES];
        Arrays.setAll(Y, i -> i % CLASSES == i / CLASSES % CLASSES ? 1 : 0);
        int[] order = new int[batch];
        Arrays.setAll(order, i -> i);
        Backpropagation backpropagation = new Backpropagation(network, Loss.crossEntropy(), batch);
        // The second time, because the first may load classes.
        long before = THREADS.getCurrentThreadAllocatedBytes();
        backpropagation = new Backpropagation(network, Loss.crossEntropy(), batch);
        double bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        Optimizer sgd = Optimizer.sgd(1e-3);
        int updates = (int) Math.max(5, 2e8 / flop);
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 12; round++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            for (int u = 1; u <= updates; u++) {
                backpropagation.load(X, Y, order, 0, batch);
                backpropagation.forward();
                backpropagation.backward();
                sgd.update(backpropagation.parameters(), backpropagation.gradient(), NO_STATE, u);
            }
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - begun) / 1e9 / updates);
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %,d | %.3f | %.1f | %.1f | %,.0f |%n",
                value,
                network.parameterCount(),
                flop / 1e6,
                best * 1e6,
                flop / best / 1e9,
                bytes / 1e3);
        return new Cost(flop, best);
    }

    private static Network network(int depth, int width) {
        Architecture architecture = Network.inputs(INPUTS);
        for (int l = 0; l < depth; l++) {
            architecture = architecture.dense(width, RELU);
        }
        return architecture.dense(CLASSES, SOFTMAX).initialize(Initializer.he(), NumpyRandom.seed(1));
    }

    /** Two operations a product of the three matrix products of a layer, but the first layer propagates nothing. */
    private static double flop(Network network, int batch) {
        double flop = 0;
        for (int l = 1; l <= network.depth(); l++) {
            Dense layer = network.layer(l);
            flop += (l == 1 ? 4.0 : 6.0) * batch * layer.inputs() * layer.units();
        }
        return flop;
    }
}
