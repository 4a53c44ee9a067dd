package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.network.Network;

/** One run: epoch after epoch is trained, recorded and told. */
final class TrainingRun {
    private final Trainer trainer;
    private final Network start;
    private final Dataset data;
    private final Learner learner;
    private final Recorder recorder;
    private final Checkpoints checkpoints;
    private final Epoch epoch;
    private final double[] measures;
    private final List<TrainingListener> listeners;
    private final List<String> notes = new ArrayList<>();
    /** Made once: a lambda an epoch would be an allocation an epoch. */
    private final Consumer<TrainingListener> thisEpoch;

    private TrainingRun(Trainer trainer, Network start, Dataset data) {
        this.trainer = trainer;
        this.start = start;
        this.data = data;
        this.learner = new Learner(trainer, start, data);
        this.recorder = new Recorder(
                trainer.measures.stream().map(Measure::name).toList(),
                trainer.lossWhileTraining,
                trainer.recordEvery,
                Recorder.CAPACITY);
        this.checkpoints =
                new Checkpoints(start.parameterCount() + trainer.optimizer.stateSize(start.parameterCount()));
        this.epoch = new Epoch(trainer.epochs, learner, recorder);
        this.thisEpoch = listener -> listener.epoch(epoch);
        this.measures = new double[trainer.measures.size()];
        this.listeners = new ArrayList<>(trainer.listeners);
    }

    static History fit(Trainer trainer, Network network, Dataset data) {
        Require.present("the network", network);
        Require.present("the samples", data);
        network.requireInputs(data.inputWidth());
        trainer.loss.require(network, data.targets());
        return new TrainingRun(trainer, network, data).run();
    }

    private History run() {
        Ending ending = reached(0);
        for (int e = 1; ending == null; e++) {
            Ending.Kind cut = learner.epoch();
            ending = cut == null ? reached(e) : ending(cut, e, e - 1);
        }
        return finish(ending);
    }

    /** Records and tells epoch e, and says whether it was the last one. */
    private Ending reached(int e) {
        epoch.reached(e);
        if (!learner.isFinite()) {
            return ending(Ending.Kind.DIVERGED, e, e - 1);
        }
        if (recorder.wants(e)) {
            record(e);
            if (!Double.isFinite(epoch.loss())) {
                return ending(Ending.Kind.DIVERGED, e, e);
            }
        }
        learner.checkpoint(e, checkpoints);
        tell(thisEpoch);
        if (e > 0 && ruleHolds()) {
            return ending(Ending.Kind.STOPPED, e, e);
        }
        return e == trainer.epochs ? ending(Ending.Kind.COMPLETED, e, e) : null;
    }

    /** A rule that fails ends the run, and keeps what was trained. */
    private boolean ruleHolds() {
        try {
            return trainer.until.test(epoch);
        } catch (RuntimeException failure) {
            notes.add("the rule of until(…) failed after epoch " + epoch.number() + ": " + failure);
            return true;
        }
    }

    private void record(int e) {
        double loss = learner.recordedLoss(e, measures);
        epoch.knows(loss);
        recorder.add(e, loss, measures);
    }

    private History finish(Ending ending) {
        boolean interrupted = Thread.interrupted();
        if (ending.kind() == Ending.Kind.DIVERGED) {
            learner.replay(ending.epochs(), checkpoints, false);
        } else if (ending.kind() != Ending.Kind.INTERRUPTED && !recorder.has(ending.epochs())) {
            record(ending.epochs());
        }
        History history = new History(trainer, start, data, learner, recorder.snapshot(), checkpoints, ending, notes);
        tell(listener -> listener.end(history));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return history;
    }

    /** A listener that fails is heard no more; a chart must never cost the run. */
    private void tell(Consumer<TrainingListener> news) {
        for (int i = 0; i < listeners.size(); i++) {
            try {
                news.accept(listeners.get(i));
            } catch (Exception | Error failure) {
                notes.add(
                        "a listener failed in epoch " + epoch.number() + " and was left out from then on: " + failure);
                listeners.remove(i--);
            }
        }
    }

    private Ending ending(Ending.Kind kind, int e, int whole) {
        String reason = switch (kind) {
            case COMPLETED -> "all " + e + " epochs were trained";
            case STOPPED -> "the rule of until(…) ended the run after epoch " + e;
            case INTERRUPTED -> "interrupted in epoch " + e + "; " + whole + " whole epochs were trained";
            case DIVERGED ->
                "a number became NaN or infinite in epoch " + e + "; the network is that of epoch " + whole
                        + ". The steps are probably too large (" + trainer.optimizer + ")";
        };
        return new Ending(kind, whole, reason);
    }
}
