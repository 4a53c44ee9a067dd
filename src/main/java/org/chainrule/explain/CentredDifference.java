package org.chainrule.explain;

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
    private static final double[] STEPS = {0x1p-9, 0x1p-6, 0x1p-12, 0x1p-16};

    private static final double GOOD_ENOUGH = 1e-9;
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
     * @param left the slope below the parameter, where there is a kink within the step
     * @param right the slope above it
     */
    record Result(double value, double uncertainty, boolean kink, double left, double right) {
        Verdict judge(double claimed) {
            double scale = Math.max(Math.abs(claimed), Math.abs(value));
            double tolerance = 1e-6 * scale + 3 * uncertainty;
            if (kink) {
                boolean between =
                        claimed >= Math.min(left, right) - tolerance && claimed <= Math.max(left, right) + tolerance;
                return between ? Verdict.UNDECIDED : Verdict.WRONG;
            }
            if (!(Math.abs(claimed - value) <= tolerance)) {
                return Verdict.WRONG;
            }
            return uncertainty <= 1e-3 * scale || claimed == value ? Verdict.RIGHT : Verdict.UNDECIDED;
        }
    }

    Result of(int i) {
        Result best = null;
        for (double step : STEPS) {
            Result result = with(i, step * Math.max(1, Math.abs(theta[i])));
            if (best == null || result.uncertainty < best.uncertainty) {
                best = result;
            }
            if (!best.kink && best.uncertainty <= GOOD_ENOUGH * Math.abs(best.value)) {
                break;
            }
        }
        return best;
    }

    private Result with(int i, double h) {
        double[] above = new double[3];
        double[] below = new double[3];
        double[] centred = new double[3];
        double largest = centre;
        for (int k = 0; k < 3; k++) {
            double step = h / (1 << k);
            above[k] = lossAt(i, step);
            below[k] = lossAt(i, -step);
            centred[k] = (above[k] - below[k]) / (2 * step);
            largest = Math.max(largest, Math.max(above[k], below[k]));
        }
        double coarse = (4 * centred[1] - centred[0]) / 3;
        double fine = (4 * centred[2] - centred[1]) / 3;
        double rounding = ROUNDINGS * Math.ulp(largest) / (h / 4);
        double uncertainty = Math.abs(fine - coarse) + rounding;

        double right = (above[2] - centre) / (h / 4);
        double left = (centre - below[2]) / (h / 4);
        double gap = Math.abs(right - left);
        double wideGap = Math.abs((above[0] - centre) / h - (centre - below[0]) / h);
        boolean kink = gap > 0.5 * wideGap && gap > 8 * rounding;
        return new Result((16 * fine - coarse) / 15, uncertainty, kink, left, right);
    }

    private double lossAt(int i, double step) {
        double kept = theta[i];
        theta[i] = kept + step;
        backpropagation.forward();
        double loss = backpropagation.loss();
        theta[i] = kept;
        return loss;
    }
}
