package org.chainrule.notebook;

import java.util.List;

/** What every cell can name without importing it. */
public final class DefaultImports {
    /** Named first, because a kernel that takes the imports for one forgets them all when a cell imports their first again. */
    private static final String LEAST_LIKELY_IN_A_CELL = "import org.chainrule.notebook.DefaultImports;";

    /** One import a line. */
    public static final List<String> LINES = List.of(
            LEAST_LIKELY_IN_A_CELL,
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
            "import static org.chainrule.notebook.Notebook.*;");

    private DefaultImports() {}

    /** The imports as a script. */
    public static String script() {
        return String.join("\n", LINES);
    }
}
