package org.chainrule.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainrule.kernel.KernelSpec;
import org.chainrule.kernel.NotebookFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Map<String, String> environment;

    @BeforeEach
    void installTheTestKernel() throws Exception {
        Path spec = home.resolve("jupyter/kernels/fast/kernel.json");
        Files.createDirectories(spec.getParent());
        KernelSpec fast = KernelSpec.ofThisJvm(
                System.getProperty("java.class.path"),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        Files.writeString(spec, fast.toJson());
        environment = Map.of("JUPYTER_PATH", home.resolve("jupyter").toString());
    }

    private Path chapter(String name, String... cells) throws Exception {
        String json = Arrays.stream(cells)
                .map(cell -> "{\"cell_type\": \"code\", \"execution_count\": null, \"id\": \"c" + cell.hashCode()
                        + "\", \"metadata\": {\"execution\": {\"started\": \"now\"}}, \"outputs\": [], \"source\": "
                        + new Gson().toJson(cell) + "}")
                .collect(Collectors.joining(", "));
        Path file = home.resolve("notebooks").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "{\"cells\": [" + json + "], \"metadata\": {\"kernelspec\": {\"display_name\": \"Java (Chainrule)\","
                        + " \"language\": \"java\", \"name\": \"chainrule\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}");
    }

    private int lab(String... arguments) {
        printed.reset();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Lab(new Machine(home, home, List.of(), environment, "UTF-8"), out, out).call(List.of(arguments));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", "--kernel", "fast"));
        all.addAll(List.of(arguments));
        return lab(all.toArray(String[]::new));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRunIsStaleUntilItsOutputsAreWrittenAndThenHolds() throws Exception {
        Path chapter = chapter("01-a.ipynb", "int a = 20;", "System.out.println(\"loss\");\na + 1", "");
        String before = Files.readString(chapter);
        assertEquals(1, run());
        assertTrue(printed().contains("STALE, 2 outputs differ"), printed());
        assertTrue(printed().contains("01-a.ipynb, cell 2: nothing is stored for \"stdout: loss\""), printed());
        assertEquals(before, Files.readString(chapter));

        assertEquals(0, run("--write"));
        assertTrue(printed().contains("ok, written, 2 outputs new"), printed());
        NotebookFile written = NotebookFile.read(chapter);
        assertEquals("chainrule", written.kernelName());
        assertEquals(2, written.outputs(1).size());
        assertTrue(!written.toJson().contains("started"));
        assertEquals(Files.readString(home.resolve("target/notebooks/01-a.ipynb")), Files.readString(chapter));

        assertEquals(0, run(chapter.toString()));
        assertTrue(printed().matches("01-a.ipynb +2 cells +\\d+\\.\\d s  ok\noutputs in .*\n"), printed());
        assertEquals(0, run());
        assertTrue(printed().contains("\n\nPublished numbers and ours: "), printed());
    }

    @Test
    void aCopyMayHaveOtherOutputsThanStoredOnes() throws Exception {
        Path copy = home.resolve("copy.ipynb");
        String[] cells = new String[5];
        Arrays.setAll(cells, i -> "System.out.println(\"mine " + i + "\");");
        Files.move(chapter("01-a.ipynb", cells), copy);
        assertEquals(0, run(copy.toString()));
        assertTrue(printed().contains("ok, outputs other than stored: 5"), printed());
        assertTrue(printed().contains("\"stdout: mine 4\""), printed());
    }

    @Test
    void aChapterStopsAtItsFirstFailingCellAndTheOthersStillRun() throws Exception {
        chapter("01-bad.ipynb", "int a = 1;", "int b = a / 0;", "System.out.println(\"not reached\");");
        chapter("02-good.ipynb", "int c = 1;");
        chapter("00-exit.ipynb", "System.exit(3);");
        assertEquals(1, run());
        assertTrue(printed().contains("FAILED at cell 1: The kernel ended by itself"), printed());
        assertTrue(printed().contains("FAILED at cell 2: ArithmeticException: / by zero"), printed());
        assertTrue(printed().contains("02-good.ipynb"), printed());
        NotebookFile result = NotebookFile.read(home.resolve("target/notebooks/01-bad.ipynb"));
        assertEquals("error", result.outputs(1).get(0).get("output_type").getAsString());
        assertEquals(List.of(), result.outputs(2));
        assertEquals(1, run("--write", home.resolve("notebooks/01-bad.ipynb").toString()));
    }

    @Test
    void aCellTaggedAsRaisingIsMeantToFail() throws Exception {
        Path chapter = chapter("01-a.ipynb", "int a = 1 / 0;", "2");
        String tagged = Files.readString(chapter)
                .replaceFirst("\"execution\": \\{[^}]*\\}", "\"tags\": [\"raises-exception\"]");
        Files.writeString(chapter, tagged);
        assertEquals(0, run("--write"));
        assertTrue(printed().contains("2 cells"), printed());
        Files.writeString(chapter, tagged.replace("1 / 0", "1 / 1"));
        assertEquals(1, run());
        assertTrue(printed().contains("raises-exception but did not fail"), printed());
    }

    @Test
    void misuseIsToldWithTheUsage() {
        assertEquals(2, lab("dance"));
        assertTrue(printed().startsWith("There is no command \"dance\".\nUsage: ./lab [COMMAND]\n"), printed());
        assertEquals(2, lab("run", "--fast"));
        assertTrue(printed().startsWith("run does not know the option \"--fast\".\nUsage:"), printed());
        assertEquals(2, lab("run", "--kernel"));
        assertEquals(2, lab("run", "missing.ipynb"));
        assertEquals("There is no notebook missing.ipynb; give the path of an .ipynb file.\n", printed());
        assertEquals(2, lab("run"));
        assertTrue(printed().startsWith("The chapters in "), printed());
        assertEquals(2, lab("--fast"));
        assertTrue(printed().startsWith("open does not know the option \"--fast\".\nUsage:"), printed());
        assertEquals(2, lab("reset", "a", "b"));
        assertTrue(printed().startsWith("reset does not know what to do with \"b\".\nUsage:"), printed());
        assertEquals(0, lab("help"));
        assertTrue(printed().startsWith("Usage: ./lab [COMMAND]"), printed());
    }
}
