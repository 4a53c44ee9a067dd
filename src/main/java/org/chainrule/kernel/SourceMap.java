package org.chainrule.kernel;

import java.util.HashMap;
import java.util.Map;
import jdk.jshell.Snippet;

/** Where each snippet stands in its cell: JShell counts lines within a snippet, people within a cell. */
final class SourceMap {
    record Place(Cell cell, int offset) {
        /** The line of the cell that is line {@code snippetLine} of the snippet, both counted from 1. */
        int line(int snippetLine) {
            return cell.lineAt(offset) + snippetLine - 1;
        }
    }

    private final Map<String, Place> places = new HashMap<>();

    /** Notes that a snippet begins at that character of the cell. */
    void add(Snippet snippet, Cell cell, int offset) {
        places.put(snippet.id(), new Place(cell, offset));
    }

    /** The place of the snippet with that id, or null for code that is no cell's. */
    Place find(String id) {
        return places.get(id);
    }
}
