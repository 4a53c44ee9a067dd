package org.chainrule.kernel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every cell can name without importing it. */
final class DefaultImports {
    /** Other Java kernels have functions of these names of their own. */
    private static final String CELL_FUNCTIONS = "import static org.chainrule.kernel.CellFunctions.*;";

    static final List<String> LINES = List.of(
            "import java.io.*;",
            "import java.math.*;",
            "import java.nio.file.*;",
            "import java.util.*;",
            "import java.util.function.*;",
            "import java.util.stream.*;",
            "import org.ejml.simple.SimpleMatrix;",
            "import org.chainrule.data.*;",
            "import org.chainrule.network.*;",
            "import org.chainrule.training.*;",
            "import org.chainrule.explain.*;",
            "import org.chainrule.export.*;",
            "import org.chainrule.numpy.*;",
            "import org.chainrule.tables.*;",
            "import org.chainrule.plot.*;",
            "import org.chainrule.sources.*;",
            "import org.chainrule.notebook.*;",
            "import static org.chainrule.network.Activation.*;",
            "import static org.chainrule.notebook.Notebook.*;",
            CELL_FUNCTIONS);

    private DefaultImports() {}

    /** What another Java kernel evaluates before its first cell, so that cells find what they find on ours. */
    static String startupScript() {
        return Stream.concat(
                        LINES.stream().filter(line -> !line.equals(CELL_FUNCTIONS)), Stream.of("Notebook.start();"))
                .collect(Collectors.joining("\n"));
    }
}
