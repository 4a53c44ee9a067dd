package org.chainrule.training;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.chainrule.data.Dataset;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;

/** A network while it learns: its parameters, the optimizer's memory, the order of the samples. */
final class Learner {
    private static final int EVALUATED_AT_ONCE = 256;
    private static final double[] NONE = {};

    private final Trainer trainer;
    private final Backpropagation backpropagation;
    private final double[] X;
    private final double[] Y;
    private final int n;
    private final int batch;
    private final int[] order;
    private final int[] inOrder;
    private NumpyRandom random;
    private final double[] memory;
    private final double[] output;
    private final double[] target;
    private final int atOnce;
    private long updates;
    private double seen;
    private boolean interruptible = true;

    Learner(Trainer trainer, Network network, Dataset data) {
        this.trainer = trainer;
        this.n = data.size();
        this.X = data.inputs().getDDRM().data;
        this.Y = data.targets().getDDRM().data;
        this.batch = trainer.batching.sizeFor(n);
        this.atOnce = Math.max(batch, Math.min(n, EVALUATED_AT_ONCE));
        this.backpropagation = new Backpropagation(network, trainer.loss, atOnce);
        this.order = new int[n];
        this.inOrder = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
            inOrder[i] = i;
        }
        this.random = trainer.batching.generator();
        this.memory = new double[trainer.optimizer.stateSize(network.parameterCount())];
        this.output = new double[network.outputs()];
        this.target = new double[network.outputs()];
    }

    /** Trains one epoch; says why if it could not be ended, and null if it was. */
    Ending.Kind epoch() {
        shuffle();
        double total = 0;
        for (int from = 0; from < n; from += batch) {
            if (interruptible && Thread.currentThread().isInterrupted()) {
                return Ending.Kind.INTERRUPTED;
            }
            backpropagation.load(X, Y, order, from, Math.min(batch, n - from));
            backpropagation.forward();
            if (trainer.lossWhileTraining) {
                total = backpropagation.addTo(total);
            }
            backpropagation.backward();
            if (!backpropagation.isFinite()) {
                return Ending.Kind.DIVERGED;
            }
            trainer.optimizer.update(backpropagation.parameters(), backpropagation.gradient(), memory, ++updates);
        }
        seen = backpropagation.join(total, n);
        return null;
    }

    /** The loss to record after an epoch, or before the first one. */
    double recordedLoss(int epoch) {
        return trainer.lossWhileTraining && epoch > 0 ? seen : evaluate(NONE);
    }

    /** The loss to record after an epoch, and beside it the measures. */
    double recordedLoss(int epoch, double[] measures) {
        if (measures.length == 0) {
            return recordedLoss(epoch);
        }
        double loss = evaluate(measures);
        return trainer.lossWhileTraining && epoch > 0 ? seen : loss;
    }

    /** The loss over all samples as the parameters stand now, and the measures. */
    private double evaluate(double[] measures) {
        Arrays.fill(measures, 0);
        double total = 0;
        for (int from = 0; from < n; from += atOnce) {
            int rows = Math.min(atOnce, n - from);
            backpropagation.load(X, Y, inOrder, from, rows);
            backpropagation.forward();
            total = backpropagation.addTo(total);
            score(from, rows, measures);
        }
        return backpropagation.join(total, n);
    }

    boolean isFinite() {
        for (double value : backpropagation.parameters()) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    Network network() {
        return backpropagation.network();
    }

    long updates() {
        return updates;
    }

    void checkpoint(int epoch, Checkpoints checkpoints) {
        checkpoints.offer(epoch, backpropagation.parameters(), memory);
    }

    /**
     * Goes to the state after an epoch that was already trained once.
     *
     * @throws CancellationException if it is interruptible, and interrupted
     */
    void replay(int epoch, Checkpoints checkpoints, boolean interruptible) {
        this.interruptible = interruptible;
        if (random != null) {
            random = trainer.batching.generator();
        }
        int e = checkpoints.restore(epoch, backpropagation.parameters(), memory);
        updates = (long) e * ((n + batch - 1) / batch);
        for (int skipped = 0; skipped < e; skipped++) {
            shuffle();
        }
        for (; e < epoch; e++) {
            if (epoch() == Ending.Kind.INTERRUPTED) {
                throw new CancellationException("interrupted while epoch " + epoch + " was trained again");
            }
        }
    }

    private void shuffle() {
        if (random != null) {
            System.arraycopy(inOrder, 0, order, 0, n);
            random.shuffle(order);
        }
    }

    private void score(int from, int rows, double[] measures) {
        for (int i = 0; i < rows && measures.length > 0; i++) {
            for (int j = 0; j < output.length; j++) {
                output[j] = backpropagation.output(i, j);
                target[j] = Y[(from + i) * target.length + j];
            }
            for (int k = 0; k < measures.length; k++) {
                measures[k] += trainer.measures.get(k).of(output, target) / n;
            }
        }
    }
}
