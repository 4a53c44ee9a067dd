package org.chainrule.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chainrule.kernel.LabException;
import org.chainrule.notebook.Renderings;
import org.chainrule.sources.Reproduction;

/** The table at the end of {@code ./lab run}: every published number, and whether it still comes out as it did. */
final class ReproductionReport {
    private static final Path VERDICTS =
            Path.of("src", "main", "resources", "org", "chainrule", "sources", "verdicts.tsv");

    private final Path home;

    ReproductionReport(Path home) {
        this.home = home;
    }

    /**
     * Prints the table, and below it what got worse.
     *
     * @param write whether to store the verdicts, if none of them got worse
     * @return whether every number is the one that was stored, with at least the verdict that was stored
     * @throws LabException if the verdicts cannot be stored
     */
    boolean call(boolean write, PrintStream out) throws LabException {
        Reproduction reproduction = Reproduction.all();
        out.println();
        out.println(Renderings.of(reproduction).plainText());
        List<String> worse = reproduction.worse();
        worse.forEach(sentence -> out.println("WORSE: " + sentence));
        if (write && worse.isEmpty()) {
            if (!reproduction.isStored()) {
                store(reproduction);
            }
            return true;
        }
        reproduction
                .unstored()
                .forEach(sentence -> out.println("NEW: " + sentence + "; store it with ./lab run --write"));
        reproduction
                .changed()
                .forEach(sentence -> out.println("CHANGED: " + sentence + "; if that is meant, ./lab run --write"));
        return worse.isEmpty()
                && reproduction.unstored().isEmpty()
                && reproduction.changed().isEmpty();
    }

    private void store(Reproduction reproduction) throws LabException {
        Path file = home.resolve(VERDICTS);
        try {
            Files.writeString(file, reproduction.toTable());
        } catch (IOException e) {
            throw new LabException("The verdicts cannot be stored in " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
