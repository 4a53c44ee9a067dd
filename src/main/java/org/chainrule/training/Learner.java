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

    private final Trainer trainer;
    private final Origin origin;
    private final Backpropagation backpropagation;
    private final Checkpoints.State state;
    private final SampleRows samples;
    private final int n;
    private final int batch;
    private final Evaluation training;
    /** Null where nothing is validated. */
    private final Evaluation validation;

    private final int[] order;
    private final int[] inOrder;
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
        this.samples = SampleRows.of(data);
        this.n = samples.n();
        this.batch = trainer.batching.sizeFor(n);
        int most = trainer.validation == null ? n : Math.max(n, trainer.validation.size());
        int atOnce = Math.max(batch, Math.min(most, EVALUATED_AT_ONCE));
        this.backpropagation = new Backpropagation(start, trainer.loss, atOnce);
        this.state = new Checkpoints.State(backpropagation.parameters(), memory(start.parameterCount()), generator());
        this.order = new int[n];
        Arrays.setAll(order, i -> i);
        this.inOrder = order.clone();
        this.training = new Evaluation(backpropagation, trainer.measures, samples, start.outputs(), atOnce);
        this.validation = trainer.validation == null
                ? null
                : new Evaluation(
                        backpropagation, trainer.measures, SampleRows.of(trainer.validation), start.outputs(), atOnce);
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
            backpropagation.load(samples.X(), samples.Y(), order, from, Math.min(batch, n - from));
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
        return isWhileTraining(epoch) ? seen : training.loss();
    }

    /**
     * The loss of the validation part.
     *
     * @throws IllegalStateException if there is none
     */
    double validationLoss() {
        if (validation == null) {
            throw new IllegalStateException("there is no validation part; add .validate(split.validation())");
        }
        return validation.loss();
    }

    /** Fills a row of the records: loss and measures, and behind them those of the validation part. */
    void record(int epoch, double[] row) {
        double loss = training.loss(row, 1);
        row[0] = isWhileTraining(epoch) ? seen : loss;
        if (validation != null) {
            row[row.length / 2] = validation.loss(row, row.length / 2 + 1);
        }
    }

    /** The same without measures, which are no numbers then. */
    void recordLosses(int epoch, double[] row) {
        Arrays.fill(row, Double.NaN);
        row[0] = loss(epoch);
        if (validation != null) {
            row[row.length / 2] = validation.loss();
        }
    }

    private boolean isWhileTraining(int epoch) {
        return trainer.lossWhileTraining && epoch > origin.epoch();
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
