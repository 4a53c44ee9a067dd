package org.chainrule.training;

/**
 * The validation losses on the way to an epoch: those of its run, and of the runs that this one continues as far back as they
 * were judged by the same loss on the same samples.
 */
final class ValidationPath {
    private ValidationPath() {}

    /** Shows the patience all that were recorded up to this epoch. */
    static void show(History run, int upTo, Patience patience) {
        show(run, upTo, 1, patience);
    }

    /** What a run has seen when it sets out, so that it ends where one would have ended that was never interrupted. */
    static void showBefore(Origin origin, Trainer trainer, Patience patience) {
        if (origin.earlier() != null && trainer.validatesLike(origin.earlier().trainer())) {
            show(origin.earlier(), origin.epoch(), trainer.recordEvery, patience);
        }
    }

    /** @param every the distance of the epochs that count: an interrupted run records its last one out of turn */
    private static void show(History run, int upTo, int every, Patience patience) {
        History earlier = run.origin().earlier();
        if (earlier != null && run.trainer().validatesLike(earlier.trainer())) {
            show(earlier, run.firstEpoch(), every, patience);
        }
        int[] epochs = run.records().epochs();
        double[] losses = run.validation().loss();
        for (int i = 0; i < epochs.length && epochs[i] <= upTo; i++) {
            if (epochs[i] % every == 0) {
                patience.sees(epochs[i], losses[i]);
            }
        }
    }
}
