package org.chainrule.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chainrule.network.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The old file or the new one, never half of it: whatever happens to the process or the disk. */
class AtomicSaveTest {
    /** {@code -Dchainrule.kills=100} for more. */
    private static final int KILLS = Integer.getInteger("chainrule.kills", 20);

    private static final int LONGEST_LIFE_MILLIS = 150;

    @TempDir
    Path directory;

    @Test
    void aProcessThatIsKilledWhileItSavesLosesNothing() throws Exception {
        Path file = directory.resolve("model.npz");
        Random random = new Random(1);
        int halves = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Process process = java(List.of(), SavingLoop.class.getName(), file.toString());
            try {
                assertEquals('s', process.getInputStream().read(), "the process does not save");
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            } finally {
                process.destroyForcibly().waitFor();
            }
            Model loaded = Models.load(file);
            assertTrue(SavingLoop.MODELS.contains(loaded), "a mixture after kill " + kill);
            for (Path part : parts()) {
                halves++;
                Files.delete(part);
            }
        }
        System.out.println(KILLS + " processes killed, " + halves + " of them in the middle of a file: nothing lost");
        assertTrue(halves > 0, "no kill fell into the middle of a save");
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }

    @Test
    void aDiskThatTakesNoMoreCostsOnlyTheNewFile() throws Exception {
        Path file = directory.resolve("model.npz");
        Models.save(SomeModels.complete(), file);
        Process process =
                java(List.of("sh", "-c", "ulimit -f 64; exec \"$@\"", "sh"), SaveOnce.class.getName(), file.toString());
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("ModelFileException: cannot save to " + file), output);
        assertTrue(output.contains("what stood there before stands there still. Is there room on the disk?"), output);
        assertEquals(SomeModels.complete(), Models.load(file));
        assertEquals(List.of(), parts());
    }

    private static Process java(List<String> before, String... mainAndArguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(mainAndArguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @Test
    void whereNothingCanBeSavedTheMessageSaysWhyAndWhatToDo() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "text");
        assertRefused(directory, "it is a directory; name a file in it, such as " + directory.resolve("model.npz"));
        assertRefused(file.resolve("model.npz"), file + " is a file and no directory");
        Path missing = directory.resolve("missing");
        assertRefused(
                missing.resolve("model.npz"),
                "there is no directory " + missing + "; make it with Files.createDirectories(Path.of(\"" + missing
                        + "\"))");
        assertEquals("text", Files.readString(file));
    }

    private static void assertRefused(Path file, String words) {
        String message = assertThrows(ModelFileException.class, () -> Models.save(SomeModels.complete(), file))
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void aLinkStaysALinkAndItsFileIsReplaced() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path file = elsewhere.resolve("model.npz");
        Models.save(SomeModels.constant(2, 1), file);
        Path link = Files.createSymbolicLink(directory.resolve("link.npz"), file);
        Models.save(SomeModels.complete(), link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(SomeModels.complete(), Models.load(file));
    }

    @Test
    void theStopButtonDoesNotSpoilASave() throws Exception {
        Path file = directory.resolve("model.npz");
        Thread.currentThread().interrupt();
        try {
            Models.save(SomeModels.complete(), file);
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(SomeModels.complete(), Models.load(file));
    }
}
