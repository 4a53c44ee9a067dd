package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredOutputsTest {
    @TempDir
    Path directory;

    private NotebookFile notebook(String outputs) throws Exception {
        Path file = directory.resolve("01-xor.ipynb");
        Files.writeString(file, """
                {"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "", "metadata": {}},
                {"cell_type": "code", "source": "x", "metadata": {}, "outputs": [%s]}]}""".formatted(outputs));
        return NotebookFile.read(file);
    }

    private List<String> differences(String stored, String fresh) throws Exception {
        return StoredOutputs.differences(notebook(stored), notebook(fresh));
    }

    private static String rich(String data) {
        return "{\"output_type\": \"display_data\", \"data\": {" + data + "}}";
    }

    private static String stream(String text) {
        return "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": " + text + "}";
    }

    @Test
    void equalTextIsNoDifferenceHoweverItIsSplit() throws Exception {
        assertEquals(List.of(), differences(stream("[\"a\\n\", \"b\"]"), stream("\"a\\nb\"")));
    }

    @Test
    void anotherDigitIsShownWithItsSurroundings() throws Exception {
        assertEquals(
                List.of("01-xor.ipynb, cell 2: stored \"stdout: loss 0.25\" but now \"stdout: loss 0.26\""),
                differences(stream("\"loss 0.25\""), stream("\"loss 0.26\"")));
        String long1 = "x".repeat(200);
        assertEquals(
                List.of("01-xor.ipynb, cell 2: stored \"…" + "x".repeat(15) + "1\" but now \"…" + "x".repeat(15)
                        + "2\""),
                differences(stream("\"" + long1 + "1\""), stream("\"" + long1 + "2\"")));
    }

    @Test
    void picturesAreComparedByPresence() throws Exception {
        assertEquals(List.of(), differences(rich("\"image/png\": \"AAAA\""), rich("\"image/png\": \"BBBB\"")));
        assertEquals(
                List.of(),
                differences(
                        rich("\"text/html\": \"<img alt='net' src='data:image/svg+xml;base64,AA=='>\""),
                        rich("\"text/html\": \"<img alt='net' src='data:image/svg+xml;base64,BB=='>\"")));
        assertEquals(
                List.of("01-xor.ipynb, cell 2: stored \"image/png\" but now there is nothing"),
                differences(rich("\"image/png\": \"AAAA\""), rich("")));
        assertEquals(
                1,
                differences(
                                rich("\"text/html\": \"<img alt='net' src='data:image/png;base64,AA=='>\""),
                                rich("\"text/html\": \"<img alt='other' src='data:image/png;base64,AA=='>\""))
                        .size());
    }

    @Test
    void anOutputThatIsNewIsADifference() throws Exception {
        assertEquals(
                List.of("01-xor.ipynb, cell 2: nothing is stored for \"text/plain: 3\""),
                differences("", rich("\"text/plain\": \"3\"")));
    }
}
