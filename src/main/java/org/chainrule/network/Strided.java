package org.chainrule.network;

/** A matrix in a flat array: its entry (i, j) stands at {@code at + i·row + j·column}. */
record Strided(double[] data, int at, int row, int column) {
    /** Row-major, with this many columns. */
    static Strided rowMajor(double[] data, int at, int columns) {
        return new Strided(data, at, columns, 1);
    }

    /** The same numbers with rows and columns exchanged. */
    Strided transposed() {
        return new Strided(data, at, column, row);
    }
}
