package org.chainrule.plot;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.network.Network;

/** Where the layers of a network stand. Of a deep one the first and the last few are shown, with the count of the others. */
final class DiagramLayout {
    static final int TOP = 104;
    private static final int BOTTOM = 60;
    private static final int SIDE = 70;
    private static final int LEAST_WIDTH = 640;
    private static final int LEAST_COLUMN_WIDTH = 130;
    private static final int WIDE_COLUMN = 230;
    private static final int MOST_WIDE_COLUMNS = 4;
    private static final int NUMBERS_IN_A_WIDE_COLUMN = 9;
    private static final int NUMBERS_IN_A_NARROW_ONE = 6;
    private static final int MOST_COLUMNS = 7;
    private static final int SHOWN_AT_EACH_END = 3;
    private static final double UNIT_SPACE = 90;
    private static final double MOST_SPACE = 440;
    private static final double LARGEST_RADIUS = 22;
    private static final double RADIUS_OF_PITCH = 0.33;

    private final List<DiagramColumn> columns = new ArrayList<>();
    private final int width;
    private final double space;
    private final int elidedLayers;
    private final double spacing;

    DiagramLayout(Network network) {
        int all = network.depth() + 1;
        elidedLayers = all > MOST_COLUMNS ? all - 2 * SHOWN_AT_EACH_END : 0;
        int places = elidedLayers > 0 ? 2 * SHOWN_AT_EACH_END + 1 : all;
        width = Math.max(LEAST_WIDTH, 2 * SIDE + columnWidth(network) * (places - 1));
        spacing = (width - 2.0 * SIDE) / (places - 1);
        int slots = 1;
        for (int l = 0; l < all; l++) {
            slots = Math.max(slots, DiagramColumn.slots(units(network, l)));
        }
        space = Math.min(MOST_SPACE, slots * UNIT_SPACE);
        for (int place = 0; place < places; place++) {
            boolean afterGap = elidedLayers > 0 && place >= SHOWN_AT_EACH_END;
            if (!afterGap || place > SHOWN_AT_EACH_END) {
                int l = afterGap ? place - 1 + elidedLayers : place;
                columns.add(new DiagramColumn(l, units(network, l), SIDE + place * spacing, TOP, space));
            }
        }
    }

    /** The layers that are shown, from left to right. */
    List<DiagramColumn> columns() {
        return columns;
    }

    /** How many layers are not shown. */
    int elidedLayers() {
        return elidedLayers;
    }

    /** The middle of the place where layers are left out. */
    double gapX() {
        return SIDE + SHOWN_AT_EACH_END * spacing;
    }

    double middleY() {
        return TOP + space / 2;
    }

    int width() {
        return width;
    }

    int height() {
        return (int) (TOP + space + BOTTOM);
    }

    /** The radius of all units. */
    double radius() {
        double pitch = columns.stream().mapToDouble(DiagramColumn::pitch).min().orElse(UNIT_SPACE);
        return Math.min(LARGEST_RADIUS, RADIUS_OF_PITCH * pitch);
    }

    /** Up to nine lines between two layers can carry their numbers, but only where they have a long way to go. */
    private static int columnWidth(Network network) {
        int most = network.layers().stream()
                .mapToInt(layer -> layer.inputs() * layer.units())
                .max()
                .getAsInt();
        boolean wide = network.depth() < MOST_WIDE_COLUMNS
                && most > NUMBERS_IN_A_NARROW_ONE
                && most <= NUMBERS_IN_A_WIDE_COLUMN;
        return wide ? WIDE_COLUMN : LEAST_COLUMN_WIDTH;
    }

    private static int units(Network network, int l) {
        return l == 0 ? network.inputs() : network.layer(l).units();
    }
}
