package org.chainrule.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;

/** Tells where in a cell the compiler stopped: line, source line, caret, message. */
final class CompilationErrors {
    private static final String NAME = "CompilationError";

    private final Cell cell;
    private final SourceMap sources;

    CompilationErrors(Cell cell, SourceMap sources) {
        this.cell = cell;
        this.sources = sources;
    }

    /** The error for a snippet that did not compile, or that names things the cell never declares. */
    CellError of(Snippet snippet, List<Diag> diagnostics, List<String> undeclared) {
        SourceMap.Place place = sources.find(snippet.id());
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            return undeclared(place, undeclared);
        }
        List<String> traceback = new ArrayList<>();
        for (Diag error : errors) {
            int offset = place.offset() + (int) error.getPosition();
            int line = cell.lineAt(offset);
            traceback.add(Ansi.red("Line " + line) + ": " + message(error));
            traceback.add("    " + cell.line(line));
            // Tabs stay, so that the caret stands right however wide they are shown.
            traceback.add("    " + cell.before(offset).replaceAll("[^\t]", " ") + Ansi.red("^"));
        }
        int line = cell.lineAt(place.offset() + (int) errors.get(0).getPosition());
        return new CellError(NAME, "line " + line + ": " + firstLine(errors.get(0)), traceback);
    }

    private CellError undeclared(SourceMap.Place place, List<String> names) {
        int line = cell.lineAt(place.offset());
        String message = "line " + line + ": this declaration needs " + String.join(", ", names)
                + ", which no cell has declared yet";
        return new CellError(NAME, message, List.of(Ansi.red(NAME) + ": " + message, "    " + cell.line(line)));
    }

    private static String firstLine(Diag error) {
        return error.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    }

    // The compiler's "location:" names a class that JShell wrapped around the cell.
    private static String message(Diag error) {
        return error.getMessage(Locale.ROOT)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .collect(Collectors.joining("\n    "));
    }
}
