package org.chainrule.data;

import java.util.List;

/** Whatever can be read as a table: the verdicts of a source, the parts of a check. */
public interface Tabular {
    /** The names of the columns, all different. */
    List<String> columns();

    /** The cells, row by row, as many in each as there are columns: numbers, booleans, text, or null where there is none. */
    List<List<Object>> cells();
}
