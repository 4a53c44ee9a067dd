package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chainrule.data.Dataset;

/** One run: epoch after epoch is trained, recorded and told. */
final class TrainingRun {
    private final Trainer trainer;
    private final Origin origin;
    private final Dataset data;
    private final Learner learner;
    private final Recorder recorder;
    private final Checkpoints checkpoints;
    private final Epoch epoch;
    private final List<TrainingListener> listeners;
    private final List<String> notes = new ArrayList<>();
    /** Made once: a lambda an epoch would be an allocation an epoch. */
    private final Consumer<TrainingListener> thisEpoch;

    private final double[] row;
    private final Patience patience;
    private boolean measuring;
    private boolean ruleFailed;

    private TrainingRun(Trainer trainer, Origin origin, Dataset data) {
        this.trainer = trainer;
        this.origin = origin;
        this.data = data;
        this.learner = new Learner(trainer, origin, data);
        List<String> names = trainer.measures.stream().map(Measure::name).toList();
        boolean validated = trainer.validation != null;
        this.recorder =
                new Recorder(names, trainer.lossWhileTraining, validated, trainer.recordEvery, Recorder.CAPACITY);
        this.checkpoints = learner.checkpoints();
        this.epoch = new Epoch(origin.epoch(), trainer.epochs, data, learner, recorder);
        this.listeners = new ArrayList<>(trainer.listeners);
        this.thisEpoch = listener -> listener.epoch(epoch);
        this.row = recorder.emptyRow();
        this.measuring = !names.isEmpty();
        this.patience = new Patience(trainer.patience);
        ValidationPath.showBefore(origin, trainer, patience);
    }

    static History of(Trainer trainer, Origin origin, Dataset data) {
        origin.network().requireInputs(data.inputWidth());
        trainer.loss.require(origin.network(), data.targets());
        trainer.requireValidationLike(data, origin.network());
        return new TrainingRun(trainer, origin, data).run();
    }

    private History run() {
        Ending ending = begin();
        for (int e = origin.epoch() + 1; ending == null; e++) {
            Ending.Kind cut = learner.epoch();
            ending = cut == null ? reached(e) : ending(cut, e, e - 1);
        }
        return finish(ending);
    }

    private Ending begin() {
        int first = origin.epoch();
        record(first);
        if (!Double.isFinite(epoch.loss())) {
            return ending(Ending.Kind.DIVERGED, first, first);
        }
        tell(thisEpoch);
        return null;
    }

    /** Keeps, records and tells epoch e, and says whether it was the last one. */
    private Ending reached(int e) {
        epoch.reached(e);
        learner.keep(e, checkpoints);
        if (recorder.wants(e)) {
            record(e);
            if (!Double.isFinite(epoch.loss())) {
                return ending(Ending.Kind.DIVERGED, e, e);
            }
        }
        tell(thisEpoch);
        if (ruleHolds()) {
            return ending(Ending.Kind.STOPPED, e, e);
        }
        if (recorder.has(e) && patience.isOver()) {
            return new Ending(Ending.Kind.STOPPED, e, patience.reason());
        }
        return e == trainer.epochs ? ending(Ending.Kind.COMPLETED, e, e) : null;
    }

    private void record(int e) {
        fillRow(e);
        epoch.knows(row[0]);
        if (trainer.validation != null) {
            double validationLoss = row[row.length / 2];
            epoch.knowsValidation(validationLoss);
            if (recorder.isRegular(e)) {
                patience.sees(e, validationLoss);
            }
        }
        recorder.add(e, row);
    }

    /** A measure that fails is not a number from then on; it must never cost the run. */
    private void fillRow(int e) {
        if (measuring) {
            try {
                learner.record(e, row);
                return;
            } catch (RuntimeException | Error failure) {
                note("a measure failed in epoch " + e + " and none was taken from then on: " + failure);
                measuring = false;
            }
        }
        learner.recordLosses(e, row);
    }

    private History finish(Ending ending) {
        boolean interrupted = Thread.interrupted();
        int last = ending.epochs();
        learner.goBack(last);
        if (!recorder.has(last)) {
            epoch.reached(last);
            record(last);
        }
        History history = new History(trainer, origin, data, learner, recorder.snapshot(), checkpoints, ending, notes);
        tell(listener -> listener.end(history));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return history;
    }

    /** A rule that fails ends the run, and keeps what was trained. */
    private boolean ruleHolds() {
        try {
            return trainer.until.test(epoch);
        } catch (RuntimeException | Error failure) {
            note("the rule of until(…) failed after epoch " + epoch.number() + ": " + failure);
            ruleFailed = true;
            return true;
        }
    }

    /** A listener that fails is heard no more; a chart must never cost the run. */
    private void tell(Consumer<TrainingListener> news) {
        for (int i = 0; i < listeners.size(); i++) {
            try {
                news.accept(listeners.get(i));
            } catch (Exception | Error failure) {
                note("a listener failed in epoch " + epoch.number() + " and was left out from then on: " + failure);
                listeners.remove(i--);
            }
        }
    }

    /** Said at once as well as kept: who watches a cell does not look into the history for what is missing. */
    private void note(String sentence) {
        notes.add(sentence);
        System.err.println(sentence);
    }

    private Ending ending(Ending.Kind kind, int e, int whole) {
        String reason = switch (kind) {
            case COMPLETED -> completed(origin.epoch() + 1, e);
            case STOPPED -> "the rule of until(…) " + (ruleFailed ? "failed" : "ended the run") + " after epoch " + e;
            case INTERRUPTED -> "interrupted in epoch " + e + "; the network is that after epoch " + whole;
            case DIVERGED ->
                e == origin.epoch()
                        ? "the loss is not a number before any training; look at the weights, the inputs and the targets"
                        : "a number became NaN or infinite in epoch " + e + "; the network is that after epoch " + whole
                                + ". The steps are probably too large (" + trainer.optimizer + ")";
        };
        return new Ending(kind, whole, reason);
    }

    private static String completed(int from, int to) {
        if (from == to) {
            return to == 1 ? "the one epoch was trained" : "epoch " + to + " was trained";
        }
        return from == 1 ? "all " + to + " epochs were trained" : "epochs " + from + " to " + to + " were trained";
    }
}
