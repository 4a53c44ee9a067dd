package org.chainrule.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;

/** The frame of a map, with ticks and their numbers below it and to its left. */
record SquareAxes(Rectangle square, Range x, Range y) {
    private static final int TICK = 4;
    private static final int PIXELS_A_TICK = 55;

    /** Leaves the ink for text set. */
    void paint(Graphics2D graphics) {
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Inks.AXIS);
        graphics.draw(square);
        graphics.setFont(Card.font(Font.PLAIN, 11));
        int steps = Math.max(2, square.width / PIXELS_A_TICK);
        int bottom = square.y + square.height;
        Ticks across = Ticks.linear(x, steps);
        for (int k = 0; k <= across.last(); k++) {
            int at = square.x + (int) Math.round(square.width * across.share(k));
            graphics.setColor(Inks.AXIS);
            graphics.drawLine(at, bottom, at, bottom + TICK);
            graphics.setColor(Inks.TEXT);
            Card.centered(graphics, across.label(k), at, bottom + 16f);
        }
        Ticks up = Ticks.linear(y, steps);
        for (int k = 0; k <= up.last(); k++) {
            int at = bottom - (int) Math.round(square.height * up.share(k));
            graphics.setColor(Inks.AXIS);
            graphics.drawLine(square.x - TICK, at, square.x, at);
            graphics.setColor(Inks.TEXT);
            String label = up.label(k);
            graphics.drawString(label, square.x - 7 - graphics.getFontMetrics().stringWidth(label), at + 4);
        }
    }
}
