package org.chainrule.training;

import org.chainrule.data.Dataset;
import org.chainrule.network.Network;

/** A run as it stands after an epoch: what a {@link TrainingListener} and the rule of {@link Trainer#until} see. */
public final class Epoch {
    private final int first;
    private final int last;
    private final Dataset data;
    private final Learner learner;
    private final Recorder recorder;
    private int number;
    private double loss;
    private boolean lossKnown;
    private double validationLoss;
    private boolean validationLossKnown;

    Epoch(int first, int last, Dataset data, Learner learner, Recorder recorder) {
        this.first = first;
        this.last = last;
        this.data = data;
        this.learner = learner;
        this.recorder = recorder;
        this.number = first;
    }

    void reached(int epoch) {
        number = epoch;
        lossKnown = false;
        validationLossKnown = false;
    }

    void knows(double loss) {
        this.loss = loss;
        lossKnown = true;
    }

    void knowsValidation(double loss) {
        validationLoss = loss;
        validationLossKnown = true;
    }

    /** How many epochs are trained: 0 before the first. */
    public int number() {
        return number;
    }

    /** The number that the run sets out with, before it trains: 0, or the epoch from which it continues another. */
    public int first() {
        return first;
    }

    /** The number of the last epoch that the trainer was asked for. */
    public int last() {
        return last;
    }

    /** The loss after this epoch; computed now if it is not recorded. */
    public double loss() {
        if (!lossKnown) {
            knows(learner.loss(number));
        }
        return loss;
    }

    /**
     * The loss of the validation part after this epoch; computed now if it is not recorded.
     *
     * @throws IllegalStateException if there is no validation part
     */
    public double validationLoss() {
        if (!validationLossKnown) {
            knowsValidation(learner.validationLoss());
        }
        return validationLoss;
    }

    /** The network after this epoch: a value made when it is asked for. */
    public Network network() {
        return learner.network();
    }

    /** The samples that the network learns from. */
    public Dataset data() {
        return data;
    }

    /** What was recorded so far: a value made when it is asked for, which further training does not change. */
    public Records records() {
        return recorder.snapshot();
    }
}
