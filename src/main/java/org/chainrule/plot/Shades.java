package org.chainrule.plot;

import java.awt.Color;
import org.ejml.simple.SimpleMatrix;

/** From the numbers of an image to colours: as ink on paper, or, where the sign counts, in two colours from white. */
record Shades(double low, double high, boolean signed) {
    /** From paper for the least number to black for the largest. */
    static Shades ink(SimpleMatrix numbers) {
        return new Shades(numbers.elementMin(), numbers.elementMax(), false);
    }

    /** White for 0, on to blue above it and to orange below. */
    static Shades signed(SimpleMatrix numbers) {
        double most = numbers.elementMaxAbs();
        return new Shades(-most, most, true);
    }

    Color of(double number) {
        if (!signed) {
            return Inks.thinned(Color.BLACK, high == low ? 1 : (high - number) / (high - low));
        }
        long steps = high == 0 ? 0 : Math.round(IndexedPng.STEPS_OF_AN_INK * Math.abs(number) / high);
        return Inks.thinned(Inks.color(number > 0 ? 0 : 1), 1 - (double) steps / IndexedPng.STEPS_OF_AN_INK);
    }

    /** Whether a number is marked besides its colour: far enough below 0 to be seen as coloured. */
    boolean marks(double number) {
        return signed && number < -high / IndexedPng.STEPS_OF_AN_INK;
    }
}
