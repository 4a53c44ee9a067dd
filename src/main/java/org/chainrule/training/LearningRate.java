package org.chainrule.training;

import org.chainrule.data.Require;

/**
 * η, the length of a step, update by update: a constant, or a schedule that falls from a first rate. It counts the updates
 * of an optimizer, t = 1, 2, 3, …; an epoch has one in full batches, and n of n samples online.
 *
 * <p>Immutable, and without memory. Your own schedule is a function of t: {@code Optimizer.sgd(t -> 1 / (2.0 + t))}.
 */
@FunctionalInterface
public interface LearningRate {
    /**
     * η for an update.
     *
     * @param t the number of the update, counted from 1
     */
    double at(long t);

    /**
     * The same rate for every update.
     *
     * @throws IllegalArgumentException if the rate is not a positive number
     */
    static LearningRate constant(double rate) {
        return new ConstantRate(rate);
    }

    /**
     * Step decay, {@code η · factor^⌊(t−1)/every⌋}.
     *
     * @param rate η for the first {@code every} updates
     * @param factor what the rate is multiplied by after each {@code every} updates, above 0 and at most 1
     * @throws IllegalArgumentException if the rate or {@code every} is not positive, or the factor is out of its range
     */
    static LearningRate stepDecay(double rate, double factor, int every) {
        return new ExponentialDecay(rate, factor, every, true);
    }

    /**
     * Exponential decay, {@code η · factor^((t−1)/every)}: as {@link #stepDecay}, but a little with each update.
     *
     * @param rate η for the first update
     * @param factor what the rate is multiplied by in the course of {@code every} updates, above 0 and at most 1
     * @throws IllegalArgumentException if the rate or {@code every} is not positive, or the factor is out of its range
     */
    static LearningRate exponentialDecay(double rate, double factor, int every) {
        return new ExponentialDecay(rate, factor, every, false);
    }

    /**
     * Cosine decay to 0, as {@link #cosineDecay(double, double, int)}: after these updates nothing moves any more.
     *
     * @throws IllegalArgumentException if the rate or the number of updates is not positive
     */
    static LearningRate cosineDecay(double rate, int updates) {
        return cosineDecay(rate, 0, updates);
    }

    /**
     * Half a period of a cosine from η down to a floor, {@code floor + (η − floor)(1 + cos(π(t−1)/updates))/2}, where it stays
     * (Loshchilov and Hutter 2017, without restarts).
     *
     * @param rate η for the first update
     * @param floor the rate after all updates, from 0 to η
     * @throws IllegalArgumentException if the rate or the number of updates is not positive, or the floor is out of its range
     */
    static LearningRate cosineDecay(double rate, double floor, int updates) {
        return new CosineDecay(rate, floor, updates);
    }

    /**
     * This rate after a linear warm-up: {@code η(1)·t/updates} for the first updates, and only then the schedule itself, from
     * its own beginning (Goyal et al. 2017).
     *
     * @throws IllegalArgumentException if the number of updates is below 1
     */
    default LearningRate warmUp(int updates) {
        return new WarmUp(this, Require.atLeastOne("the number of updates to warm up", updates));
    }
}
