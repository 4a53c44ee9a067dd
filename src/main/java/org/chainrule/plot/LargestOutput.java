package org.chainrule.plot;

import java.awt.Color;
import java.util.List;

/** Decides for the class whose output is the largest; of equal ones for the first. */
record LargestOutput(List<String> names) implements Decision {
    private static final double WHITE = 4.0 / IndexedPng.STEPS_OF_AN_INK;
    private static final List<Color> SHADES =
            Inks.SERIES.stream().map(ink -> Inks.thinned(ink, WHITE)).toList();

    @Override
    public int classes() {
        return names.size();
    }

    @Override
    public int classOf(double[] outputs) {
        if (!Decision.isFinite(outputs)) {
            return NONE;
        }
        int largest = 0;
        for (int k = 1; k < classes(); k++) {
            largest = outputs[k] > outputs[largest] ? k : largest;
        }
        return largest;
    }

    @Override
    public Color shade(double[] outputs) {
        return SHADES.get(classOf(outputs) % SHADES.size());
    }

    @Override
    public Color ink(int k) {
        return Inks.color(k);
    }

    @Override
    public String name(int k) {
        return names.get(k);
    }

    @Override
    public String rightPlace() {
        return "in the region of their class";
    }
}
