package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of somebody who only uses the library: no kernel is there, or their classes are, but none runs. */
class KernelLookupTest {
    private static final String PROGRAM = """
            import org.chainrule.network.*;
            import org.chainrule.notebook.Notebook;
            import org.chainrule.numpy.NumpyRandom;

            class Program {
                public static void main(String[] arguments) {
                    Notebook.show(Network.inputs(2).dense(1, Activation.SIGMOID)
                            .initialize(Initializer.he(), NumpyRandom.seed(1)));
                }
            }
            """;

    @TempDir
    Path directory;

    private void showsTextOn(String classPath) throws Exception {
        Path program = Files.writeString(directory.resolve("Program.java"), PROGRAM);
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        program.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> "see " + output);
        String printed = Files.readString(output);
        assertTrue(printed.startsWith("Network 2-1 (3 parameters)\nlayer"), printed);
    }

    @Test
    void withoutTheClassesOfAnyKernelItIsText() throws Exception {
        showsTextOn(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*/(target/classes|(ejml|xchart)[^/]*\\.jar)"))
                .collect(Collectors.joining(File.pathSeparator)));
    }

    @Test
    void withTheClassesOfAllAndNoneRunningItIsText() throws Exception {
        showsTextOn(System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("rapaio.jar"));
    }
}
