package org.chainrule.explain;

import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.training.History;

/**
 * The loss on the straight line through two networks, {@code θ(t) = (1 − t) θa + t θb}, from a little before the one to a
 * little behind the other; after Goodfellow, Vinyals and Saxe, "Qualitatively characterizing neural network optimization
 * problems" (2015). Immutable.
 */
public final class LossProfile {
    private static final double ROUNDING = 1e-12;
    private static final int BETWEEN = 160;
    private static final int BEYOND = 40;

    private final Network a;
    private final Network b;
    private final String from;
    private final String to;
    private final double[] losses;

    private LossProfile(Network a, Network b, String from, String to, Loss loss, Dataset data) {
        this.a = Require.present("network a", a);
        this.b = LossSurface.requireSameArchitecture(a, "network b", b);
        this.from = from;
        this.to = to;
        losses = new double[BETWEEN + 2 * BEYOND + 1];
        LossSurface surface = new LossSurface(a, loss, data);
        double[] start = a.parameters();
        double[] end = b.parameters();
        double[] theta = new double[start.length];
        for (int k = 0; k < losses.length; k++) {
            put(start, end, t(k), theta);
            losses[k] = surface.at(theta);
        }
    }

    /**
     * From the start of a run straight to its end.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static LossProfile of(History run) {
        return new LossProfile(
                Require.present("run", run).at(0),
                run.network(),
                "start",
                "end",
                run.trainer().loss(),
                run.data());
    }

    /**
     * From one network straight to another.
     *
     * @throws ShapeException if the two are not built alike, or the samples do not fit
     * @throws IllegalArgumentException if something is missing, or the loss makes no sense on the networks' outputs
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static LossProfile between(Network a, Network b, Loss loss, Dataset data) {
        return new LossProfile(a, b, "A", "B", loss, data);
    }

    private static void put(double[] start, double[] end, double t, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] = (1 - t) * start[i] + t * end[i];
        }
    }

    private static double t(int k) {
        return (double) (k - BEYOND) / BETWEEN;
    }

    /** Where the losses are taken: 0 is the first network, 1 the second. */
    public double[] t() {
        double[] t = new double[losses.length];
        for (int k = 0; k < t.length; k++) {
            t[k] = t(k);
        }
        return t;
    }

    /** The loss at each t; NaN or infinite where a sum overflows. */
    public double[] losses() {
        return losses.clone();
    }

    /** What the network at t = 0 is called. */
    public String from() {
        return from;
    }

    /** What the network at t = 1 is called. */
    public String to() {
        return to;
    }

    /**
     * The network at t.
     *
     * @throws org.chainrule.data.DataException if t is so far away that a parameter overflows
     */
    public Network network(double t) {
        double[] theta = new double[a.parameterCount()];
        put(a.parameters(), b.parameters(), t, theta);
        return a.withParameters(theta);
    }

    /** How far the loss rises, on the way from the one to the other, above the higher of the two; 0 if it does not, NaN
     * where a sum overflows. */
    public double barrier() {
        double higher = Math.max(losses[BEYOND], losses[BEYOND + BETWEEN]);
        double rise = losses[highest()] - higher;
        return rise <= ROUNDING * higher ? 0 : rise;
    }

    /** The t between 0 and 1 with the highest loss. */
    public double top() {
        return t(highest());
    }

    /** {@code Barrier: 1.37, highest at t = 0.438}, or that there is none, or that it cannot be told. */
    public String barrierInWords() {
        if (!Double.isFinite(barrier())) {
            return "A sum overflows between " + from + " and " + to;
        }
        return barrier() == 0
                ? "No barrier between " + from + " and " + to
                : "Barrier: " + NumpyFormat.significant(barrier(), 3) + ", highest at t = "
                        + NumpyFormat.significant(top(), 3);
    }

    private int highest() {
        int highest = BEYOND;
        for (int k = BEYOND; k <= BEYOND + BETWEEN; k++) {
            highest = Double.compare(losses[k], losses[highest]) > 0 ? k : highest;
        }
        return highest;
    }

    @Override
    public String toString() {
        return "Loss on the straight line from " + from + " to " + to + ": "
                + NumpyFormat.significant(losses[BEYOND], 3) + " → "
                + NumpyFormat.significant(losses[BEYOND + BETWEEN], 3) + ". " + barrierInWords() + ".";
    }
}
