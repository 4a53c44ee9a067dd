package org.chainrule.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import org.chainrule.explain.LandscapePath;
import org.chainrule.explain.LossLandscape;

/** Which line is which run and how much of it is on the map, and what the shades mean. */
final class LandscapeLegend {
    static final int WIDTH = 176;
    private static final int SWATCH = 16;
    private static final int BAND = 16;
    private static final int NAME_LENGTH = 20;

    private final LossLandscape landscape;
    private final Levels levels;

    LandscapeLegend(LossLandscape landscape, Levels levels) {
        this.landscape = landscape;
        this.levels = levels;
    }

    void paint(Graphics2D graphics, int x, int top) {
        int y = top + 6;
        List<LandscapePath> paths = landscape.paths();
        for (int k = 0; k < paths.size(); k++, y += 38) {
            graphics.setColor(PathPainter.ink(k));
            graphics.setStroke(Inks.line(k));
            graphics.drawLine(x, y, x + 32, y);
            graphics.setFont(Card.font(Font.PLAIN, 12));
            write(graphics, Summary.shortened(paths.get(k).name(), NAME_LENGTH), x + 40, y + 4);
            graphics.setFont(Card.font(Font.PLAIN, 11));
            write(graphics, LandscapePath.percent(paths.get(k).share()) + " of it is on the map", x + 8, y + 19);
        }
        if (!paths.isEmpty()) {
            Marks.draw(graphics, PathPainter.START, Inks.PAPER, x + 6, y, 9);
            write(graphics, "start", x + 16, y + 4);
            Marks.draw(graphics, PathPainter.END, Inks.PAPER, x + 62, y, 11);
            write(graphics, "end", x + 72, y + 4);
            graphics.fill(PathPainter.dot(x + 112, y));
            write(graphics, "epoch", x + 120, y + 4);
            y += 26;
        }
        paintBands(graphics, x, y);
    }

    /** The highest band at the top; a number stands at the contour between two bands. */
    private void paintBands(Graphics2D graphics, int x, int top) {
        graphics.setFont(Card.font(Font.PLAIN, 12));
        write(graphics, "loss", x, top + 8);
        graphics.setFont(Card.font(Font.PLAIN, 11));
        int count = levels.values().length + 1;
        int first = top + 16;
        for (int k = 0; k < count; k++) {
            graphics.setColor(levels.shade(count - 1 - k));
            graphics.fillRect(x, first + k * BAND, SWATCH, BAND);
            graphics.setColor(Inks.TEXT);
            if (k > 0) {
                graphics.drawLine(x, first + k * BAND, x + SWATCH, first + k * BAND);
                write(graphics, Summary.number(levels.values()[count - 1 - k]), x + 24, first + k * BAND + 4);
            }
        }
        graphics.setColor(Inks.AXIS);
        graphics.draw(new Rectangle(x, first, SWATCH, count * BAND));
        if (landscape.grid().overflows() > 0) {
            int y = first + count * BAND + 12;
            graphics.fillRect(x, y, SWATCH, BAND);
            write(graphics, "overflow: no number", x + 24, y + 12);
        }
    }

    private static void write(Graphics2D graphics, String text, int x, int baseline) {
        graphics.setColor(Inks.TEXT);
        graphics.drawString(text, x, baseline);
    }
}
