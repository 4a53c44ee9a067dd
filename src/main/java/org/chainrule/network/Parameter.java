package org.chainrule.network;

/**
 * The place of one trained number: {@code W(layer)[row, column]} or {@code b(layer)[column]}. Layers count from 1, rows
 * (the inputs) and columns (the units) from 0.
 *
 * @param row the input that a weight multiplies; 0 for a bias
 * @param column the unit that the number belongs to
 */
public record Parameter(int layer, boolean isBias, int row, int column) {
    /** What it is a part of: {@code W(2)}, {@code b(1)}. */
    public String part() {
        return (isBias ? "b(" : "W(") + layer + ")";
    }

    @Override
    public String toString() {
        return part() + (isBias ? "[" + column + "]" : "[" + row + ", " + column + "]");
    }
}
