package org.chainrule.training;

/** Somebody who follows a run: a live plot, a log, a test. What a listener throws ends its listening, never the run. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * Called before training with epoch 0 (or the one from which a run is continued), and after every epoch.
     *
     * @param epoch valid during this call only; the run uses the same object again
     */
    void epoch(Epoch epoch);

    /** Called once, when the run is over, however it ended. */
    default void end(History history) {}
}
