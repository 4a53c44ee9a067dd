package org.chainrule.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chainrule.kernel.EquationCoverage;
import org.chainrule.kernel.KernelSpec;
import org.chainrule.kernel.KernelSpecs;
import org.chainrule.kernel.LabException;
import org.chainrule.kernel.NotebookFile;
import org.chainrule.kernel.NotebookRunner;
import org.chainrule.kernel.StoredOutputs;

/** {@code ./lab run}: runs chapters, compares them with their stored outputs, and says which of them hold. */
final class LabRun {
    private static final Duration CELL_TIMEOUT = Duration.ofMinutes(5);
    private static final int SHOWN_DIFFERENCES = 3;
    /** What a reader changed is what a reader wants to see. */
    private static final int SHOWN_IN_A_COPY = 20;

    private final List<Path> files;
    /** Whether it runs all chapters, and not just files that were named. */
    private final boolean chapters;

    private final boolean write;
    private final KernelSpec kernel;
    private final Path notebooks;
    private final Path results;
    private final ReproductionReport report;
    private final EquationCoverage equations = new EquationCoverage();

    private LabRun(List<Path> files, boolean chapters, boolean write, KernelSpec kernel, Path home) {
        this.files = files;
        this.chapters = chapters;
        this.write = write;
        this.kernel = kernel;
        this.notebooks = home.resolve("notebooks").toAbsolutePath().normalize();
        this.results = home.resolve(Path.of("target", "notebooks"));
        this.report = new ReproductionReport(home);
    }

    /**
     * Reads the arguments behind {@code run}.
     *
     * @throws MisuseException if there is an option it does not know, or no name behind {@code --kernel}
     * @throws LabException if there are no chapters, or no such file or kernel
     */
    static LabRun parse(List<String> arguments, Path home, Map<String, String> environment) throws LabException {
        Arguments parsed = new Arguments("run", arguments, Set.of("--write", "--kernel="), Integer.MAX_VALUE);
        String classPath = System.getProperty("java.class.path");
        String name = parsed.value("--kernel");
        KernelSpec kernel = name == null
                ? KernelSpec.ofThisJvm(classPath)
                : KernelSpecs.find(name, environment).withLibrary(classPath);
        List<Path> files = new ArrayList<>();
        for (String file : parsed.operands()) {
            files.add(existing(Path.of(file)));
        }
        List<Path> chosen = files.isEmpty() ? chapters(home.resolve("notebooks")) : files;
        return new LabRun(chosen, files.isEmpty(), parsed.has("--write"), kernel, home);
    }

    private static Path existing(Path file) throws LabException {
        if (!Files.isRegularFile(file)) {
            throw new LabException("There is no notebook " + file + "; give the path of an .ipynb file.");
        }
        return file;
    }

    private static List<Path> chapters(Path directory) throws LabException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> chapters = entries.filter(path -> path.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
            if (chapters.isEmpty()) {
                throw new LabException("There is no chapter in " + directory + "; give the files to run.");
            }
            return chapters;
        } catch (IOException e) {
            throw new LabException("The chapters in " + directory + " cannot be listed; give the files to run.", e);
        }
    }

    /**
     * Runs the chapters, two at a time, and tells of them in their order.
     *
     * @return whether every cell ran and every stored output still holds
     * @throws LabException if a notebook cannot be read or written, or the kernel does not start
     */
    boolean call(PrintStream out) throws LabException {
        int[] bad = {0};
        SideBySide.run(files, this::run, ran -> bad[0] += judge(ran, out) ? 0 : 1);
        boolean good = bad[0] == 0;
        out.println("outputs in " + results);
        if (!chapters) {
            return good;
        }
        good &= report.call(write, out);
        out.println(equations);
        return good;
    }

    /** A chapter that was run: what is stored of it, and what came out now. */
    private record Ran(NotebookFile stored, NotebookRunner.Run run, double seconds) {}

    private Ran run(Path file) throws LabException {
        NotebookFile stored = NotebookFile.read(file);
        long start = System.nanoTime();
        NotebookRunner.Run run = new NotebookRunner(kernel, CELL_TIMEOUT).run(stored);
        return new Ran(stored, run, (System.nanoTime() - start) / 1e9);
    }

    private boolean judge(Ran ran, PrintStream out) throws LabException {
        NotebookFile stored = ran.stored();
        NotebookRunner.Run run = ran.run();
        Path file = stored.path();
        run.notebook().write(results.resolve(file.getFileName()));
        equations.add(run.notebook());
        String chapter = String.format(
                Locale.ROOT, "%-40s %3d cells %6.1f s  ", file.getFileName(), run.cellsRun(), ran.seconds());
        if (!run.succeeded()) {
            out.println(chapter + "FAILED at cell " + run.failedCell() + ": " + run.error());
            return false;
        }
        List<String> differences = StoredOutputs.differences(stored, run.notebook());
        if (!write && !isChapter(file)) {
            out.println(chapter + "ok, outputs other than stored: " + differences.size());
            print(differences, SHOWN_IN_A_COPY, out);
            return true;
        }
        if (write) {
            run.notebook().write(file);
            out.println(
                    chapter + (differences.isEmpty() ? "ok" : "ok, written, " + differences.size() + " outputs new"));
            return true;
        }
        out.println(chapter + (differences.isEmpty() ? "ok" : "STALE, " + differences.size() + " outputs differ"));
        print(differences, SHOWN_DIFFERENCES, out);
        return differences.isEmpty();
    }

    private static void print(List<String> differences, int shown, PrintStream out) {
        differences.stream().limit(shown).forEach(difference -> out.println("    " + difference));
    }

    /** Only the chapters promise that their stored outputs are current; a copy is there to be changed. */
    private boolean isChapter(Path file) {
        return file.toAbsolutePath().normalize().getParent().equals(notebooks);
    }
}
