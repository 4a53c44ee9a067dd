package org.chainrule.training;

import org.chainrule.numpy.NumpyFormat;

/** Counts the recorded epochs since the last one that brought a better validation loss. */
final class Patience {
    private final int limit;
    private int last = -1;
    private int best = -1;
    private double least = Double.POSITIVE_INFINITY;
    private int without;

    /** @param limit after how many epochs it is over; 0 for never */
    Patience(int limit) {
        this.limit = limit;
    }

    /** Takes note of a recorded epoch, once. */
    void sees(int epoch, double validationLoss) {
        if (epoch <= last) {
            return;
        }
        last = epoch;
        if (validationLoss < least) {
            least = validationLoss;
            best = epoch;
            without = 0;
        } else {
            without++;
        }
    }

    boolean isOver() {
        return limit > 0 && without >= limit;
    }

    /** The epoch with the least loss, the first of equal ones; −1 if no loss was a number. */
    int best() {
        return best;
    }

    double least() {
        return least;
    }

    String reason() {
        return "no better validation loss in " + without + " recorded epochs"
                + (best < 0
                        ? ", of which none was a number"
                        : "; the least, " + NumpyFormat.significant(least, 3) + ", was that after epoch " + best);
    }
}
