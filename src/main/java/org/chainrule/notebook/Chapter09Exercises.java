package org.chainrule.notebook;

import java.util.List;

/** Standardizing, reading a confusion matrix, and stopping early, in small numbers. */
final class Chapter09Exercises {
    private Chapter09Exercises() {}

    static List<Exercise> all() {
        return List.of(standardizedFourteen(), precisionOfTheSecondClass(), epochOfTheEnd());
    }

    /** 12, 13, 13, 14: the mean is 13, the mean squared deviation ½. */
    private static Exercise standardizedFourteen() {
        return Exercise.of("1", 1 / Math.sqrt(0.5))
                .whoever(1, "that is how far 14 is from the mean, in percent of alcohol; divide it by the deviation")
                .whoever(2, "you divided by the mean squared deviation, ½; the standard deviation is its root")
                .whoever(
                        1 / Math.sqrt(2.0 / 3),
                        "you divided the sum of squares by n − 1; the scaler divides it by n, as np.std does")
                .whoever(14 / Math.sqrt(0.5), "the mean is taken off first");
    }

    /** Rows are what a wine is, columns what it was taken for: 10, 1, 0; 3, 12, 1; 0, 1, 7. */
    private static Exercise precisionOfTheSecondClass() {
        return Exercise.of("2", 12.0 / 14)
                .whoever(12.0 / 16, "that is the recall: the share of all Barolo that was found; go down the column")
                .whoever(29.0 / 35, "that is the accuracy: the share of all wines that were told right")
                .whoever(12.0 / 35, "that is the share of all wines; divide by those that were called Barolo");
    }

    /** The least loss before the patience of three is used up is that after epoch 5. */
    private static Exercise epochOfTheEnd() {
        return Exercise.of("3", 8)
                .whoever(5, "that is the epoch of best(); the run has to wait and see that nothing better comes")
                .whoever(4, "one worse epoch is not the end; patience(3) wants three in a row without a better one")
                .whoever(7, "epochs 4, 6 and 7 are not in a row: epoch 5 was better and starts the count anew")
                .whoever(9, "it would have been better still, but the run has ended before: that is the price");
    }
}
