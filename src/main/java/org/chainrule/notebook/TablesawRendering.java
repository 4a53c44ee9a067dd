package org.chainrule.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chainrule.numpy.NumpyFormat;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** How a Tablesaw table looks. Only called with one, so that nothing else needs Tablesaw on the class path. */
final class TablesawRendering {
    private static final int ROWS = 20;
    private static final int COLUMNS = 20;
    private static final int CELL_CHARS = 60;
    private static final int DIGITS = 6;

    private TablesawRendering() {}

    static String shape(Object relation) {
        Relation table = (Relation) relation;
        return table.rowCount() + " × " + table.columnCount() + " table";
    }

    /** The first and the last rows of a long table, with the number of those between. */
    static MimeBundle of(Object relation) {
        Relation data = (Relation) relation;
        List<Column<?>> columns = data.columns().subList(0, Math.min(COLUMNS, data.columnCount()));
        List<String> head = new ArrayList<>();
        columns.forEach(column -> head.add(brief(column.name())));
        if (data.columnCount() > COLUMNS) {
            head.add("… " + more(data.columnCount() - COLUMNS, "column"));
        }
        String name = data.name() == null ? "" : brief(data.name()) + ", ";
        Table table = new Table(name + shape(data), head.toArray(String[]::new));
        int rows = data.rowCount();
        int start = rows <= ROWS ? rows : ROWS / 2;
        int end = rows <= ROWS ? rows : rows - ROWS / 2;
        for (int row = 0; row < start; row++) {
            table.row(cells(columns, row, head.size()));
        }
        if (start < end) {
            Object[] gap = new Object[head.size()];
            Arrays.fill(gap, "");
            gap[0] = "… " + more(end - start, "row");
            table.row(gap);
        }
        for (int row = end; row < rows; row++) {
            table.row(cells(columns, row, head.size()));
        }
        return table.bundle();
    }

    private static String more(int count, String what) {
        return count + " more " + what + (count == 1 ? "" : "s");
    }

    private static Object[] cells(List<Column<?>> columns, int row, int width) {
        Object[] cells = new Object[width];
        for (int c = 0; c < width; c++) {
            cells[c] = c == columns.size() ? "…" : cell(columns.get(c), row);
        }
        return cells;
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        Object value = column.get(row);
        return value instanceof Double || value instanceof Float
                ? NumpyFormat.significant(((Number) value).doubleValue(), DIGITS)
                : brief(String.valueOf(value));
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= CELL_CHARS ? line : line.substring(0, CELL_CHARS - 1) + "…";
    }
}
