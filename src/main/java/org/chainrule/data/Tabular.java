package org.chainrule.data;

import java.util.List;

/** Whatever can be read as a table, such as the verdicts of a source; its text is the caption. */
public interface Tabular {
    /** The names of the columns, all different. */
    List<String> columns();

    /** The cells, row by row, as many in each as there are columns: numbers, booleans, text, or null where there is none. */
    List<List<Object>> cells();
}
