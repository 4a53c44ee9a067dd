package org.chainrule.export;

import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.data.Scaler;
import org.chainrule.network.Dense;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Between us and NumPy, both ways: with files that NumPy wrote once, and with NumPy itself where it is installed. */
class NumpyRoundTripTest {
    private static final Path RESOURCES = Path.of("src/test/resources/org/chainrule/export");
    private static final String PICKLED = "pickled.npz";

    /** What round_trip.py writes. */
    private static final Model MODEL = Model.of(Network.of(
                    Dense.of(
                            new SimpleMatrix(new double[][] {{0.125, 0.25, 0.375}, {-0.5, 0.625, -0.75}}),
                            new SimpleMatrix(new double[][] {{0.5, 0, -0.5}}),
                            TANH),
                    Dense.withoutBias(
                            new SimpleMatrix(new double[][] {{0.25, -0.25}, {0.5, -0.5}, {0.75, -0.75}}), SOFTMAX)))
            .scaledBy(Scaler.of(new double[] {1.5, -2}, new double[] {0.25, 8}))
            .named(List.of("length", "größe"), List.of("no", "日本 🌱"));

    @TempDir
    Path directory;

    static Stream<Path> storedFiles() throws IOException {
        return Files.list(RESOURCES.resolve("written-by-numpy")).sorted();
    }

    @ParameterizedTest
    @MethodSource("storedFiles")
    void whatNumpyWroteIsReadHere(Path file) throws Exception {
        assertRead(file);
    }

    @Test
    void whatNumpyWritesNowIsReadHere() throws Exception {
        python("write", directory);
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> written = files.toList();
            assertEquals(storedFiles().count(), written.size());
            for (Path file : written) {
                assertRead(file);
            }
        }
    }

    private static void assertRead(Path file) throws IOException {
        if (file.endsWith(PICKLED)) {
            String words = assertThrows(ModelFileException.class, () -> Models.load(file))
                    .getMessage();
            assertTrue(words.contains("entry input_names holds Python objects (pickle)"), words);
        } else {
            assertEquals(MODEL, Models.load(file), file.toString());
        }
    }

    @Test
    void whatIsSavedHereIsReadByNumpyWhichComputesTheSame() throws Exception {
        Path file = directory.resolve("model.npz");
        Model model = SomeModels.complete();
        Models.save(model, file);
        List<String> seen = python("read", file).lines().toList();
        assertEquals(
                List.of("format <U15 () chainrule model", "version <i8 () 1", "architecture <i8 (3,) [2, 3, 3]"),
                seen.subList(0, 3));
        assertTrue(seen.contains("layer1.activation <U4 () tanh"));
        assertTrue(seen.contains("layer2.b <f8 (3,) [0.1, 0.1, 0.1]"), seen.toString());
        assertTrue(seen.contains("input_names <U5 (2,) ['Länge', 'width']"), seen.toString());
        assertTrue(seen.contains("target_names <U10 (3,) ['a', '日本', '🌱 seedling']"), seen.toString());
        SimpleMatrix ours = model.predict(new SimpleMatrix(new double[][] {{1, 100}, {4, 800}}));
        double[] theirs = Arrays.stream(
                        seen.get(seen.size() - 1).replaceAll("[\\[\\]]", "").split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(6, theirs.length);
        for (int i = 0; i < theirs.length; i++) {
            assertEquals(ours.get(i), theirs[i], 1e-15);
        }
    }

    private static String python(String mode, Path path) throws Exception {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (run(python, "-c", "import numpy").exit() == 0) {
                Ended ended = run(python, RESOURCES.resolve("round_trip.py").toString(), mode, path.toString());
                assertEquals(0, ended.exit(), ended.output());
                return ended.output();
            }
        }
        return Assumptions.abort("no python3 with NumPy here");
    }

    private record Ended(int exit, String output) {}

    private static Ended run(String python, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(python, "-X", "utf8"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            return new Ended(-1, "there is no " + python + ": " + e.getMessage());
        }
    }
}
