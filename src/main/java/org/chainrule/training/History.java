package org.chainrule.training;

import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;

/**
 * A run that is over: the trained network, the loss on the way, why it ended, and the way back to any epoch. Immutable.
 *
 * <p>Law: {@code run.at(e)} is, to the last bit, the network that training for e epochs gives.
 */
public final class History {
    private final Trainer trainer;
    private final Origin origin;
    private final Dataset data;
    private final Network network;
    private final long updates;
    private final Records records;
    private final Checkpoints checkpoints;
    private final Ending ending;
    private final List<String> notes;

    History(
            Trainer trainer,
            Origin origin,
            Dataset data,
            Learner learner,
            Records records,
            Checkpoints checkpoints,
            Ending ending,
            List<String> notes) {
        this.trainer = trainer;
        this.origin = origin;
        this.data = data;
        this.network = learner.network();
        this.updates = learner.updates();
        this.records = records;
        this.checkpoints = checkpoints;
        this.ending = ending;
        this.notes = notes;
    }

    /** The trained network: that after the last whole epoch, {@code at(epochs())}. */
    public Network network() {
        return network;
    }

    /**
     * The network after an epoch; 0 is before any training. Epochs between checkpoints are trained again, and those before
     * {@link #firstEpoch()} are those of the run that this one continues.
     *
     * @throws IndexOutOfBoundsException if the epoch is not between 0 and {@link #epochs()}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public Network at(int epoch) {
        requireTrained(epoch);
        return trainedBy(epoch).replayed(epoch).network();
    }

    /**
     * Walks through the run once and shows the network after each of these epochs: for many of them far cheaper than
     * {@link #at} for each, because no epoch is trained again twice. Those before {@link #firstEpoch()} are those of the run
     * that this one continues.
     *
     * @param visitor is given the network after an epoch, and the epoch
     * @param epochs ascending; 0 is before any training
     * @throws IndexOutOfBoundsException if an epoch is not between 0 and {@link #epochs()}
     * @throws IllegalArgumentException if an epoch is before the one that was asked for ahead of it
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public void walk(ObjIntConsumer<Network> visitor, int... epochs) {
        Require.present("visitor", visitor);
        requireAscending(Require.present("epochs", epochs));
        History run = null;
        Learner learner = null;
        int reached = 0;
        for (int epoch : epochs) {
            History next = trainedBy(epoch);
            if (next != run) {
                run = next;
                learner = new Learner(run.trainer, run.origin, run.data);
                reached = run.firstEpoch();
            }
            learner.replay(reached, epoch, run.checkpoints);
            visitor.accept(learner.network(), epoch);
            reached = epoch;
        }
    }

    /**
     * Epochs to {@link #walk} through: every one of a short run, of a long one so many steps, evenly spread; always 0 and
     * the last.
     *
     * @throws IllegalArgumentException if steps is below 1
     */
    public int[] epochsInSteps(int steps) {
        int taken = Math.min(epochs(), Require.atLeastOne("the number of steps", steps));
        return IntStream.rangeClosed(0, taken)
                .map(step -> taken == 0 ? 0 : (int) ((long) epochs() * step / taken))
                .toArray();
    }

    /**
     * Goes on from an epoch of this run, up to the last epoch of the trainer, and leaves this run as it is:
     * {@code run.continueFrom(200, run.trainer().optimizer(Optimizer.adam(0.05)))}.
     *
     * <p>Epochs are numbered on, so that both runs lie right in one chart. An optimizer that equals the one of this run keeps its
     * memory and its count of updates, another one begins with zeros at t = 1; batches of the same kind keep the order that
     * is drawn for them. Law: with the same trainer the new run ends, to the last bit, as one that was never interrupted.
     *
     * @throws IndexOutOfBoundsException if the epoch is not between 0 and {@link #epochs()}
     * @throws IllegalArgumentException if the trainer's last epoch is not after this one, or its loss makes no sense here
     * @throws java.util.concurrent.CancellationException if the thread is interrupted before the epoch is reached again
     */
    public History continueFrom(int epoch, Trainer trainer) {
        requireTrained(epoch);
        if (Require.present("trainer", trainer).epochs <= epoch) {
            throw new IllegalArgumentException(
                    "the trainer ends with epoch " + trainer.epochs + ", but is to go on from epoch " + epoch
                            + "; say up to which, as .epochs(" + (epoch + 1_000L) + ")");
        }
        History run = trainedBy(epoch);
        return TrainingRun.of(trainer, run.replayed(epoch).origin(run, epoch, trainer), data);
    }

