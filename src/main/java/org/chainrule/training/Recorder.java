package org.chainrule.training;

import java.util.Arrays;
import java.util.List;

/** Writes a run down in bounded memory: when the records are full, every second one is dropped, but never the first. */
final class Recorder {
    static final int CAPACITY = 1 << 17;

    private final List<String> names;
    private final boolean lossWhileTraining;
    private final boolean validated;
    private final int capacity;
    private int every;
    private int size;
    private int[] epochs = new int[64];
    private final double[][] values;

    Recorder(List<String> names, boolean lossWhileTraining, boolean validated, int every, int capacity) {
        this.names = names;
        this.lossWhileTraining = lossWhileTraining;
        this.validated = validated;
        this.every = every;
        this.capacity = capacity;
        this.values = new double[(names.size() + 1) * (validated ? 2 : 1)][64];
    }

    /** Whether this epoch is to be added; makes room for it first, because records that are dropped for it say which are. */
    boolean wants(int epoch) {
        makeRoom();
        return isRegular(epoch);
    }

    /** Whether this epoch is one of those that are evenly apart. */
    boolean isRegular(int epoch) {
        return epoch % every == 0;
    }

    boolean has(int epoch) {
        return size > 0 && epochs[size - 1] == epoch;
    }

    /** A row as long as {@link #emptyRow}. */
    void add(int epoch, double[] row) {
        makeRoom();
        epochs[size] = epoch;
        for (int i = 0; i < row.length; i++) {
            values[i][size] = row[i];
        }
        size++;
    }

    /** Room for the loss and the measures of an epoch, and behind them those of the validation part, if there is one. */
    double[] emptyRow() {
        return new double[values.length];
    }

    Records snapshot() {
        int[] recorded = Arrays.copyOf(epochs, size);
        int series = names.size() + 1;
        Records validation = validated ? new Records(names, false, every, recorded, copy(series), null) : null;
        return new Records(names, lossWhileTraining, every, recorded, copy(0), validation);
    }

    /** The values of a loss and its measures. */
    private double[][] copy(int from) {
        return Arrays.stream(values, from, from + names.size() + 1)
                .map(series -> Arrays.copyOf(series, size))
                .toArray(double[][]::new);
    }

    private void makeRoom() {
        if (size == capacity) {
            thin();
        }
        if (size == epochs.length) {
            int larger = Math.min(2 * size, capacity);
            epochs = Arrays.copyOf(epochs, larger);
            Arrays.setAll(values, i -> Arrays.copyOf(values[i], larger));
        }
    }

    private void thin() {
        every = (int) Math.min(2L * every, Integer.MAX_VALUE);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || isRegular(epochs[i])) {
                epochs[kept] = epochs[i];
                for (double[] series : values) {
                    series[kept] = series[i];
                }
                kept++;
            }
        }
        size = kept;
    }
}
