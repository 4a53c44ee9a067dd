package org.chainrule.kernel;

/** The code of a cell, and the number Jupyter gives its execution. */
record Cell(int number, String code) {
    /** The line, counted from 1, on which the character at {@code offset} stands. */
    int lineAt(int offset) {
        int end = Math.min(Math.max(offset, 0), code.length());
        return 1 + (int) code.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** The text of a line, counted from 1; empty beyond the last. */
    String line(int number) {
        return code.lines().skip(number - 1L).findFirst().orElse("");
    }

    /** What stands before the character at {@code offset} in its line. */
    String before(int offset) {
        int end = Math.min(Math.max(offset, 0), code.length());
        return code.substring(code.lastIndexOf('\n', end - 1) + 1, end);
    }
}
