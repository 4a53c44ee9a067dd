package org.chainrule.lab;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Draws a word, as charts do, and says how many fonts there are; ends with an error where that is not possible. */
final class DrawingProbe {
    private static final int WIDTH = 100;
    private static final int HEIGHT = 30;

    private DrawingProbe() {}

    public static void main(String[] arguments) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, HEIGHT / 2));
        graphics.drawString("Chainrule", 2, HEIGHT - 2 * 2);
        graphics.dispose();
        int[] pixels = picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        if (Arrays.stream(pixels).distinct().count() < 2) {
            throw new IllegalStateException("The word was drawn without a single pixel.");
        }
        int fonts = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
        System.out.println(fonts + " font families, and text is drawn");
    }
}
