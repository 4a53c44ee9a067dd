package org.chainrule.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * The colours and line styles of all pictures. The colours of the series are those of M. Okabe and K. Ito, "Color
 * Universal Design" (2008), told apart with every kind of colour vision; each comes with a dash of its own, so that
 * nothing hangs on colour alone. Their yellow is left out: a line in it is hardly seen on white.
 */
final class Inks {
    static final Color PAPER = Color.WHITE;
    static final Color TEXT = new Color(0x22, 0x22, 0x22);
    static final Color AXIS = new Color(0x66, 0x66, 0x66);
    static final Color GRID = new Color(0xdd, 0xdd, 0xdd);

    private static final float LINE_WIDTH = 1.8f;

    static final List<Color> SERIES = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9),
            new Color(0x000000));

    /** As many as colours; told apart in the legend too, where a line is 36 long and a mark may cover its middle. */
    private static final List<float[]> DASHES = List.of(
            new float[] {},
            new float[] {8, 4},
            new float[] {2, 3},
            new float[] {9, 3, 2, 3},
            new float[] {13, 6},
            new float[] {2, 3, 2, 3, 9, 3},
            new float[] {2, 7});

    private Inks() {}

    /** The colour of the k-th series, k from 0. */
    static Color color(int k) {
        return SERIES.get(k % SERIES.size());
    }

    /**
     * The line of the k-th dash: solid, dashed, dotted, dash-dotted, long dashes, dot-dot-dash, sparse dots; then again, each
     * round one dash further on, so that a colour that comes again has another dash.
     */
    static BasicStroke line(int k) {
        float[] dash = DASHES.get((k + k / DASHES.size()) % DASHES.size());
        return new BasicStroke(
                LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash.length == 0 ? null : dash, 0);
    }

    /** An ink mixed with white, from 0 for the ink itself to 1 for white. */
    static Color thinned(Color ink, double white) {
        return new Color(mix(ink.getRed(), white), mix(ink.getGreen(), white), mix(ink.getBlue(), white));
    }

    private static int mix(int channel, double white) {
        return (int) Math.round(channel + (255 - channel) * white);
    }
}
