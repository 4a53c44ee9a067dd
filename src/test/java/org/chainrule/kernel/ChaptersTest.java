package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every chapter promises: it runs as it is stored, in a minute and a megabyte, and its equations are checked. */
class ChaptersTest {
    private static final Path NOTEBOOKS = Path.of("notebooks");
    private static final long MEGABYTE = 1_000_000;
    private static final Pattern CHECKED = Pattern.compile("^([A-E][0-9]{2}) ([✓✗])", Pattern.MULTILINE);

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
    void everyEquationOfSourceAIsCheckedOrRefutedAndRepaired() throws Exception {
        Set<String> checked = new TreeSet<>();
        Set<String> refuted = new TreeSet<>();
        for (Path chapter : chapters().toList()) {
            JsonObject notebook =
                    JsonParser.parseString(Files.readString(chapter)).getAsJsonObject();
            for (JsonObject cell : codeCells(notebook)) {
                for (JsonElement output : cell.getAsJsonArray("outputs")) {
                    Matcher matcher =
                            CHECKED.matcher(text(output.getAsJsonObject().get("text")));
                    while (matcher.find()) {
                        (matcher.group(2).equals("✓") ? checked : refuted).add(matcher.group(1));
                    }
                }
            }
        }
        assertEquals(
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> String.format("A%02d", i))
                        .collect(Collectors.toCollection(TreeSet::new)),
                checked);
        assertEquals(Set.of("A05", "A11", "A14", "A15", "A16", "A17"), refuted);
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
