package org.chainrule.training;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What was written down during a run: the loss and the measures, and after which epochs. Immutable.
 *
 * <p>A long run is thinned so that memory stays bounded: {@link #every()} says how far the recorded epochs are apart.
 */
public final class Records {
    private final List<String> names;
    private final boolean lossWhileTraining;
    private final int every;
    private final int[] epochs;
    private final double[][] values;
    /** Null if there are none. */
    private final Records validation;

    Records(
            List<String> names,
            boolean lossWhileTraining,
            int every,
            int[] epochs,
            double[][] values,
            Records validation) {
        this.names = names;
        this.lossWhileTraining = lossWhileTraining;
        this.every = every;
        this.epochs = epochs;
        this.values = values;
        this.validation = validation;
    }

    /** The epochs that were recorded: 0 (before training) or that from which the run continues another, and so on. */
    public int[] epochs() {
        return epochs.clone();
    }

    /** The loss after each of the {@link #epochs()}. */
    public double[] loss() {
        return values[0].clone();
    }

    /**
     * A measure after each of the {@link #epochs()}.
     *
     * @throws IllegalArgumentException if the trainer did not report a measure of this name
     */
    public double[] measure(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no measure \"" + name + "\" was reported, only " + names + "; add it with Trainer.report(…)");
        }
        return values[index + 1].clone();
    }

    /** The names of the measures, in the order in which they were asked for. */
    public List<String> measures() {
        return names;
    }

    /** Whether a part of the data was recorded that was not learned from. */
    public boolean hasValidation() {
        return validation != null;
    }

    /**
     * The same of the validation part: its loss and its measures after the same epochs.
     *
     * @throws IllegalStateException if the trainer had none
     */
    public Records validation() {
        if (validation == null) {
            throw new IllegalStateException(
                    "nothing was validated; give the trainer samples to judge by with .validate(split.validation())");
        }
        return validation;
    }

    /** How many epochs lie between two records; 1 if every epoch was recorded. */
    public int every() {
        return every;
    }

    /** Whether the loss is that of the batches on the way ({@link Trainer#lossWhileTraining}), not that of all samples. */
    public boolean isLossWhileTraining() {
        return lossWhileTraining;
    }

    /** How far apart the records are, in words. */
    public String note() {
        return every == 1 ? "recorded after every epoch" : "recorded every " + every + " epochs, and after the last";
    }

    /** The loss after the last recorded epoch. */
    public double lastLoss() {
        return values[0][epochs.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Records that
                && names.equals(that.names)
                && Arrays.equals(epochs, that.epochs)
                && Arrays.deepEquals(values, that.values)
                && Objects.equals(validation, that.validation);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(epochs) * 31 + Arrays.deepHashCode(values);
    }
}
