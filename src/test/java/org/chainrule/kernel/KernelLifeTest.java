package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLifeTest {
    @TempDir
    Path directory;

    @Test
    void shutdownEndsTheProcessWhileThreadsOfTheUserRun() throws Exception {
        try (JupyterClient client = JupyterClient.start(WithKernel.KERNEL, directory)) {
            client.execute("new Thread(() -> { while (true) { } }).start();", Duration.ofSeconds(20));
            Thread shutdown = new Thread(() -> {
                try {
                    while (!Files.exists(directory.resolve("running"))) {
                        Thread.sleep(10);
                    }
                    long start = System.nanoTime();
                    assertEquals(0, client.shutDown());
                    Files.writeString(
                            directory.resolve("millis"), "" + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            shutdown.start();
            String endless = "Files.createFile(Path.of(\"running\")); while (true) { }";
            LabException ended =
                    assertThrows(LabException.class, () -> client.execute(endless, Duration.ofSeconds(20)));
            assertTrue(ended.getMessage().startsWith("The kernel ended by itself"), ended.getMessage());
            shutdown.join();
        }
        assertTrue(Integer.parseInt(Files.readString(directory.resolve("millis"))) < 2000);
    }

    @Test
    void theFirstCellWaitsForTheImportsAndAWrongClassPathIsSaidLoudly() throws Exception {
        Path classes = Path.of(KernelMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> withoutEjml = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            if (!entry.contains("ejml")) {
                withoutEjml.add(entry);
            }
        }
        assertTrue(withoutEjml.contains(classes.toString()));
        KernelSpec broken = KernelSpec.ofThisJvm(String.join(":", withoutEjml), List.of("-XX:TieredStopAtLevel=1"));
        try (JupyterClient client = JupyterClient.start(broken, directory)) {
            String error = client.execute("1 + 1", Duration.ofSeconds(20)).error();
            assertTrue(
                    error.contains("\"import org.ejml.simple.SimpleMatrix;\" fails (package org.ejml.simple"), error);
        }
    }

    @Test
    void aCellThatTakesTooLongIsInterruptedAndSaidToBe() throws Exception {
        try (JupyterClient client = JupyterClient.start(WithKernel.KERNEL, directory)) {
            client.execute("1", Duration.ofSeconds(20));
            JupyterClient.Result result =
                    client.execute("System.out.println(\"before\"); Thread.sleep(60_000);", Duration.ofSeconds(1));
            assertEquals("The cell took longer than 1 s", result.error());
            assertEquals("stdout: before\n", WithKernel.brief(result.outputs().get(0)));
        }
    }

    @Test
    void aBadConnectionFileEndsTheKernelWithASentence() throws Exception {
        assertEquals(
                "2 The connection file missing.json cannot be read; start the kernel from Jupyter or with ./lab.",
                start("missing.json"));
        Files.writeString(directory.resolve("text.json"), "not json");
        assertEquals("2 The connection file text.json is not JSON; let Jupyter write it again.", start("text.json"));
        Files.writeString(directory.resolve("empty.json"), "{}");
        assertTrue(start("empty.json").startsWith("2 The connection file empty.json names no transport"));
        assertTrue(start().startsWith("2 The kernel takes one argument"));
    }

    private String start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(WithKernel.KERNEL.argv());
        command.remove(KernelSpec.CONNECTION_FILE);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        return process.waitFor() + " " + output;
    }

    @Test
    void aKernelThatDiesAtItsStartShowsWhatItWrote() {
        KernelSpec dying = new KernelSpec(
                List.of("sh", "-c", "echo no such module >&2; exit 3"), Map.of(), "Dying", "java", "message");
        LabException failure = assertThrows(LabException.class, () -> JupyterClient.start(dying, directory));
        assertTrue(failure.getMessage().contains("no such module"), failure.getMessage());
    }

    /** Else it would live on, and the front end would wait for an answer for ever. */
    @Test
    void aPortThatIsTakenEndsTheKernelWithASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.createTempFile("taken", ".json");
            int shell = taken.getLocalPort();
            Files.writeString(file, """
                    {"shell_port": %d, "iopub_port": %d, "stdin_port": 0, "control_port": 0, "hb_port": 0,
                     "ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": "k"}
                    """.formatted(shell, shell));
            List<String> command = KernelSpec.ofThisJvm(System.getProperty("java.class.path")).argv().stream()
                    .map(word -> word.replace(KernelSpec.CONNECTION_FILE, file.toString()))
                    .toList();
            Process kernel =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            assertTrue(kernel.waitFor(20, TimeUnit.SECONDS), "the kernel lives on");
            String console = new String(kernel.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(console.contains("A port that the connection file names is taken"), console);
            assertEquals(2, kernel.exitValue());
            Files.delete(file);
        }
    }
}
