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
    private final Origin origin;
    private final Backpropagation backpropagation;
    private final Checkpoints.State state;
    private final double[] X;
    private final double[] Y;
    private final int n;
    private final int batch;
    private final int atOnce;
    private final int[] order;
    private final int[] inOrder;
    private final double[] output;
    private final double[] target;
    /** θ after the last whole epoch: where a run that is cut short goes back to. */
    private final double[] whole;

    /** How many updates came before the first one that the optimizer's memory knows. */
    private final long forgotten;

    private long updates;
    private double seen;

    Learner(Trainer trainer, Origin origin, Dataset data) {
        Network start = origin.network();
        this.trainer = trainer;
        this.origin = origin;
        this.n = data.size();
        this.X = data.inputs().getDDRM().data;
        this.Y = data.targets().getDDRM().data;
        this.batch = trainer.batching.sizeFor(n);
        this.atOnce = Math.max(batch, Math.min(n, EVALUATED_AT_ONCE));
        this.backpropagation = new Backpropagation(start, trainer.loss, atOnce);
        this.state = new Checkpoints.State(backpropagation.parameters(), memory(start.parameterCount()), generator());
        this.order = new int[n];
        Arrays.setAll(order, i -> i);
        this.inOrder = order.clone();
        this.output = new double[start.outputs()];
        this.target = new double[start.outputs()];
        this.whole = backpropagation.parameters().clone();
        this.updates = origin.updates();
        this.forgotten = origin.updates() - origin.remembered();
    }

    private double[] memory(int parameters) {
        if (origin.memory() != null) {
            return origin.memory().clone();
        }
        int size = trainer.optimizer.stateSize(parameters);
        if (size < 0) {
            throw new IllegalArgumentException("the optimizer " + trainer.optimizer + " asks to remember " + size
                    + " numbers; its stateSize must not be negative");
        }
        return new double[size];
    }

    private NumpyRandom generator() {
        return origin.random() == null
                ? trainer.batching.generator()
                : origin.random().copy();
    }

    /** Trains one epoch; says why if it could not be ended, and null if it was. */
    Ending.Kind epoch() {
        if (state.random() != null) {
            System.arraycopy(inOrder, 0, order, 0, n);
            state.random().shuffle(order);
        }
        double total = 0;
        for (int from = 0; from < n; from += batch) {
            if (Thread.currentThread().isInterrupted()) {
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
            updates++;
            trainer.optimizer.update(state.theta(), backpropagation.gradient(), state.memory(), updates - forgotten);
        }
        if (!isFinite()) {
            return Ending.Kind.DIVERGED;
        }
        seen = backpropagation.join(total, n);
        return null;
    }

    private boolean isFinite() {
        for (double value : state.theta()) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Makes this epoch the one to go back to. */
    void keep(int epoch, Checkpoints checkpoints) {
        System.arraycopy(state.theta(), 0, whole, 0, whole.length);
        checkpoints.offer(epoch - origin.epoch(), state);
    }

    /** Goes back to the last whole epoch. */
    void goBack(int epoch) {
        System.arraycopy(whole, 0, state.theta(), 0, whole.length);
        updates = updatesAfter(epoch);
    }

    /** The loss to record after an epoch, or where the run sets out. */
    double loss(int epoch) {
        return trainer.lossWhileTraining && epoch > origin.epoch() ? seen : evaluate(NONE);
    }

    /** The same, and each measure into its place. */
    double loss(int epoch, double[] measures) {
        double loss = evaluate(measures);
        return trainer.lossWhileTraining && epoch > origin.epoch() ? seen : loss;
    }

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

    Network network() {
        return origin.network().withParameters(state.theta());
    }

    long updates() {
        return updates;
    }

    Checkpoints checkpoints() {
        return new Checkpoints(state);
    }

    /**
     * Goes to the state after an epoch that was already trained once.
     *
     * @param reached the epoch at or before it whose state this learner has
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    void replay(int reached, int epoch, Checkpoints checkpoints) {
        int e = Math.max(reached, origin.epoch() + checkpoints.nearest(epoch - origin.epoch()));
        if (e > reached) {
            checkpoints.restore(e - origin.epoch(), state);
        }
        updates = updatesAfter(e);
        for (; e < epoch; e++) {
            if (epoch() == Ending.Kind.INTERRUPTED) {
                throw new CancellationException("interrupted while epoch " + epoch + " was trained again");
            }
        }
    }

    private long updatesAfter(int epoch) {
        return origin.updates() + (long) (epoch - origin.epoch()) * ((n + batch - 1) / batch);
    }

    /** Where another trainer goes on from here: with the same optimizer its memory, with the same batching its order. */
    Origin origin(History run, int epoch, Trainer next) {
        boolean sameOptimizer = next.optimizer.equals(trainer.optimizer);
        boolean sameBatching = next.batching.equals(trainer.batching);
        return new Origin(
                run,
                epoch,
                network(),
                updates,
                sameOptimizer ? updates - forgotten : 0,
                sameOptimizer ? state.memory() : null,
                sameBatching ? state.random() : null);
    }
}
