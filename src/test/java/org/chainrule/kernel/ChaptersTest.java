package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every chapter promises: it runs as it is stored, in a minute and a megabyte, and its equations are checked. */
class ChaptersTest {
    private static final Path NOTEBOOKS = Path.of("notebooks");
    private static final long MEGABYTE = 1_000_000;
    /** By source, the equations that are wrong as printed. */
    private static final Map<String, Set<String>> REFUTED = Map.of(
            "A", Set.of("A05", "A11", "A14", "A15", "A16", "A17"),
            "B", Set.of("B04", "B06"),
            "C", Set.of("C02", "C03", "C05", "C06", "C09", "C11", "C23"),
            "D", Set.of("D04", "D05", "D10", "D14", "D16"),
            "E", Set.of("E05", "E07", "E08", "E09", "E10", "E11", "E12", "E14", "E15"));

    private static final Pattern EXERCISE = Pattern.compile("^Exercises\\.chapter.*", Pattern.MULTILINE);
    private static final Pattern SOLUTION = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    static Stream<Path> chapters() throws IOException {
        return Files.list(NOTEBOOKS)
                .filter(file -> file.toString().endsWith(".ipynb"))
                .sorted();
    }

    /** At the end of the same run stand the solutions below the exercises, as a reader would paste them into the cells. */
    @ParameterizedTest
    @MethodSource("chapters")
    @Execution(ExecutionMode.CONCURRENT)
    void runsOnARealKernelWithTheOutputsThatAreStoredAndTheSolutionsAreRight(Path chapter) throws Exception {
        assertTrue(Files.size(chapter) < MEGABYTE);
        JsonObject notebook = JsonParser.parseString(Files.readString(chapter)).getAsJsonObject();
        List<String> solutions = solutions(notebook);
        JsonArray cells = notebook.getAsJsonArray("cells");
        int own = cells.size();
        solutions.forEach(solution -> cells.add(codeCell(solution)));

        KernelSpec kernel = KernelSpec.ofThisJvm(System.getProperty("java.class.path"));
        NotebookRunner.Run run = new NotebookRunner(kernel, Duration.ofMinutes(2)).run(notebookFile(notebook));
        assertTrue(run.succeeded(), () -> "cell " + run.failedCell() + ": " + run.error());

        JsonObject result = JsonParser.parseString(run.notebook().toJson()).getAsJsonObject();
        List<String> verdicts = new ArrayList<>();
        for (int i = own; i < own + solutions.size(); i++) {
            verdicts.add(result.getAsJsonArray("cells").remove(own).toString());
        }
        verdicts.forEach(verdict -> assertTrue(verdict.contains("✓ right"), verdict));
        assertEquals(List.of(), StoredOutputs.differences(NotebookFile.read(chapter), notebookFile(result)));
        assertRunAloneInAFreshKernel(chapter, kernel);
    }

    /** Cells that promise it: after the imports, with nothing but the files that the chapter has written. */
    private void assertRunAloneInAFreshKernel(Path chapter, KernelSpec kernel) throws Exception {
        JsonObject promised = JsonParser.parseString(Files.readString(chapter)).getAsJsonObject();
        JsonArray cells = promised.getAsJsonArray("cells");
        JsonObject imports = codeCells(promised).get(0);
        for (int i = cells.size() - 1; i >= 0; i--) {
            JsonObject cell = cells.get(i).getAsJsonObject();
            if (cell != imports && !cell.get("metadata").toString().contains("\"fresh-kernel\"")) {
                cells.remove(i);
            }
        }
        if (cells.size() > 1) {
            NotebookFile stored = notebookFile(promised);
            NotebookRunner.Run run = new NotebookRunner(kernel, Duration.ofMinutes(2)).run(stored);
            assertTrue(run.succeeded(), () -> "in a fresh kernel, cell " + run.failedCell() + ": " + run.error());
            assertEquals(List.of(), StoredOutputs.differences(stored, run.notebook()));
        }
    }

    private NotebookFile notebookFile(JsonObject notebook) throws Exception {
        Path file = Files.createTempFile(directory, "chapter", ".ipynb");
        Files.writeString(file, notebook.toString());
        return NotebookFile.read(file);
    }

