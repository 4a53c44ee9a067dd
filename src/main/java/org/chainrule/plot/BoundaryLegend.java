package org.chainrule.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;

/** What the shades and the marks of a decision boundary mean. */
final class BoundaryLegend {
    static final int WIDTH = 150;
    private static final int LINE = 22;
    private static final int SWATCH = 16;
    private static final int NAME_LENGTH = 18;
    private static final int MOST_CLASSES = 10;

    private final Decision decision;

    BoundaryLegend(Decision decision) {
        this.decision = decision;
    }

    void paint(Graphics2D graphics, int x, int top) {
        graphics.setFont(Card.font(Font.PLAIN, 12));
        int y = top + SWATCH / 2;
        for (int k = 0; k < Math.min(decision.classes(), MOST_CLASSES); k++, y += LINE) {
            Marks.draw(graphics, k, decision.ink(k), x + SWATCH / 2.0, y, 10);
            write(graphics, Summary.shortened(decision.name(k), NAME_LENGTH), x + 24, y + 4);
        }
        if (decision.classes() > MOST_CLASSES) {
            write(graphics, "… " + (decision.classes() - MOST_CLASSES) + " more", x + 24, y + 4);
        }
        if (decision instanceof Threshold threshold) {
            paintBands(graphics, threshold, x, y + 4);
        }
    }

    /** The bands from the largest output at the top to the least at the foot. */
    private static void paintBands(Graphics2D graphics, Threshold threshold, int x, int top) {
        int band = 8;
        write(graphics, "output", x, top + 10);
        int first = top + 20;
        for (int k = 0; k < Threshold.BANDS; k++) {
            graphics.setColor(Threshold.shade(Threshold.BANDS - 1 - k));
            graphics.fillRect(x, first + k * band, SWATCH, band);
        }
        int middle = first + Threshold.BANDS / 2 * band;
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(1));
        graphics.drawLine(x, middle, x + SWATCH, middle);
        graphics.setColor(Inks.AXIS);
        graphics.draw(new Rectangle(x, first, SWATCH, Threshold.BANDS * band));
        write(graphics, Summary.number(threshold.high()), x + 24, first + 6);
        write(graphics, Summary.number(threshold.middle()), x + 24, middle + 4);
        write(graphics, Summary.number(threshold.low()), x + 24, first + Threshold.BANDS * band + 2);
    }

    private static void write(Graphics2D graphics, String text, int x, int baseline) {
        graphics.setColor(Inks.TEXT);
        graphics.drawString(text, x, baseline);
    }
}
