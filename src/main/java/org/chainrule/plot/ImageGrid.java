package org.chainrule.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;

/**
 * Small images side by side, each the numbers of one row of a matrix: samples as ink on paper, or weights with their signs.
 * Immutable.
 */
public final class ImageGrid implements Chart {
    private static final int WIDTH = 640;
    private static final int MARGIN = 20;
    private static final int TOP = 44;
    private static final int IMAGE_SIDE = 64;
    private static final int BETWEEN = 12;
    private static final int CAPTION = 18;
    private static final int PIXELS_A_LETTER = 6;
    private static final int SMALLEST_MARKED_PIXEL = 5;
    private static final int MOST_IMAGES = 100;
    private static final int CAPTIONS_IN_WORDS = 20;
    private static final int BELOW = 44;
    private static final int SCALE_WIDTH = 120;

    private final String title;
    private final SimpleMatrix images;
    private final int width;
    private final List<String> captions;
    private final Shades shades;

    private ImageGrid(String title, SimpleMatrix images, int width, List<String> captions, Shades shades) {
        this.title = title;
        this.images = images;
        this.width = width;
        this.captions = captions;
        this.shades = shades;
    }

    /**
     * Images in shades of grey, white for the least number and black for the largest; of more than 100 the first 100.
     *
     * @param rows the images, n×(width · height), each from the top left pixel on, line by line
     * @param width how many pixels a line has
     * @throws ShapeException if a row is not made of whole lines
     * @throws org.chainrule.data.DataException if there are no rows, or NaN or infinity in them
     * @throws IllegalArgumentException if the width is below 1
     */
    public static ImageGrid of(SimpleMatrix rows, int width) {
        SimpleMatrix images = Require.finite("images", rows).copy();
        return of("images", images, width, List.of(), Shades.ink(images));
    }

    /**
     * What the units of a layer look for: the weights of each as an image, blue above 0 and orange with a dash below.
     *
     * @param W the weights into the units, (width · height)×m
     * @throws ShapeException as {@link #of} does
     * @throws org.chainrule.data.DataException if there are no weights, or NaN or infinity in them
     * @throws IllegalArgumentException if the width is below 1
     */
    public static ImageGrid ofWeights(SimpleMatrix W, int width) {
        SimpleMatrix images = Require.finite("weights", W).transpose();
        List<String> units = IntStream.range(0, images.getNumRows())
                .mapToObj(j -> "unit " + j)
                .toList();
        return of("units", images, width, units, Shades.signed(images));
    }

    private static ImageGrid of(String what, SimpleMatrix images, int width, List<String> captions, Shades shades) {
        int pixels = images.getNumCols();
        if (pixels % Require.atLeastOne("the width of an image", width) != 0) {
            throw new ShapeException("an image of " + pixels + " numbers has no whole lines of " + width
                    + "; give the width that its pixels come in");
        }
        String title = images.getNumRows() + " " + what + " of " + width + "×" + pixels / width;
        return new ImageGrid(title, images, width, captions, shades);
    }

    /** The same under another title. */
    public ImageGrid titled(String title) {
        return new ImageGrid(Require.present("title", title), images, width, captions, shades);
    }

    /**
     * The same with a caption below each image.
     *
     * @throws ShapeException if there are more or fewer captions than images
     */
    public ImageGrid captions(List<String> captions) {
        if (Require.present("captions", captions).size() != images.getNumRows()) {
            throw new ShapeException("there are " + captions.size() + " captions, but " + images.getNumRows()
                    + " images; give each image one");
        }
        return new ImageGrid(title, images, width, List.copyOf(captions), shades);
    }

    private int drawn() {
        return Math.min(MOST_IMAGES, images.getNumRows());
    }

    private int lines() {
        return images.getNumCols() / width;
    }

