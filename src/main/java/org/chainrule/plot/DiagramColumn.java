package org.chainrule.plot;

import java.util.stream.IntStream;

/**
 * The units of a layer, one below the other. Of a large layer the first and the last few are shown, and in between stands
 * how many more there are.
 *
 * @param layer 0 for the inputs
 * @param x the middle of the column
 * @param top where the space for units starts
 * @param space how high it is
 */
record DiagramColumn(int layer, int units, double x, double top, double space) {
    private static final int MOST_SHOWN = 10;
    private static final int SHOWN_AT_EACH_END = 4;
    private static final double WIDEST_GAP = 90;

    /** The numbers of the units that are shown, from 0. */
    int[] shown() {
        return isElided()
                ? IntStream.range(0, units)
                        .filter(unit -> unit < SHOWN_AT_EACH_END || unit >= units - SHOWN_AT_EACH_END)
                        .toArray()
                : IntStream.range(0, units).toArray();
    }

    boolean isElided() {
        return units > MOST_SHOWN;
    }

    /** How many units are not shown. */
    int elided() {
        return isElided() ? units - 2 * SHOWN_AT_EACH_END : 0;
    }

    /** The middle of a unit that is shown. */
    double y(int unit) {
        boolean belowTheGap = isElided() && unit >= SHOWN_AT_EACH_END;
        return slot(belowTheGap ? unit - elided() + 1 : unit);
    }

    /** The middle of the place where units are left out. */
    double gapY() {
        return slot(SHOWN_AT_EACH_END);
    }

    /** The distance between neighbours. */
    double pitch() {
        return Math.min(WIDEST_GAP, space / slots(units));
    }

    /** How many places the units of a layer take. */
    static int slots(int units) {
        return units > MOST_SHOWN ? 2 * SHOWN_AT_EACH_END + 1 : units;
    }

    private double slot(int k) {
        return top + space / 2 + (k - (slots(units) - 1) / 2.0) * pitch();
    }
}
