package org.chainrule.kernel;

import java.util.List;

/** What every cell can name without importing it. */
final class DefaultImports {
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
            "import org.chainrule.numpy.*;",
            "import org.chainrule.plot.*;",
            "import org.chainrule.sources.*;",
            "import org.chainrule.notebook.*;",
            "import static org.chainrule.network.Activation.*;",
            "import static org.chainrule.notebook.Notebook.*;",
            "import static org.chainrule.kernel.CellFunctions.*;");

    private DefaultImports() {}
}
