package org.chainrule.training;

import org.chainrule.data.Classes;
import org.chainrule.data.Require;

/** A further number to follow during training: what a sample scores, averaged over all samples. */
public final class Measure {
    /** The score of one sample. */
    @FunctionalInterface
    public interface Score {
        /**
         * @param a the network's output, m numbers; not to be kept or changed
         * @param y the target, m numbers; not to be kept or changed
         */
        double of(double[] a, double[] y);
    }

    private final String name;
    private final Score score;

    private Measure(String name, Score score) {
        this.name = Require.present("measure's name", name);
        this.score = Require.present("measure's score", score);
    }

    /** A measure of your own. */
    public static Measure of(String name, Score score) {
        return new Measure(name, score);
    }

    /** "mean square": (a − y)², averaged over outputs and samples. */
    public static Measure meanSquare() {
        return of("mean square", (a, y) -> {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += (a[j] - y[j]) * (a[j] - y[j]);
            }
            return sum / a.length;
        });
    }

    /**
     * "accuracy": the share of samples whose class is told right. Outputs and targets are read as {@link Classes#of} reads
     * them.
     */
    public static Measure accuracy() {
        return of("accuracy", (a, y) -> Classes.of(a) == Classes.of(y) ? 1 : 0);
    }

    public String name() {
        return name;
    }

    double of(double[] a, double[] y) {
        return score.of(a, y);
    }

    @Override
    public String toString() {
        return name;
    }
}