    @Override
    public Picture picture(int scale) {
        int pixel = Math.max(1, IMAGE_SIDE / Math.max(width, lines()));
        int across = pixel * width + BETWEEN;
        int down = pixel * lines() + (captions.isEmpty() ? BETWEEN : CAPTION + BETWEEN / 2);
        int perRow = Math.max(1, Math.min(drawn(), (WIDTH - 2 * MARGIN + BETWEEN) / across));
        int rows = (drawn() + perRow - 1) / perRow;
        int wide = Math.max(WIDTH, 2 * MARGIN + across);
        int height = TOP + rows * down + BELOW;
        return Card.draw(wide, height, scale, alt(), graphics -> {
            graphics.setColor(Inks.TEXT);
            graphics.setFont(Card.font(Font.BOLD, 15));
            graphics.drawString(Summary.shortened(title, 70), MARGIN, 26);
            for (int i = 0; i < drawn(); i++) {
                int x = MARGIN + i % perRow * across;
                int y = TOP + i / perRow * down;
                drawImage(graphics, i, x, y, pixel);
                drawCaption(graphics, i, x + pixel * width / 2f, y + pixel * lines() + 14f, across / PIXELS_A_LETTER);
            }
            drawScale(graphics, height - BELOW + 12);
            graphics.setColor(Inks.AXIS);
            graphics.setFont(Card.font(Font.PLAIN, 11));
            graphics.drawString(note(), MARGIN, height - 8);
        });
    }

    private void drawImage(Graphics2D graphics, int image, int left, int top, int pixel) {
        for (int at = 0; at < images.getNumCols(); at++) {
            double number = images.get(image, at);
            int x = left + at % width * pixel;
            int y = top + at / width * pixel;
            graphics.setColor(shades.of(number));
            graphics.fillRect(x, y, pixel, pixel);
            if (pixel >= SMALLEST_MARKED_PIXEL && shades.marks(number)) {
                graphics.setColor(Color.BLACK);
                graphics.fillRect(x + 2, y + pixel / 2, pixel - 4, 1);
            }
        }
        graphics.setColor(Inks.AXIS);
        graphics.drawRect(left, top, pixel * width, pixel * lines());
    }

    private void drawCaption(Graphics2D graphics, int image, float x, float baseline, int letters) {
        if (!captions.isEmpty()) {
            graphics.setColor(Inks.TEXT);
            graphics.setFont(Card.font(Font.PLAIN, 11));
            Card.centered(graphics, Summary.shortened(captions.get(image), Math.max(3, letters)), x, baseline);
        }
    }

    /** Which shade is which number. */
    private void drawScale(Graphics2D graphics, int top) {
        graphics.setFont(Card.font(Font.PLAIN, 11));
        String low = Summary.number(shades.low());
        graphics.setColor(Inks.TEXT);
        graphics.drawString(low, MARGIN, top + 10);
        int left = MARGIN + 6 + graphics.getFontMetrics().stringWidth(low);
        for (int x = 0; x < SCALE_WIDTH; x++) {
            graphics.setColor(shades.of(shades.low() + (shades.high() - shades.low()) * x / (SCALE_WIDTH - 1)));
            graphics.fillRect(left + x, top, 1, 12);
        }
        graphics.setColor(Inks.AXIS);
        graphics.drawRect(left, top, SCALE_WIDTH, 12);
        graphics.setColor(Inks.TEXT);
        String high = Summary.number(shades.high()) + (shades.signed() ? "; a dash marks what is below 0" : "");
        graphics.drawString(high, left + SCALE_WIDTH + 6, top + 10);
    }

    private String note() {
        return drawn() == images.getNumRows()
                ? ""
                : "The first " + drawn() + " of " + images.getNumRows() + " are drawn.";
    }

    /** In one line: the title, from where to where the numbers go, and the first captions. */
    @Override
    public String alt() {
        String listed = captions.stream().limit(CAPTIONS_IN_WORDS).collect(Collectors.joining("; "));
        return title + ", numbers from " + Summary.number(images.elementMin()) + " to "
                + Summary.number(images.elementMax())
                + (listed.isEmpty() ? "" : ": " + listed + (captions.size() > CAPTIONS_IN_WORDS ? "; …" : "")) + "."
                + (note().isEmpty() ? "" : " " + note());
    }

    @Override
    public String toString() {
        return alt();
    }
}
