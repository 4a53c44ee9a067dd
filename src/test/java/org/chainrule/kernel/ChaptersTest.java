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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every chapter promises: it runs as it is stored, in a minute and a megabyte, and its equations are checked. */
class ChaptersTest {
    private static final Path NOTEBOOKS = Path.of("notebooks");
    private static final long MEGABYTE = 1_000_000;
    private static final Set<String> RETRACED = Set.of("A", "C", "E");
    private static final Pattern EXERCISE = Pattern.compile("^Exercises\\.chapter.*", Pattern.MULTILINE);
    private static final Pattern SOLUTION = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ANSWERED = Pattern.compile("Exercise (\\d+):? ([^\\\\\"]*)");

    static Stream<Path> chapters() throws IOException {
        return Files.list(NOTEBOOKS)
                .filter(file -> file.toString().endsWith(".ipynb"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void runsOnARealKernelWithTheOutputsThatAreStored(Path chapter) throws Exception {
        NotebookFile stored = NotebookFile.read(chapter);
        KernelSpec kernel = KernelSpec.ofThisJvm(System.getProperty("java.class.path"));
        NotebookRunner.Run run = new NotebookRunner(kernel, Duration.ofMinutes(1)).run(stored);
        assertTrue(run.succeeded(), () -> "cell " + run.failedCell() + ": " + run.error());
        assertEquals(List.of(), StoredOutputs.differences(stored, run.notebook()));
        assertTrue(Files.size(chapter) < MEGABYTE);
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
    void everyEquationOfTheRetracedSourcesIsCheckedOrRefutedAndRepaired() throws Exception {
        EquationCoverage coverage = new EquationCoverage();
        for (Path chapter : chapters().toList()) {
            coverage.add(NotebookFile.read(chapter));
        }
        Set<String> missing = coverage.missing();
        missing.removeIf(equation -> !RETRACED.contains(equation.substring(0, 1)));
        assertEquals(Set.of(), missing);
        assertEquals(Set.of("A05", "A11", "A14", "A15", "A16", "A17"), refuted(coverage, "A"));
        assertEquals(Set.of("C02", "C03", "C05", "C06", "C09", "C11", "C23"), refuted(coverage, "C"));
        assertEquals(Set.of("E05", "E07", "E08", "E09", "E10", "E11", "E12", "E14", "E15"), refuted(coverage, "E"));
    }

    private static Set<String> refuted(EquationCoverage coverage, String source) {
        return coverage.refuted().stream()
                .filter(equation -> equation.startsWith(source))
                .collect(Collectors.toSet());
    }

    /** The solutions below the exercises, put into their cells, must be what the exercises call right. */
    @ParameterizedTest
    @MethodSource("chapters")
    void theSolutionsAreRight(Path chapter) throws Exception {
        JsonObject notebook = JsonParser.parseString(Files.readString(chapter)).getAsJsonObject();
        JsonArray cells = new JsonArray();
        int exercises = 0;
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
                cells.add(codeCell(solution.group(1) + "\n" + open));
                open = null;
                exercises++;
            } else if (isCode) {
                cells.add(codeCell(source));
            }
        }
        assertEquals(null, open, "an exercise without a solution below it");
        if (exercises > 0) {
            notebook.add("cells", cells);
            assertEquals(exercises, rightAnswers(chapter, notebook));
        }
    }

    private static int rightAnswers(Path chapter, JsonObject notebook) throws Exception {
        Path solved = Files.createTempFile("solved", ".ipynb");
        try {
            Files.writeString(solved, notebook.toString());
            KernelSpec kernel = KernelSpec.ofThisJvm(System.getProperty("java.class.path"));
            NotebookRunner.Run run = new NotebookRunner(kernel, Duration.ofMinutes(1)).run(NotebookFile.read(solved));
            assertTrue(run.succeeded(), () -> chapter + ", solved: " + run.error());
            Matcher verdict = ANSWERED.matcher(run.notebook().toJson());
            int right = 0;
            while (verdict.find()) {
                assertEquals("✓ right", verdict.group(2), "exercise " + verdict.group(1) + " of " + chapter);
                right++;
            }
            return right;
        } finally {
            Files.delete(solved);
        }
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
