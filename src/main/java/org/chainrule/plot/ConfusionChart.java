package org.chainrule.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.data.Require;
import org.chainrule.explain.ConfusionMatrix;

/**
 * A confusion matrix as a map: a row for each class that samples are of, a column for each that they were taken for, the counts
 * in the cells. The darker a cell, the larger its share of the row; what is told wrong has another colour. Immutable.
 */
public final class ConfusionChart implements Chart {
    private static final int SIDE = 400;
    private static final int LARGEST_CELL = 64;
    private static final int SMALLEST_CELL = 6;
    private static final int SMALLEST_WITH_TEXT = 14;
    private static final int LONGEST_NAME = 16;
    private static final int PIXELS_A_LETTER = 7;
    private static final int TOP = 44;
    private static final int LEFT = 52;
    private static final int RIGHT = 24;
    private static final int BELOW = 50;
    private static final int NARROWEST = 500;
    private static final int TITLE_LENGTH = 52;
    private static final int NAMED_CONFUSIONS = 3;

    private record Confusion(int actual, int said, int count) {}

    private final ConfusionMatrix matrix;
    private final List<String> names;
    private final int cell;
    private final int longest;

    private ConfusionChart(ConfusionMatrix matrix) {
        this.matrix = matrix;
        this.names = matrix.classes().stream()
                .map(name -> Summary.shortened(name, LONGEST_NAME))
                .toList();
        this.cell = Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, SIDE / names.size()));
        this.longest =
                PIXELS_A_LETTER * names.stream().mapToInt(String::length).max().getAsInt();
    }

    /** The map of a confusion matrix. */
    public static ConfusionChart of(ConfusionMatrix matrix) {
        return new ConfusionChart(Require.present("confusion matrix", matrix));
    }

    @Override
    public Picture picture(int scale) {
        int side = cell * names.size();
        int left = LEFT + longest;
        int height = TOP + side + BELOW + (namesFitBelow() ? PIXELS_A_LETTER * 2 : longest);
        int width = Math.max(NARROWEST, left + side + RIGHT);
        return Card.draw(width, height, scale, alt(), graphics -> {
            graphics.setColor(Inks.TEXT);
            graphics.setFont(Card.font(Font.BOLD, 15));
            graphics.drawString(Summary.shortened(matrix.toString(), TITLE_LENGTH), 20, 26);
            drawCells(graphics, left);
            drawNames(graphics, left, side);
            graphics.setColor(Inks.AXIS);
            graphics.setFont(Card.font(Font.PLAIN, 11));
            graphics.drawString(
                    cell < SMALLEST_WITH_TEXT ? "Too many classes for names and counts." : "An empty cell is 0.",
                    12,
                    height - 8);
        });
    }

    private boolean namesFitBelow() {
        return longest <= cell;
    }

    private void drawCells(Graphics2D graphics, int left) {
        for (int actual = 0; actual < names.size(); actual++) {
            int row = IntStream.of(matrix.counts()[actual]).sum();
            for (int said = 0; said < names.size(); said++) {
                int count = matrix.count(actual, said);
                int x = left + said * cell;
                int y = TOP + actual * cell;
                int steps = count == 0 ? 0 : (int) Math.ceil((double) IndexedPng.STEPS_OF_AN_INK * count / row);
                graphics.setColor(shade(actual == said, steps));
                graphics.fillRect(x, y, cell, cell);
                graphics.setColor(Inks.GRID);
                graphics.drawRect(x, y, cell, cell);
                if (count > 0 && cell >= SMALLEST_WITH_TEXT) {
                    graphics.setColor(steps > IndexedPng.STEPS_OF_AN_INK / 2 ? Inks.PAPER : Inks.TEXT);
                    drawCount(graphics, String.valueOf(count), x, y);
                }
            }
        }
    }

    private static Color shade(boolean right, int steps) {
        return Inks.thinned(Inks.color(right ? 0 : 1), 1 - (double) steps / IndexedPng.STEPS_OF_AN_INK);
    }

    private void drawCount(Graphics2D graphics, String count, int x, int y) {
        int size = Math.min(14, 2 * cell / (count.length() + 1));
        graphics.setFont(Card.font(Font.BOLD, size));
        Card.centered(graphics, count, x + cell / 2f, y + cell / 2f + 0.36f * size);
    }

    private void drawNames(Graphics2D graphics, int left, int side) {
        graphics.setColor(Inks.TEXT);
        graphics.setFont(Card.font(Font.PLAIN, 12));
        for (int k = 0; k < names.size() && cell >= SMALLEST_WITH_TEXT; k++) {
            String name = names.get(k);
            float middle = k * cell + cell / 2f;
            int wide = graphics.getFontMetrics().stringWidth(name);
            graphics.drawString(name, left - 8 - wide, TOP + middle + 4);
            if (namesFitBelow()) {
                Card.centered(graphics, name, left + middle, TOP + side + 16);
            } else {
                Card.upright(graphics, name, left + middle + 4, TOP + side + 8 + wide / 2f);
            }
        }
        graphics.setFont(Card.font(Font.PLAIN, 13));
        float below = TOP + side + (namesFitBelow() ? 34 : longest + 24);
        Card.centered(graphics, "class that was said", left + side / 2f, below);
        Card.upright(graphics, "class of the sample", 24, TOP + side / 2f);
    }

    /** In one line: how many are right, and what was confused most often. */
    @Override
    public String alt() {
        List<Confusion> confusions = new ArrayList<>();
        for (int actual = 0; actual < names.size(); actual++) {
            for (int said = 0; said < names.size(); said++) {
                if (actual != said && matrix.count(actual, said) > 0) {
                    confusions.add(new Confusion(actual, said, matrix.count(actual, said)));
                }
            }
        }
        if (confusions.isEmpty()) {
            return matrix + "; none confused.";
        }
        return confusions.stream()
                .sorted(Comparator.comparingInt(Confusion::count).reversed())
                .limit(NAMED_CONFUSIONS)
                .map(confusion -> matrix.classes().get(confusion.actual) + " as "
                        + matrix.classes().get(confusion.said) + " (" + confusion.count + ")")
                .collect(Collectors.joining(", ", matrix + "; most often confused: ", "."));
    }

    @Override
    public String toString() {
        return alt();
    }
}
