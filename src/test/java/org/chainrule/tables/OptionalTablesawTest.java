package org.chainrule.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OptionalTablesawTest {
    @Test
    void everythingButTheTablesRoomWorksWithoutTablesaw() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", withoutTablesaw(), WithoutTablesaw.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("completed: all 10 epochs were trained"), output);
        assertTrue(output.contains("[1, 2]\n[a, list]\n"), output);
        assertTrue(output.contains("\nabsent: tech/tablesaw/"), output);
    }

    /** What a user of the library gets: neither the optional dependencies nor theirs. */
    private static String withoutTablesaw() {
        List<String> kept = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("ejml") || entry.contains("xchart") || new File(entry).isDirectory())
                .toList();
        assertFalse(kept.stream().anyMatch(entry -> entry.contains("tablesaw")));
        return kept.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
