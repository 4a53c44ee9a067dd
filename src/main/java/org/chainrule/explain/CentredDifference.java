package org.chainrule.explain;

import java.util.concurrent.CancellationException;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * ∂C/∂θᵢ measured: centred differences with the steps h, h/2 and h/4, extrapolated to h = 0 (Richardson 1911), with an
 * estimate of what truncation and rounding leave.
 */
final class CentredDifference {
    /** Steps in units of the parameter's size; the first is nearly always good enough. */
    private static final double[] STEPS = {0x1p-9, 0x1p-6, 0x1p-12, 0x1p-16, 0x1p-20};

    private static final double GOOD_ENOUGH = 1e-9;
    /** A claim that is off by less than this share is not told from a right one. */
    private static final double RELATIVE = 1e-6;
    /** Roundings inside one forward pass, in units of the last place of the loss. */
    private static final double ROUNDINGS = 16;

    private final Backpropagation backpropagation;
    private final double[] theta;
    private final double centre;

    CentredDifference(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        this.backpropagation = Backpropagation.on(network, loss, X, Y);
        this.theta = backpropagation.parameters();
        this.centre = backpropagation.loss();
    }

    /**
     * @param value the derivative
     * @param uncertainty how far it may be off
     * @param left the slope below the parameter
     * @param right the slope above it
     */
    record Result(double value, double uncertainty, Slope left, Slope right) {
        /** Both slopes are known, and they differ. */
        boolean kink() {
            return Math.abs(right.value - left.value) > 4 * (right.uncertainty + left.uncertainty);
        }

        Verdict judge(double claimed) {
            if (!Double.isFinite(claimed)) {
                return Verdict.WRONG;
            }
            if (!Double.isFinite(value) || !Double.isFinite(uncertainty)) {
                return Verdict.UNDECIDED;
            }
            return kink() ? judgeAtKink(claimed) : judgeSmooth(claimed);
        }

        private Verdict judgeSmooth(double claimed) {
            double scale = Math.max(Math.abs(claimed), Math.abs(value));
            if (Math.abs(claimed - value) > RELATIVE * scale + 3 * uncertainty) {
                return Verdict.WRONG;
            }
            return uncertainty <= 1e-3 * scale || claimed == value ? Verdict.RIGHT : Verdict.UNDECIDED;
        }

        /** Between the two slopes every value is as good as another, so none is certified. */
        private Verdict judgeAtKink(double claimed) {
            double tolerance = RELATIVE * Math.abs(claimed) + 3 * (left.uncertainty + right.uncertainty);
            boolean between = claimed >= Math.min(left.value, right.value) - tolerance
                    && claimed <= Math.max(left.value, right.value) + tolerance;
            return between ? Verdict.UNDECIDED : Verdict.WRONG;
        }
    }

    /** The derivative to one side, extrapolated from three steps, and how far it may be off. */
    record Slope(double value, double uncertainty) {
        static Slope of(double[] differences, double rounding) {
            double coarse = 2 * differences[1] - differences[0];
            double fine = 2 * differences[2] - differences[1];
            return new Slope((4 * fine - coarse) / 3, Math.abs(fine - coarse) + 4 * rounding);
        }
    }

    /**
     * @throws CancellationException if the thread is interrupted
     */
    Result of(int i) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted after " + i + " of " + theta.length + " derivatives");
        }
        Result best = null;
        for (double step : STEPS) {
            Result result = with(i, step * Math.max(1, Math.abs(theta[i])));
            if (best == null || !(best.uncertainty <= result.uncertainty)) {
                best = result;
            }
            if (!best.kink() && best.uncertainty <= GOOD_ENOUGH * Math.abs(best.value)) {
                break;
            }
        }
        return best;
    }

    private Result with(int i, double h) {
        double[] rightwards = new double[3];
        double[] leftwards = new double[3];
        double[] centred = new double[3];
        double largest = Math.abs(centre);
        for (int k = 0; k < 3; k++) {
            double step = h / (1 << k);
            double above = lossAt(i, step);
            double below = lossAt(i, -step);
            rightwards[k] = (above - centre) / step;
            leftwards[k] = (centre - below) / step;
            centred[k] = (above - below) / (2 * step);
            largest = Math.max(largest, Math.max(Math.abs(above), Math.abs(below)));
        }
        double coarse = (4 * centred[1] - centred[0]) / 3;
        double fine = (4 * centred[2] - centred[1]) / 3;
        double rounding = ROUNDINGS * Math.ulp(largest) / (h / 4);
        return new Result(
                (16 * fine - coarse) / 15,
                Math.abs(fine - coarse) + rounding,
                Slope.of(leftwards, rounding),
                Slope.of(rightwards, rounding));
    }

    /** C where θ has nothing added. */
    double loss() {
        return centre;
    }

    /** C with something added to θᵢ. */
    double lossAt(int i, double step) {
        double kept = theta[i];
        theta[i] = kept + step;
        backpropagation.forward();
        double loss = backpropagation.loss();
        theta[i] = kept;
        return loss;
    }
}