    /** The Java of each folded solution, and behind it the check of its exercise. */
    private static List<String> solutions(JsonObject notebook) {
        List<String> solutions = new ArrayList<>();
        String open = null;
        for (JsonElement cell : notebook.getAsJsonArray("cells")) {
            String source = text(cell.getAsJsonObject().get("source"));
            boolean isCode =
                    cell.getAsJsonObject().get("cell_type").getAsString().equals("code");
            Matcher exercise = EXERCISE.matcher(source);
            Matcher solution = SOLUTION.matcher(source);
            if (isCode && exercise.find()) {
                assertEquals(null, open, "an exercise without a solution below it");
                open = exercise.group();
            } else if (open != null && solution.find()) {
                solutions.add(solution.group(1) + open);
                open = null;
            }
        }
        assertEquals(null, open, "an exercise without a solution below it");
        return solutions;
    }

    private static JsonObject codeCell(String source) {
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", "code");
        cell.addProperty("source", source);
        cell.add("metadata", new JsonObject());
        cell.add("outputs", new JsonArray());
        cell.add("execution_count", JsonNull.INSTANCE);
        return cell;
    }

    /** A retraced source has exercises; another notebook may have a few. */
    @Test
    void everySourceHasFourToSixExercisesAndNoOtherChapterHasMoreThanThree() throws Exception {
        for (Path chapter : chapters().toList()) {
            JsonObject notebook =
                    JsonParser.parseString(Files.readString(chapter)).getAsJsonObject();
            int exercises = solutions(notebook).size();
            boolean retraces = chapter.getFileName().toString().matches("0[1-5].*");
            assertTrue(exercises <= (retraces ? 6 : 3) && (exercises >= 4 || !retraces), chapter + ": " + exercises);
        }
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void namesOurKernelAndImportsInItsFirstCellOnly(Path chapter) throws Exception {
        JsonObject notebook = JsonParser.parseString(Files.readString(chapter)).getAsJsonObject();
        JsonObject metadata = notebook.getAsJsonObject("metadata");
        assertEquals(
                KernelSpec.NAME,
                metadata.getAsJsonObject("kernelspec").get("name").getAsString());
        List<String> cells = codeCells(notebook).stream()
                .map(cell -> text(cell.get("source")))
                .toList();
        assertTrue(cells.get(0).lines().allMatch(line -> line.startsWith("import ")), cells.get(0));
        for (String cell : cells.subList(1, cells.size())) {
            assertFalse(
                    Pattern.compile("^import ", Pattern.MULTILINE).matcher(cell).find(), cell);
        }
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void holdsNoJavaScriptAndNothingFromElsewhere(Path chapter) throws Exception {
        JsonObject notebook = JsonParser.parseString(Files.readString(chapter)).getAsJsonObject();
        String outputs = codeCells(notebook).stream()
                .map(cell -> cell.get("outputs").toString())
                .collect(Collectors.joining());
        assertFalse(outputs.contains("<script") || outputs.contains("application/javascript"));
        assertFalse(outputs.contains("http://") || outputs.contains("https://"));
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void everyPictureHasALineOfText(Path chapter) throws Exception {
        JsonObject notebook = JsonParser.parseString(Files.readString(chapter)).getAsJsonObject();
        for (JsonObject cell : codeCells(notebook)) {
            for (JsonElement output : cell.getAsJsonArray("outputs")) {
                JsonElement data = output.getAsJsonObject().get("data");
                if (data != null && data.getAsJsonObject().has("image/png")) {
                    String alternative = text(data.getAsJsonObject().get("text/plain"));
                    assertTrue(alternative.length() > 20 && !alternative.contains("\n"), alternative);
                }
            }
        }
    }

    /** An equation counts when its check ran: one that was only refuted has no repair, and does not count. */
    @Test
    void everyEquationOfTheSourcesIsCheckedOrRefutedAndRepaired() throws Exception {
        EquationCoverage coverage = new EquationCoverage();
        for (Path chapter : chapters().toList()) {
            coverage.add(NotebookFile.read(chapter));
        }
        assertEquals(Set.of(), coverage.missing());
        assertEquals(
                REFUTED,
                coverage.refuted().stream()
                        .collect(Collectors.groupingBy(equation -> equation.substring(0, 1), Collectors.toSet())));
    }

    private static List<JsonObject> codeCells(JsonObject notebook) {
        List<JsonObject> cells = new ArrayList<>();
        for (JsonElement cell : notebook.getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) {
                cells.add(cell.getAsJsonObject());
            }
        }
        return cells;
    }

    private static String text(JsonElement lines) {
        if (lines == null) {
            return "";
        }
        if (lines instanceof JsonArray array) {
            return array.asList().stream().map(JsonElement::getAsString).collect(Collectors.joining());
        }
        return lines.getAsString();
    }
}
