package org.chainrule.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;

/** Decides by one output: above the middle between the least and the largest target, or not. */
record Threshold(double low, double high, boolean twoTargets, String target) implements Decision {
    static final int BANDS = 10;
    private static final Color LOW = Inks.color(0);
    private static final Color HIGH = Inks.color(4);
    private static final List<Color> SHADES =
            IntStream.range(0, BANDS).mapToObj(Threshold::shade).toList();

    /** Targets between 0 and 1 are taken for answers between no and yes, whatever their least and largest. */
    static Threshold of(Dataset data) {
        double[] targets = data.targets().getDDRM().data;
        String name = data.hasTargetNames() ? data.targetNames().get(0) : "target";
        double min = Arrays.stream(targets).min().getAsDouble();
        double max = Arrays.stream(targets).max().getAsDouble();
        boolean two = max > min && Arrays.stream(targets).allMatch(y -> y == min || y == max);
        if (min >= 0 && max <= 1) {
            return new Threshold(0, 1, two && min == 0 && max == 1, name);
        }
        return max > min ? new Threshold(min, max, two, name) : new Threshold(min - 1, min + 1, false, name);
    }

    double middle() {
        return low / 2 + high / 2;
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public int classOf(double[] outputs) {
        if (!Decision.isFinite(outputs)) {
            return NONE;
        }
        return outputs[0] > middle() ? 1 : 0;
    }

    /** Ten bands, the paler the nearer to the middle. */
    @Override
    public Color shade(double[] outputs) {
        double share = (outputs[0] / 2 - low / 2) / (high / 2 - low / 2);
        return SHADES.get((int) Math.max(0, Math.min(BANDS - 1, Math.ceil(share * BANDS) - 1)));
    }

    /** The shade of the k-th tenth of the way from low to high. */
    static Color shade(int k) {
        int fromMiddle = k < BANDS / 2 ? BANDS / 2 - 1 - k : k - BANDS / 2;
        double white = (IndexedPng.STEPS_OF_AN_INK - 1.0 - fromMiddle) / IndexedPng.STEPS_OF_AN_INK;
        return Inks.thinned(k < BANDS / 2 ? LOW : HIGH, white);
    }

    @Override
    public Color ink(int k) {
        return k == 0 ? LOW : HIGH;
    }

    @Override
    public String name(int k) {
        if (twoTargets) {
            return target + " " + Summary.number(k == 0 ? low : high);
        }
        return target + " " + (k == 0 ? "≤ " : "> ") + Summary.number(middle());
    }

    @Override
    public String rightPlace() {
        return "on their side of " + Summary.number(middle());
    }
}