    private void requireTrained(int epoch) {
        if (epoch < 0 || epoch > epochs()) {
            throw new IndexOutOfBoundsException(
                    "epoch " + epoch + " was not trained; ask for one from 0 (before training) to " + epochs());
        }
    }

    private void requireAscending(int[] epochs) {
        for (int i = 0; i < epochs.length; i++) {
            requireTrained(epochs[i]);
            if (i > 0 && epochs[i] < epochs[i - 1]) {
                throw new IllegalArgumentException("epoch " + epochs[i] + " comes after epoch " + epochs[i - 1]
                        + ", but a walk goes forward: give the epochs in ascending order");
            }
        }
    }

    /** The run that trained this epoch: this one, or one that it continues. */
    private History trainedBy(int epoch) {
        History run = this;
        while (epoch < run.firstEpoch()) {
            run = run.origin.earlier();
        }
        return run;
    }

    Origin origin() {
        return origin;
    }

    private Learner replayed(int epoch) {
        Learner learner = new Learner(trainer, origin, data);
        learner.replay(firstEpoch(), epoch, checkpoints);
        return learner;
    }

    /** The epoch that this run set out from: 0, or that from which it continues another. */
    public int firstEpoch() {
        return origin.epoch();
    }

    /** The number of the last epoch that was trained to its end: with all before it, how many were trained. */
    public int epochs() {
        return ending.epochs();
    }

    /** How many updates these epochs took, those of the run that this one continues included. */
    public long updates() {
        return updates;
    }

    /**
     * The loss after each recorded epoch: {@code loss()[e]} is that after epoch e, and {@code loss()[0]} that before
     * training, unless the run continues another or epochs were left out; {@link Records#epochs()} then says which ones it is.
     */
    public double[] loss() {
        return records.loss();
    }

    /** The loss after the last whole epoch. */
    public double lastLoss() {
        return records.lastLoss();
    }

    /**
     * A measure after each recorded epoch.
     *
     * @throws IllegalArgumentException if the trainer did not report a measure of this name
     */
    public double[] measure(String name) {
        return records.measure(name);
    }

    /**
     * What was recorded of the validation part: its loss and its measures.
     *
     * @throws IllegalStateException if the trainer had none
     */
    public Records validation() {
        return records.validation();
    }

    /**
     * The recorded epoch with the least validation loss, and its network, which is trained again if it is not at hand. Of a run
     * that continues another, the earlier epochs count too if they were judged by the same loss on the same samples.
     *
     * @throws IllegalStateException if the trainer had no validation part, or none of its losses was a number
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public Best best() {
        records.validation();
        Patience seen = new Patience(0);
        ValidationPath.show(this, epochs(), seen);
        if (seen.best() < 0) {
            throw new IllegalStateException("there is no best epoch: no validation loss was a number");
        }
        return new Best(seen.best(), seen.least(), at(seen.best()));
    }

    /** All that was recorded, and after which epochs. */
    public Records records() {
        return records;
    }

    /** Why the run ended. */
    public Ending ending() {
        return ending;
    }

    /** What went wrong beside the training, such as a listener that failed; usually empty. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The trainer of this run. */
    public Trainer trainer() {
        return trainer;
    }

    /** The samples of this run. */
    public Dataset data() {
        return data;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("History of " + network + "\n  " + trainer + "\n  " + ending);
        if (firstEpoch() > 0) {
            text.append("\n  continues another run from epoch ").append(firstEpoch());
        }
        text.append("\n  loss ")
                .append(NumpyFormat.significant(records.loss()[0], 3))
                .append(" → ")
                .append(NumpyFormat.significant(lastLoss(), 3));
        if (records.hasValidation()) {
            text.append("\n  validation loss ")
                    .append(NumpyFormat.significant(validation().loss()[0], 3))
                    .append(" → ")
                    .append(NumpyFormat.significant(validation().lastLoss(), 3));
        }
        if (records.every() > 1) {
            text.append("\n  ").append(records.note());
        }
        notes.forEach(note -> text.append("\n  note: ").append(note));
        return text.toString();
    }
}
