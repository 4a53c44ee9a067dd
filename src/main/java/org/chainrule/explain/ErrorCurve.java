package org.chainrule.explain;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.chainrule.numpy.NumpyFormat;

/**
 * How the error of a finite difference follows its step h: for large steps what truncation leaves out, which grows with a
 * power of h; for small ones what rounding spoils, which grows with 1/h; and the step between, where it is least.
 */
public final class ErrorCurve {
    /** Where roundings surely rule, so that their size can be read off. */
    private static final double ROUNDED_FROM = 1e-12;

    private static final double ROUNDED_TO = 1e-9;
    /** An error this many times that of rounding is something else's. */
    private static final double CLEARLY = 30;
    /** A power of h as high as 4 makes the error so much smaller over {@link #STRIDE} steps; more is a kink. */
    private static final double COLLAPSE = 200;

    private static final int STRIDE = 4;
    private static final int FEWEST = 6;
    /** Of a branch, the share on the side of the small steps, where one power of h outweighs the others. */
    private static final double ASYMPTOTIC = 0.6;

    private final double[] h;
    private final double[] error;
    private final double rounding;
    private final int kink;
    private final int best;

    /** @param h steps, the largest first */
    ErrorCurve(double[] h, double[] error) {
        this.h = h;
        this.error = error;
        this.rounding = median(IntStream.range(0, h.length)
                .filter(k -> h[k] >= ROUNDED_FROM && h[k] <= ROUNDED_TO)
                .mapToDouble(k -> error[k] * h[k])
                .toArray());
        this.kink = findKink();
        this.best = IntStream.range(0, h.length)
                .boxed()
                .min((j, k) -> Double.compare(around(j), around(k)))
                .orElseThrow();
    }

    /**
     * A straight piece of the curve on logarithmic axes: error = c · h^slope.
     *
     * @param from the smaller step, where it begins
     * @param to the larger step, where it ends
     */
    public record Branch(double slope, double from, double to, double errorFrom, double errorTo) {
        /** The slope, to two decimals. */
        @Override
        public String toString() {
            return NumpyFormat.significant(Math.rint(100 * slope) / 100, 3);
        }
    }

    /** The errors, one a step. */
    public double[] errors() {
        return error.clone();
    }

    /** The step with the least error; a single lucky one does not count. */
    public double bestStep() {
        return h[best];
    }

    /** The usual error at steps about the best one. */
    public double leastError() {
        return median(Arrays.copyOfRange(error, Math.max(0, best - 2), Math.min(h.length, best + 3)));
    }

    /**
     * Where the error is what truncation leaves out: slope 1 for one-sided differences, 2 for centred ones, and 0 at a
     * kink. Empty where there is no such error, as of a parabola's centred difference.
     */
    public Optional<Branch> truncation() {
        int from = kink + 1;
        int to = from;
        while (to < h.length && isTruncated(to)) {
            to++;
        }
        int asymptotic = to - Math.max(FEWEST, (int) (ASYMPTOTIC * (to - from)));
        return to - from < FEWEST ? Optional.empty() : Optional.of(fit(asymptotic, to));
    }

    /** Where the error is rounding's: about −1. Empty where every step is exact. */
    public Optional<Branch> roundOff() {
        int from = best;
        while (from < h.length && h[from] > h[best] / CLEARLY) {
            from++;
        }
        int to = h.length;
        while (to > from && h[to - 1] < ROUNDED_FROM / 10) {
            to--;
        }
        int first = from;
        long positive = IntStream.range(from, to).filter(k -> error[k] > 0).count();
        return positive < FEWEST ? Optional.empty() : Optional.of(fit(first, to));
    }

    /** How far the parameter has to be moved to cross a kink, at most; empty if none is crossed, or it stands on one. */
    OptionalDouble kink() {
        return kink < 0 ? OptionalDouble.empty() : OptionalDouble.of(h[kink]);
    }

    private boolean isTruncated(int k) {
        return error[k] > CLEARLY * rounding / h[k];
    }

    /** The last step after which the error collapses as no power of h does; −1 if there is none. */
    private int findKink() {
        int found = -1;
        for (int k = 0; k + 2 * STRIDE < h.length; k++) {
            double after = 0;
            for (int next = k + STRIDE; next < k + 2 * STRIDE; next++) {
                after = Math.max(after, Math.max(error[next], rounding / h[next]));
            }
            found = isTruncated(k) && error[k] > COLLAPSE * after ? k : found;
        }
        return found;
    }

    private double around(int k) {
        double largest = 0;
        for (int j = Math.max(0, k - 2); j <= Math.min(h.length - 1, k + 2); j++) {
            largest = Math.max(largest, error[j]);
        }
        return largest;
    }

    /** Least squares through the logarithms of the positive errors. */
    private Branch fit(int from, int to) {
        int[] used = IntStream.range(from, to).filter(k -> error[k] > 0).toArray();
        double meanX = Arrays.stream(used).mapToDouble(this::logStep).average().orElseThrow();
        double meanY = Arrays.stream(used).mapToDouble(this::logError).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int k : used) {
            above += (logStep(k) - meanX) * (logError(k) - meanY);
            below += (logStep(k) - meanX) * (logStep(k) - meanX);
        }
        double slope = above / below;
        double smallest = h[used[used.length - 1]];
        double largest = h[used[0]];
        return new Branch(
                slope,
                smallest,
                largest,
                StrictMath.exp(meanY + slope * (StrictMath.log(smallest) - meanX)),
                StrictMath.exp(meanY + slope * (StrictMath.log(largest) - meanX)));
    }

    private double logStep(int k) {
        return StrictMath.log(h[k]);
    }

    private double logError(int k) {
        return StrictMath.log(error[k]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
