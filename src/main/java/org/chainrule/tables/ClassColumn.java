package org.chainrule.tables;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chainrule.data.DataException;
import tech.tablesaw.columns.Column;

/** A column whose values are classes: their names in ascending order, and for each row the number of its class, n×1. */
record ClassColumn(List<String> names, double[][] numbers) {
    static ClassColumn of(Column<?> column) {
        SortedMap<Object, String> names = new TreeMap<>();
        for (int row = 0; row < column.size(); row++) {
            Columns.requireValue(column, row);
            names.put(column.get(row), column.getUnformattedString(row));
        }
        if (names.size() < 2) {
            throw new DataException("column " + column.name() + " holds one class only, \""
                    + names.get(names.firstKey()) + "\"; there is nothing to tell apart");
        }
        List<Object> order = List.copyOf(names.keySet());
        double[][] numbers = new double[column.size()][1];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row][0] = order.indexOf(column.get(row));
        }
        return new ClassColumn(List.copyOf(names.values()), numbers);
    }
}
