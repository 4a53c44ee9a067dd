package org.chainrule.notebook;

/** Recognizes Tablesaw's tables by name: naming their class would load it, and it may be absent and is slow to start. */
final class TablesawName {
    private static final String RELATION = "tech.tablesaw.table.Relation";

    private TablesawName() {}

    /** Whether the object is a table, or a part of one. */
    static boolean isOf(Object object) {
        for (Class<?> type = object == null ? null : object.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(RELATION)) {
                return true;
            }
        }
        return false;
    }
}
