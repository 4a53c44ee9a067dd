package org.chainrule.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.kernel.ExerciseVerdicts;
import org.chainrule.kernel.KernelSpec;
import org.chainrule.kernel.LabException;
import org.chainrule.kernel.NotebookFile;
import org.chainrule.kernel.NotebookRunner;
import org.chainrule.tables.Tables;

/** {@code ./lab grade}: runs the notebooks of a class, and says which exercises each learner solved. */
final class LabGrade {
    /** A chapter takes less than a minute; who is slower has written a loop without an end. */
    private static final Duration CELL_TIMEOUT = Duration.ofMinutes(2);

    private static final List<String> COLUMNS = List.of("notebook", "exercise", "verdict", "said");

    private final Path submissions;
    private final Path csv;
    private final Path chapters;
    private final List<List<Object>> rows = new ArrayList<>();

    private LabGrade(Path submissions, Path csv, Path chapters) {
        this.submissions = submissions;
        this.csv = csv;
        this.chapters = chapters;
    }

    /**
     * Reads the arguments behind {@code grade}.
     *
     * @throws MisuseException if there is an option it does not know, or no directory
     */
    static LabGrade parse(List<String> arguments, Machine machine) {
        Arguments parsed = new Arguments("grade", arguments, Set.of("--csv="), 1);
        if (parsed.operands().isEmpty()) {
            throw new MisuseException("grade needs the directory that holds the learners' notebooks.");
        }
        String csv = parsed.value("--csv");
        return new LabGrade(
                Path.of(parsed.operands().get(0)),
                csv == null ? null : Path.of(csv),
                machine.home().resolve("notebooks"));
    }

    /**
     * Runs every notebook below the directory, and prints a line for each.
     *
     * @throws LabException if there is none, the kernel does not start, or the table cannot be written
     */
    void call(PrintStream out) throws LabException {
        List<Path> files = notebooks();
        KernelSpec kernel = KernelSpec.ofThisJvm(System.getProperty("java.class.path"));
        NotebookRunner runner = new NotebookRunner(kernel, CELL_TIMEOUT).goingOn();
        SideBySide.run(files, file -> graded(file, runner), graded -> {
            out.println(graded);
            rows.addAll(graded.rows());
        });
        if (csv != null) {
            write();
            out.println("table in " + csv);
        }
    }

    private List<Path> notebooks() throws LabException {
        try (Stream<Path> entries = Files.walk(submissions, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = entries.filter(path -> path.toString().endsWith(".ipynb"))
                    .filter(path -> !path.toString().contains(".ipynb_checkpoints"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new LabException("There is no notebook below " + submissions
                        + "; give the directory that holds the" + " learners' directories.");
            }
            return files;
        } catch (IOException e) {
            throw new LabException(
                    "The notebooks below " + submissions + " cannot be listed: " + e.getMessage() + ".", e);
        }
    }

    /** A learner's notebook with its verdicts, and why it could not be run to its end, or null. */
    private record Graded(String notebook, Map<Integer, ExerciseVerdicts.Verdict> verdicts, String problem) {
        List<List<Object>> rows() {
            return verdicts.entrySet().stream()
                    .map(exercise -> List.<Object>of(
                            notebook,
                            exercise.getKey(),
                            exercise.getValue().kind().toString(),
                            exercise.getValue().said()))
                    .toList();
        }

        @Override
        public String toString() {
            long right = verdicts.values().stream()
                    .filter(verdict -> verdict.kind() == ExerciseVerdicts.Kind.RIGHT)
                    .count();
            String open = verdicts.entrySet().stream()
                    .filter(exercise -> exercise.getValue().kind() != ExerciseVerdicts.Kind.RIGHT)
                    .map(exercise ->
                            exercise.getKey() + " " + exercise.getValue().kind())
                    .collect(Collectors.joining(", "));
            return String.format(Locale.ROOT, "%-50s %2d of %2d right", notebook, right, verdicts.size())
                    + (open.isEmpty() ? "" : "; " + open)
                    + (problem == null ? "" : "\n    " + problem);
        }
    }

    /** A notebook that is none is one learner's problem, and keeps nobody else's from being graded. */
    private Graded graded(Path file, NotebookRunner runner) throws LabException {
        String name = submissions.relativize(file).toString();
        NotebookFile submitted;
        try {
            submitted = NotebookFile.read(file);
        } catch (LabException e) {
            return new Graded(name, Map.of(), e.getMessage());
        }
        Path chapter = chapters.resolve(file.getFileName());
        NotebookFile asked = Files.exists(chapter) ? NotebookFile.read(chapter) : submitted;
        NotebookRunner.Run run = runner.run(submitted);
        return new Graded(
                name,
                ExerciseVerdicts.of(asked, run.notebook()),
                run.succeeded() ? null : "cell " + run.failedCell() + ": " + run.error());
    }

    private void write() throws LabException {
        try {
            Tables.write(Tables.of(COLUMNS, rows), csv);
        } catch (IOException e) {
            throw new LabException("The table cannot be written to " + csv + ": " + e.getMessage() + ".", e);
        }
    }
}
