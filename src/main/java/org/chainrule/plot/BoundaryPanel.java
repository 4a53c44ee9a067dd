package org.chainrule.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.network.Network;

/** One square of a decision boundary: the plane in shades, the line between them, the samples and the axes. */
final class BoundaryPanel {
    static final int MOST_SAMPLES = 2000;
    private static final int PIXELS_A_LETTER = 8;
    private static final int FINE = 120;
    private static final double MULTIPLICATIONS_FOR_FINE = 1.5e8;
    private static final int COARSE = 60;
    private static final double MULTIPLICATIONS_FOR_COARSE = 1e7;

    private final Rectangle square;
    private final Range x;
    private final Range y;

    BoundaryPanel(Rectangle square, Range x, Range y) {
        this.square = square;
        this.x = x;
        this.y = y;
    }

    void paint(Graphics2D graphics, String title, Network network, Dataset data, Decision decision) {
        int scale = (int) Math.round(graphics.getTransform().getScaleX());
        Interpolation grid = scale == 1
                ? OutputGrid.of(network, x, y, COARSE, MULTIPLICATIONS_FOR_COARSE)
                : OutputGrid.of(network, x, y, FINE, MULTIPLICATIONS_FOR_FINE);
        BufferedImage plane = plane(grid, decision, network.outputs(), scale);
        graphics.drawImage(plane, square.x, square.y, square.width, square.height, null);
        drawSamples(graphics, data, decision);
        new SquareAxes(square, x, y).paint(graphics);
        graphics.setFont(Card.font(Font.PLAIN, 13));
        List<String> names = data.inputNames();
        Card.centered(
                graphics,
                Summary.shortened(names.get(0), longestName()),
                (float) square.getCenterX(),
                square.y + square.height + 32f);
        drawUpName(graphics, Summary.shortened(names.get(1), longestName()));
        Card.centered(graphics, title, (float) square.getCenterX(), square.y - 8f);
    }

    private int longestName() {
        return square.width / PIXELS_A_LETTER;
    }

    /** A symbol stands above the axis; a name has room along it only. */
    private void drawUpName(Graphics2D graphics, String name) {
        if (name.length() <= 2) {
            Card.centered(graphics, name, square.x - 12f, square.y - 8f);
        } else {
            Card.upright(graphics, name, square.x - 40f, (float) square.getCenterY());
        }
    }

    /** The shades, and in black the pixels at which the class changes. */
    private BufferedImage plane(Interpolation grid, Decision decision, int outputs, int scale) {
        int side = square.width * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        int[][] classes = new int[side][side];
        double[] at = new double[outputs];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                grid.at((column + 0.5) / side, 1 - (row + 0.5) / side, at);
                classes[row][column] = decision.classOf(at);
                boolean known = classes[row][column] != Decision.NONE;
                image.setRGB(column, row, (known ? decision.shade(at) : Inks.AXIS).getRGB());
            }
        }
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (changes(classes, row, column, scale)) {
                    image.setRGB(column, row, Color.BLACK.getRGB());
                }
            }
        }
        return image;
    }

    static boolean changes(int[][] classes, int row, int column, int distance) {
        int here = classes[row][column];
        int below = Math.min(row + distance, classes.length - 1);
        int right = Math.min(column + distance, classes.length - 1);
        return classes[below][column] != here || classes[row][right] != here || classes[below][right] != here;
    }

    private void drawSamples(Graphics2D graphics, Dataset data, Decision decision) {
        double[][] inputs = data.inputs().toArray2();
        double[][] targets = data.targets().toArray2();
        Shape clip = graphics.getClip();
        graphics.clip(square);
        int count = Math.min(inputs.length, MOST_SAMPLES);
        double size = square.width < 200 || count > 50 ? count > 300 ? 5 : 7 : 11;
        for (int i = 0; i < count; i++) {
            int k = decision.classOf(targets[i]);
            double px = square.x + square.width * (inputs[i][0] / x.width() - x.min() / x.width());
            double py = square.y + square.height * (1 - inputs[i][1] / y.width() + y.min() / y.width());
            Marks.draw(graphics, k, decision.ink(k), px, py, size);
        }
        graphics.setClip(clip);
    }
}
