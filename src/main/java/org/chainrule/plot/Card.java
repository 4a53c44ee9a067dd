package org.chainrule.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** The white card on which every picture is drawn, so that it is legible on a dark page too. */
final class Card {
    private Card() {}

    /**
     * @param drawing draws in logical pixels
     * @param scale pixels of the image a logical pixel
     * @throws IllegalArgumentException if scale is not positive
     */
    static Picture draw(int width, int height, int scale, String alt, Consumer<Graphics2D> drawing) {
        if (scale < 1) {
            throw new IllegalArgumentException("The scale " + scale + " leaves no pixels: use 1 or 2.");
        }
        BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setColor(Inks.PAPER);
            graphics.fillRect(0, 0, width, height);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return new Picture(IndexedPng.encode(image), width, height, alt);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** A line of text with its middle at x. */
    static void centered(Graphics2D graphics, String text, float x, float baseline) {
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2f, baseline);
    }

    /** A line of text that runs upwards, with its middle at y. */
    static void upright(Graphics2D graphics, String text, float baseline, float y) {
        AffineTransform level = graphics.getTransform();
        graphics.rotate(-Math.PI / 2);
        centered(graphics, text, -y, baseline);
        graphics.setTransform(level);
    }
}
