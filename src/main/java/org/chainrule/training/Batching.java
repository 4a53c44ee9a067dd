package org.chainrule.training;

import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyRandom;

/**
 * How an epoch is cut into updates.
 *
 * @param size samples an update; 0 for all of them
 * @param seed what the order of samples is drawn from, anew for each epoch; null to keep their order
 */
record Batching(int size, Long seed) {
    static Batching full() {
        return new Batching(0, null);
    }

    static Batching online() {
        return new Batching(1, null);
    }

    static Batching shuffled(int size, long seed) {
        NumpyRandom.seed(seed);
        return new Batching(Require.atLeastOne("the batch size", size), seed);
    }

    int sizeFor(int samples) {
        return size == 0 ? samples : Math.min(size, samples);
    }

    NumpyRandom generator() {
        return seed == null ? null : NumpyRandom.seed(seed);
    }

    @Override
    public String toString() {
        if (size == 0) {
            return "full batch";
        }
        return seed == null ? "online" : "batches of " + size + ", seed " + seed;
    }
}
