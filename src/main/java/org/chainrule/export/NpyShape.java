package org.chainrule.export;

import java.util.Arrays;
import java.util.List;

/**
 * What an array has to look like.
 *
 * @param words how a message says it
 * @param shapes the shapes that do; where there is none, a list of a length between the two
 */
record NpyShape(String words, boolean isText, List<long[]> shapes, int least, int most) {
    static NpyShape matrix(int rows, int columns) {
        return numbers("(" + rows + ", " + columns + ")", new long[] {rows, columns});
    }

    static NpyShape vector(int length) {
        return numbers("(" + length + ",)", new long[] {length}, new long[] {1, length});
    }

    static NpyShape number() {
        return numbers("()", new long[0], new long[] {1});
    }

    private static NpyShape numbers(String words, long[]... shapes) {
        return new NpyShape("numbers of shape " + words, false, List.of(shapes), 0, 0);
    }

    static NpyShape list(int least, int most) {
        return new NpyShape("a list of " + least + " to " + most + " numbers", false, List.of(), least, most);
    }

    static NpyShape text() {
        return new NpyShape("one text", true, List.of(new long[0], new long[] {1}), 0, 0);
    }

    static NpyShape texts(int count) {
        return new NpyShape("texts of shape (" + count + ",)", true, List.of(new long[] {count}), 0, 0);
    }

    /**
     * @throws ModelFileException if the array is of another kind or shape
     */
    void require(NpyHeader header) throws ModelFileException {
        long[] shape = header.shape();
        boolean fits = shapes.isEmpty()
                ? shape.length == 1 && shape[0] >= least && shape[0] <= most
                : shapes.stream().anyMatch(possible -> Arrays.equals(possible, shape));
        if (!fits || header.type().isText() != isText) {
            throw new ModelFileException("holds " + (header.type().isText() ? "texts" : "numbers") + " of shape "
                    + header.shapeInWords() + ", but should hold " + words);
        }
    }
}
