package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.chainrule.data.DataException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;

/**
 * How to train: which loss, which optimizer, how many epochs, in which batches, and who watches.
 *
 * <pre>{@code
 * History run = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5)).epochs(5_000).online().fit(net, Datasets.xor());
 * }</pre>
 *
 * <p>Immutable: each method gives a new trainer. It holds seeds, never a generator that was already drawn from, so the same
 * trainer gives the same run, to the last bit, however often it is used.
 */
public final class Trainer {
    final Loss loss;
    Optimizer optimizer;
    int epochs;
    Batching batching = Batching.full();
    int recordEvery = 1;
    boolean lossWhileTraining;
    List<Measure> measures = List.of();
    List<TrainingListener> listeners = List.of();
    Predicate<Epoch> until = epoch -> false;
    /** Null where nothing is validated. */
    Dataset validation;
    /** 0 for endless. */
    int patience;

    private Trainer(Loss loss, Optimizer optimizer) {
        this.loss = Require.present("loss", loss);
        this.optimizer = Require.present("optimizer", optimizer);
    }

    /** A trainer in full batches; say how long with {@link #epochs} before {@link #fit}. */
    public static Trainer of(Loss loss, Optimizer optimizer) {
        return new Trainer(loss, optimizer);
    }

    /** The same training with another optimizer, or another rate. */
    public Trainer optimizer(Optimizer optimizer) {
        Trainer trainer = copy();
        trainer.optimizer = Require.present("optimizer", optimizer);
        return trainer;
    }

    /**
     * How often every sample is shown; of a run that is continued, the number of its last epoch.
     *
     * @throws IllegalArgumentException if below 1
     */
    public Trainer epochs(int epochs) {
        Trainer trainer = copy();
        trainer.epochs = Require.atLeastOne("the number of epochs", epochs);
        return trainer;
    }

    /** One update a sample, in the order of the data set. */
    public Trainer online() {
        return batching(Batching.online());
    }

    /** One update an epoch, for all samples at once. This is the default. */
    public Trainer fullBatch() {
        return batching(Batching.full());
    }

    /**
     * One update for every {@code size} samples, in an order that is drawn anew for every epoch: the permutations of
     * {@code np.random.seed(seed)}. The last batch of an epoch may be smaller.
     *
     * @throws IllegalArgumentException if the size is below 1, or the seed not between 0 and 2³² − 1
     */
    public Trainer miniBatches(int size, long seed) {
        return batching(Batching.shuffled(size, seed));
    }

    /**
     * Records the loss and the measures after every k-th epoch only (and before the first, and after the last).
     *
     * @throws IllegalArgumentException if k is below 1
     */
    public Trainer recordEvery(int k) {
        Trainer trainer = copy();
        trainer.recordEvery = Require.atLeastOne("the distance between two recorded epochs", k);
        return trainer;
    }

    /**
     * Records the loss as it was met on the way, each batch before its update, instead of a pass over all samples after the
     * epoch: cheaper, but of parameters that were still moving.
     */
    public Trainer lossWhileTraining() {
        Trainer trainer = copy();
        trainer.lossWhileTraining = true;
        return trainer;
    }

    /**
     * Records these measures beside the loss.
     *
     * @throws IllegalArgumentException if two measures have one name
     */
    public Trainer report(Measure... measures) {
        Trainer trainer = copy();
        trainer.measures = joined(this.measures, measures, "measure");
        long names = trainer.measures.stream().map(Measure::name).distinct().count();
        if (names < trainer.measures.size()) {
            throw new IllegalArgumentException(
                    "two measures have the same name: " + trainer.measures + "; give each one of its own");
        }
        return trainer;
    }

    /** Lets these listeners follow the run. */
    public Trainer watch(TrainingListener... listeners) {
        Trainer trainer = copy();
        trainer.listeners = joined(this.listeners, listeners, "listener");
        return trainer;
    }

    /** Ends the run after the first epoch for which the rule holds, as {@code until(epoch -> epoch.loss() < 0.01)}. */
    public Trainer until(Predicate<Epoch> rule) {
        Trainer trainer = copy();
        trainer.until = Require.present("rule to stop by", rule);
        return trainer;
    }

    /**
     * Judges the network on these samples too, from which it does not learn: their loss and measures are recorded beside those
     * of the training samples. Of a summed loss, each is the sum over its own samples.
     */
    public Trainer validate(Dataset samples) {
        Trainer trainer = copy();
        trainer.validation = Require.present("samples to validate with", samples);
        return trainer;
    }

    /**
     * Ends the run after k recorded epochs in a row without a better validation loss; {@link History#best} then gives the
     * network of the epoch that had the best. A run that is continued counts on.
     *
     * @throws IllegalArgumentException if k is below 1
     */
    public Trainer patience(int k) {
        Trainer trainer = copy();
        trainer.patience = Require.atLeastOne("the number of epochs without a better validation loss", k);
        return trainer;
    }

    /**
     * Trains a copy of the network on these samples; the network that is given stays as it is.
     *
     * <p>An interrupt ends the run before the next update, as does a number that becomes NaN or infinite: the history holds
     * what was trained until the last whole epoch, and the reason. The thread's interrupt flag stays set.
     *
     * @throws IllegalStateException if the number of epochs was never said, or there is patience but nothing to validate with
     * @throws ShapeException if the samples do not fit the network, or those to validate with have other columns
     * @throws DataException if a target is outside the loss's range
     * @throws IllegalArgumentException if the loss makes no sense on the network's outputs
     */
    public History fit(Network network, Dataset data) {
        if (epochs == 0) {
            throw new IllegalStateException("how long to train was not said; add .epochs(1_000) before .fit(…)");
        }
        return TrainingRun.of(this, Origin.of(Require.present("network", network)), Require.present("samples", data));
    }

    /** What this trainer makes small. */
    public Loss loss() {
        return loss;
    }

    boolean validatesLike(Trainer that) {
        return validation != null && validation.equals(that.validation) && loss.equals(that.loss);
    }

    void requireValidationLike(Dataset data, Network network) {
        if (validation == null) {
            if (patience > 0) {
                throw new IllegalStateException(
                        "patience looks at the loss of a validation part; add .validate(split.validation())");
            }
            return;
        }
        data.requireSameColumns("the validation part", validation);
        try {
            loss.require(network, validation.targets());
        } catch (DataException outside) {
            throw new DataException("in the validation part, " + outside.getMessage());
        }
    }

    private Trainer batching(Batching batching) {
        Trainer trainer = copy();
        trainer.batching = batching;
        return trainer;
    }

    private Trainer copy() {
        Trainer copy = new Trainer(loss, optimizer);
        copy.epochs = epochs;
        copy.batching = batching;
        copy.recordEvery = recordEvery;
        copy.lossWhileTraining = lossWhileTraining;
        copy.measures = measures;
        copy.listeners = listeners;
        copy.until = until;
        copy.validation = validation;
        copy.patience = patience;
        return copy;
    }

    private static <T> List<T> joined(List<T> before, T[] added, String what) {
        List<T> all = new ArrayList<>(before);
        for (T one : Require.present(what, added)) {
            all.add(Require.present(what, one));
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return loss + "; " + optimizer + "; " + batching + "; " + epochs + " epochs";
    }
}
