package org.chainrule.training;

import java.util.Arrays;

/**
 * States of a run at regular epochs, in bounded memory: when all places are taken, every second one is given up and its
 * arrays are used again. Any other epoch is trained again from the nearest one before it.
 */
final class Checkpoints {
    private static final long BYTES = 32L << 20;
    private static final int MOST = 128;

    /** θ and the optimizer's memory after an epoch. */
    private static final class State {
        private int epoch;
        private double[] theta = new double[0];
        private double[] memory = new double[0];
    }

    private final State[] states;
    private int size;
    private int every = 1;

    Checkpoints(int numbers) {
        this.states = new State[(int) Math.max(2, Math.min(MOST, BYTES / (8L * Math.max(1, numbers))))];
    }

    void offer(int epoch, double[] theta, double[] memory) {
        if (epoch % every != 0) {
            return;
        }
        if (size == states.length) {
            thin();
            offer(epoch, theta, memory);
            return;
        }
        State state = states[size] == null ? new State() : states[size];
        state.epoch = epoch;
        state.theta = copyInto(state.theta, theta);
        state.memory = copyInto(state.memory, memory);
        states[size++] = state;
    }

    /** Puts the nearest state at or before this epoch into the arrays, and says which epoch it is of. */
    int restore(int epoch, double[] theta, double[] memory) {
        int nearest = 0;
        for (int i = 0; i < size && states[i].epoch <= epoch; i++) {
            nearest = i;
        }
        System.arraycopy(states[nearest].theta, 0, theta, 0, theta.length);
        System.arraycopy(states[nearest].memory, 0, memory, 0, memory.length);
        return states[nearest].epoch;
    }

    private void thin() {
        every *= 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (states[i].epoch % every == 0) {
                State swapped = states[kept];
                states[kept++] = states[i];
                states[i] = swapped;
            }
        }
        size = kept;
    }

    private static double[] copyInto(double[] place, double[] source) {
        if (place.length != source.length) {
            return Arrays.copyOf(source, source.length);
        }
        System.arraycopy(source, 0, place, 0, source.length);
        return place;
    }
}
