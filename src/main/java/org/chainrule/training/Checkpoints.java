package org.chainrule.training;

import org.chainrule.numpy.NumpyRandom;

/**
 * States of a run at regular epochs, in bounded memory: when all places are taken, every second one is given up and its
 * arrays are used again. Any other epoch is trained again from the nearest one before it.
 */
final class Checkpoints {
    private static final long BYTES = 32L << 20;
    private static final int MOST = 128;
    /** The size of a generator's state, in doubles. */
    private static final int GENERATOR = 313;

    private final State[] states;
    private int size;
    private int every = 1;

    /** All that the next epoch depends on; the generator is null where samples keep their order. */
    record State(double[] theta, double[] memory, NumpyRandom random) {
        State copy() {
            return new State(theta.clone(), memory.clone(), random == null ? null : random.copy());
        }

        void take(State other) {
            System.arraycopy(other.theta, 0, theta, 0, theta.length);
            System.arraycopy(other.memory, 0, memory, 0, memory.length);
            if (random != null) {
                random.takeStateOf(other.random);
            }
        }

        private long numbers() {
            return 1L + theta.length + memory.length + (random == null ? 0 : GENERATOR);
        }
    }

    /** Begins with the state before any training, which is never given up. */
    Checkpoints(State start) {
        states = new State[(int) Math.max(2, Math.min(MOST, BYTES / (8 * start.numbers())))];
        states[size++] = start.copy();
    }

    /** Keeps the state after this epoch, if its turn has come. */
    void offer(int epoch, State state) {
        if (!isRegular(epoch)) {
            return;
        }
        if (size == states.length) {
            thin();
            if (!isRegular(epoch)) {
                return;
            }
        }
        if (states[size] == null) {
            states[size] = state.copy();
        } else {
            states[size].take(state);
        }
        size++;
    }

    /** The last epoch at or before this one whose state is kept. */
    int nearest(int epoch) {
        return Math.min(epoch / every, size - 1) * every;
    }

    /** Puts the state after an epoch that is kept into the given one. */
    void restore(int epoch, State into) {
        into.take(states[epoch / every]);
    }

    /** {@code every} is a power of two; this is asked after every epoch, of which many take less than a division. */
    private boolean isRegular(int epoch) {
        return (epoch & (every - 1)) == 0;
    }

    private void thin() {
        every *= 2;
        int kept = (size + 1) / 2;
        for (int i = 1; i < kept; i++) {
            State swapped = states[i];
            states[i] = states[2 * i];
            states[2 * i] = swapped;
        }
        size = kept;
    }
}
