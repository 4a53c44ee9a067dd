package org.chainrule.numpy;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Brackets, line breaks and the {@code ...} of a printed NumPy array. An array of more than 1000 elements shows three at
 * each end of every axis that has more than six.
 */
final class ArrayLayout {
    private static final int LINE_WIDTH = 75;
    private static final int THRESHOLD = 1000;
    private static final int EDGE_ITEMS = 3;
    private static final String ELLIPSIS = "...";

    private final String separator;
    private final String indent;
    private final int width;

    private ArrayLayout(String separator, String indent, int width) {
        this.separator = separator;
        this.indent = indent;
        this.width = width;
    }

    /** As {@code str} prints: elements separated by blanks. */
    static ArrayLayout plain() {
        return new ArrayLayout(" ", " ", LINE_WIDTH);
    }

    /** As {@code repr} prints what stands inside {@code array(…)}: elements separated by commas. */
    static ArrayLayout insideArray() {
        return new ArrayLayout(", ", " ".repeat("array([".length()), LINE_WIDTH - ")".length());
    }

    String vector(double[] values) {
        boolean summary = values.length > THRESHOLD;
        int[] shown = shown(values.length, summary);
        ElementFormat format = new ElementFormat(pick(values, shown));
        return row(indent, width, shown, i -> format.format(values[i]));
    }

    /** @param rows at least one, all of the same length, which is not 0 */
    String matrix(double[][] rows) {
        boolean summary = (long) rows.length * rows[0].length > THRESHOLD;
        int[] shownRows = shown(rows.length, summary);
        int[] shownColumns = shown(rows[0].length, summary);
        double[] elements = new double[shownRows.length * shownColumns.length];
        int count = 0;
        for (int r : shownRows) {
            for (int c : shownColumns) {
                if (r >= 0 && c >= 0) {
                    elements[count++] = rows[r][c];
                }
            }
        }
        ElementFormat format = new ElementFormat(Arrays.copyOf(elements, count));
        StringBuilder text = new StringBuilder("[");
        String between = separator.stripTrailing() + "\n" + indent;
        for (int k = 0; k < shownRows.length; k++) {
            int r = shownRows[k];
            text.append(k == 0 ? "" : between);
            text.append(r < 0 ? ELLIPSIS : row(indent + " ", width - 1, shownColumns, c -> format.format(rows[r][c])));
        }
        return text.append("]").toString();
    }

    private String row(String hanging, int lineWidth, int[] shown, IntFunction<String> element) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(hanging);
        for (int k = 0; k < shown.length; k++) {
            String word = shown[k] < 0 ? ELLIPSIS : element.apply(shown[k]);
            line.append(k == 0 ? "" : separator);
            // One place is kept for the separator or bracket that follows; the first word of a line is never moved.
            if (line.length() + word.length() > lineWidth - 1 && line.length() > hanging.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(hanging);
            }
            line.append(word);
        }
        return "[" + text.append(line).substring(hanging.length()) + "]";
    }

    /** The indices to print, −1 where the ellipsis stands. */
    private static int[] shown(int length, boolean summary) {
        boolean cut = summary && length > 2 * EDGE_ITEMS;
        int[] indices = new int[cut ? 2 * EDGE_ITEMS + 1 : length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = cut && i > EDGE_ITEMS ? length - indices.length + i : i;
        }
        if (cut) {
            indices[EDGE_ITEMS] = -1;
        }
        return indices;
    }

    private static double[] pick(double[] values, int[] shown) {
        return Arrays.stream(shown)
                .filter(i -> i >= 0)
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
