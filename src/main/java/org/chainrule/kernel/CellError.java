package org.chainrule.kernel;

import java.util.List;

/** Why a cell failed, as the notebook shows it. */
final class CellError extends Exception {
    private final String name;
    private final transient List<String> traceback;

    CellError(String name, String message, List<String> traceback) {
        super(message);
        this.name = name;
        this.traceback = List.copyOf(traceback);
    }

    static CellError interrupted(String message) {
        return ofKernel("Interrupted", message);
    }

    /** What the kernel itself has to say, where there is no line of the cell to show. */
    static CellError ofKernel(String name, String message) {
        return new CellError(name, message, List.of(Ansi.red(name) + ": " + message));
    }

    String name() {
        return name;
    }

    List<String> traceback() {
        return traceback;
    }
}
