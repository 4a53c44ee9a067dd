package org.chainrule.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.chainrule.data.DataException;
import org.chainrule.data.Require;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** From lists of cells to columns, and from columns to numbers. */
final class Columns {
    private Columns() {}

    static void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            // Tablesaw finds columns without regard to case.
            if (!seen.add(Require.present("a column's name", name).toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "two columns are named \"" + name + "\"; give each a name of its own");
            }
        }
    }

    static Column<?> of(String name, List<Object> cells) {
        if (all(Integer.class, cells)) {
            IntColumn column = IntColumn.create(name);
            cells.forEach(cell -> column.append((Integer) cell));
            return column;
        }
        if (all(Number.class, cells)) {
            DoubleColumn column = DoubleColumn.create(name);
            cells.forEach(cell -> column.append(cell == null ? null : ((Number) cell).doubleValue()));
            return column;
        }
        if (all(Boolean.class, cells)) {
            BooleanColumn column = BooleanColumn.create(name);
            cells.forEach(cell -> column.append((Boolean) cell));
            return column;
        }
        StringColumn column = StringColumn.create(name);
        cells.forEach(cell -> column.append(cell == null ? null : cell.toString()));
        return column;
    }

    private static boolean all(Class<?> type, List<Object> cells) {
        return cells.stream().anyMatch(Objects::nonNull)
                && cells.stream().allMatch(cell -> cell == null || type.isInstance(cell));
    }

    /** The named columns side by side, n×(number of names). */
    static double[][] values(Table table, String role, List<String> names) {
        if (Require.present(role, names).isEmpty()) {
            throw new IllegalArgumentException(role + " name no column; name at least one of " + table.columnNames());
        }
        if (table.rowCount() == 0) {
            throw new DataException("the table " + table.name() + " has no rows; a data set needs at least one");
        }
        double[][] values = new double[table.rowCount()][names.size()];
        for (int c = 0; c < names.size(); c++) {
            Column<?> column = named(table, role, names.get(c));
            for (int row = 0; row < values.length; row++) {
                values[row][c] = value(column, row);
            }
        }
        return values;
    }

    static Column<?> named(Table table, String role, String name) {
        if (!table.containsColumn(Require.present(role + ": a column's name", name))) {
            throw new IllegalArgumentException(
                    role + ": there is no column \"" + name + "\"; the table has " + table.columnNames());
        }
        return table.column(name);
    }

    /**
     * @throws DataException if there is no value in this row
     */
    static void requireValue(Column<?> column, int row) {
        if (column.isMissing(row)) {
            throw new DataException(place(column, row)
                    + "there is no value; fill it in, or leave the row out (table.dropRowsWithMissingValues())");
        }
    }

    private static String place(Column<?> column, int row) {
        return "column " + column.name() + ", row " + row + ": ";
    }

    private static double value(Column<?> column, int row) {
        requireValue(column, row);
        if (column instanceof BooleanColumn booleans) {
            return booleans.get(row) ? 1 : 0;
        }
        double value = column instanceof NumericColumn<?> numbers ? numbers.getDouble(row) : number(column, row);
        if (!Double.isFinite(value)) {
            throw new DataException(place(column, row) + "\"" + column.getUnformattedString(row)
                    + "\" is not a number to compute with; mend the cell, leave the column out, or make numbers of it"
                    + " (classes to predict: Tables.classes)");
        }
        return value;
    }

    /** One cell that is no number makes its whole column text: it is to be named, not the first one of the column. */
    private static double number(Column<?> column, int row) {
        try {
            return Double.parseDouble(column.getUnformattedString(row));
        } catch (NumberFormatException text) {
            return Double.NaN;
        }
    }
}
