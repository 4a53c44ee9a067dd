package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookFileTest {
    /** Written by nbformat itself: unsorted and sorted keys, empty lists, non-ASCII, escapes, numbers. */
    private static final String AS_JUPYTER_WRITES = "/org/chainrule/kernel/written-by-jupyter.ipynb";

    @TempDir
    Path directory;

    private static String resource() throws IOException {
        try (var in = NotebookFileTest.class.getResourceAsStream(AS_JUPYTER_WRITES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private NotebookFile notebook(String json) throws IOException, LabException {
        Path file = directory.resolve("a.ipynb");
        Files.writeString(file, json);
        return NotebookFile.read(file);
    }

    @Test
    void aNotebookThatJupyterWroteIsWrittenBackByteForByte() throws Exception {
        NotebookFile notebook = notebook(resource());
        Path copy = directory.resolve("new/b.ipynb");
        notebook.write(copy);
        assertEquals(resource(), Files.readString(copy));
        assertEquals(List.of(copy), Files.list(copy.getParent()).toList());
    }

    @Test
    void cellsAreFoundAndTheirTextIsJoined() throws Exception {
        NotebookFile notebook = notebook(resource());
        assertEquals("chainrule", notebook.kernelName());
        assertEquals(List.of(1, 2), notebook.codeCells());
        assertEquals("int a = 1;\na < 2 && a > 0 // <b>∂C/∂w</b> 🎉", notebook.source(1));
        assertTrue(notebook.hasTag(2, "raises-exception"));
    }

    @Test
    void newOutputsAreStoredAsLinesAndTimestampsGo() throws Exception {
        NotebookFile notebook = notebook(resource()).copy();
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "display_data");
        JsonObject data = new JsonObject();
        data.addProperty("text/plain", "one\ntwo");
        data.addProperty("image/png", "AA\nBB");
        data.addProperty("image/svg+xml", "<svg>\n</svg>");
        output.add("data", data);
        notebook.setOutputs(1, 7, List.of(output));
        JsonObject stored = notebook.outputs(1).get(0).getAsJsonObject("data");
        assertEquals("[\"one\\n\",\"two\"]", stored.get("text/plain").toString());
        assertEquals("\"AA\\nBB\"", stored.get("image/png").toString());
        assertEquals("[\"<svg>\\n\",\"</svg>\"]", stored.get("image/svg+xml").toString());
        assertTrue(resource().contains("iopub.execute_input"));
        assertTrue(!notebook.toJson().contains("iopub.execute_input"));
        assertTrue(notebook.toJson().contains("\"execution_count\": 7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | is not JSON",
                "[] | has no list of cells",
                "{\"cells\": 3} | has no list of cells",
                "{\"cells\": []} | is not of notebook format 4",
                "{\"cells\": [], \"nbformat\": 3} | is not of notebook format 4",
                "{\"cells\": [{}], \"nbformat\": 4} | cell 1 needs a cell_type and a source",
            })
    void aMalformedFileIsToldInOneSentence(String json, String problem) {
        LabException failure = assertThrows(LabException.class, () -> notebook(json));
        assertTrue(failure.getMessage().contains("a.ipynb"), failure.getMessage());
        assertTrue(failure.getMessage().contains(problem), failure.getMessage());
    }

    @Test
    void aMissingFileIsTold() {
        LabException failure =
                assertThrows(LabException.class, () -> NotebookFile.read(directory.resolve("none.ipynb")));
        assertTrue(failure.getMessage().startsWith("There is no notebook "), failure.getMessage());
    }
}
