package org.chainrule.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chainrule.kernel.JupyterClient;
import org.chainrule.kernel.KernelSpec;
import org.chainrule.kernel.KernelSpecs;
import org.chainrule.kernel.LabException;
import org.chainrule.lab.InstalledKernel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledKernelTest {
    @TempDir
    Path directory;

    private FakeMachine fake;
    private Path jar;
    private InstalledKernel kernel;

    @BeforeEach
    void aMachineWithABuiltLibrary() throws Exception {
        fake = new FakeMachine(directory);
        jar = Files.writeString(directory.resolve("chainrule.jar"), "first build");
        kernel = new InstalledKernel(fake.withClassPath(List.of(jar)).machine());
    }

    private List<String> names() throws Exception {
        try (Stream<Path> entries = Files.list(kernel.directory())) {
            return entries.map(entry -> entry.getFileName().toString())
                    .map(name -> name.replaceFirst("jars-[0-9a-f]{12}$", "jars-DIGEST"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theHeapThatWasAskedForStays() throws Exception {
        kernel.install(null, "1g");
        kernel.install(null, null);
        assertTrue(KernelSpec.read(kernel.kernelJson()).argv().contains("-Xmx1g"));
        kernel.install(null, "512m");
        assertFalse(KernelSpec.read(kernel.kernelJson()).argv().contains("-Xmx1g"));
    }

    @Test
    void installingTwiceIsInstallingOnceAndANewBuildReplacesTheOld() throws Exception {
        assertEquals(State.MISSING, kernel.state());
        kernel.install(null, null);
        assertEquals(State.CURRENT, kernel.state());
        Object written = Files.getLastModifiedTime(kernel.kernelJson());
        kernel.install(null, null);
        assertEquals(written, Files.getLastModifiedTime(kernel.kernelJson()));

        Files.writeString(jar, "second build");
        assertEquals(State.STALE, kernel.state());
        kernel.install(null, null);
        assertEquals(State.CURRENT, kernel.state());
        assertEquals(List.of("installed-by-chainrule", "jars-DIGEST", "kernel.json"), names());
    }

    @Test
    void theInstalledKernelRunsWithoutWhatItWasBuiltFrom() throws Exception {
        List<Path> jars = FakeMachine.realJars(directory);
        InstalledKernel real = new InstalledKernel(fake.withClassPath(jars).machine());
        real.install(null, null);
        Files.delete(jars.get(0));
        KernelSpec spec = KernelSpecs.find("chainrule", fake.machine().environment());
        assertTrue(Path.of(spec.argv().get(0)).isAbsolute());
        try (JupyterClient client = JupyterClient.start(spec, directory)) {
            JupyterClient.Result result = client.execute(
                    "NumpyRandom.seed(42).randn(1, 1).getNumRows() + Datasets.xor().size()", Duration.ofSeconds(30));
            assertEquals(null, result.error());
            assertEquals(
                    "5",
                    result.outputs()
                            .get(0)
                            .getAsJsonObject("data")
                            .get("text/plain")
                            .getAsString());
        }
    }

    @Test
    void aDamagedKernelIsMended() throws Exception {
        kernel.install(null, null);
        Files.writeString(kernel.kernelJson(), "{\"argv\": [");
        assertEquals(State.BROKEN, kernel.state());
        kernel.install(null, null);
        assertEquals(State.CURRENT, kernel.state());
        String json = Files.readString(kernel.kernelJson());
        Files.writeString(
                kernel.kernelJson(), json.replace(System.getProperty("java.home"), "/opt/a-jdk-that-was-removed"));
        assertEquals(State.BROKEN, kernel.state());
    }

    @Test
    void someoneElsesKernelOfThatNameIsLeftAlone() throws Exception {
        Files.createDirectories(kernel.directory());
        Files.writeString(kernel.kernelJson(), "{\"argv\": [\"mine\"]}");
        assertEquals(State.FOREIGN, kernel.state());
        String sentence = assertThrows(LabException.class, () -> kernel.install(null, null))
                .getMessage();
        assertTrue(sentence.contains("was not put there by ./lab; rename it (mv " + kernel.directory()), sentence);
        assertFalse(kernel.uninstall());
        assertEquals("{\"argv\": [\"mine\"]}", Files.readString(kernel.kernelJson()));
    }

    @Test
    void onlyWhatWasInstalledIsRemoved() throws Exception {
        kernel.install(null, null);
        Files.writeString(kernel.directory().resolve("notes.txt"), "the person's");
        assertTrue(kernel.uninstall());
        assertEquals(List.of("notes.txt"), names());
        Files.delete(kernel.directory().resolve("notes.txt"));
        Files.delete(kernel.directory());
        kernel.install(null, null);
        assertTrue(kernel.uninstall());
        assertFalse(Files.exists(kernel.directory()));
        assertFalse(kernel.uninstall());
    }

    @Test
    void thePersonsKernelIsStartedWithTheInstalledJars() throws Exception {
        Path mine = fake.home().resolve(".local/share/jupyter/kernels/mine/kernel.json");
        Files.createDirectories(mine.getParent());
        String json =
                "{\"argv\": [\"sh\", \"{resource_dir}/run.sh\", \"{connection_file}\"], \"display_name\": \"Mine\","
                        + " \"env\": {\"IJAVA_CLASSPATH\": \"\"}}";
        Files.writeString(mine, json);
        LabOpen.install(fake.machine(), "mine", null, new PrintStream(OutputStream.nullOutputStream()));
        KernelSpec spec = KernelSpec.read(kernel.kernelJson());
        assertEquals(List.of("sh", mine.getParent() + "/run.sh", "{connection_file}"), spec.argv());
        assertEquals("Java (Chainrule on mine)", spec.displayName());
        Path copy = Path.of(spec.env().get("IJAVA_CLASSPATH"));
        assertTrue(copy.startsWith(kernel.directory()));
        assertEquals("first build", Files.readString(copy));
        assertTrue(spec.env().get("IJAVA_STARTUP_SCRIPT").endsWith("\nNotebook.start();"));
        assertEquals(json, Files.readString(mine));
    }

    @Test
    void theFileThatRapaioReadsLiesWithTheJars() throws Exception {
        KernelSpec rapaio = new KernelSpec(
                List.of(System.getProperty("java.home") + "/bin/java", "-jar", "rapaio-jupyter-kernel-3.0.1.jar"),
                Map.of(),
                "Rapaio",
                "java",
                "message");
        kernel.install(rapaio, null);
        KernelSpec spec = KernelSpec.read(kernel.kernelJson());
        Path script = Path.of(spec.env().get("RJK_INIT_SCRIPT"));
        assertEquals(Path.of(spec.env().get("RJK_CLASSPATH")).getParent(), script.getParent());
        assertTrue(Files.readString(script).contains("import static org.chainrule.notebook.Notebook.*;"));
        assertEquals(State.CURRENT, kernel.state());
        kernel.uninstall();
        assertFalse(Files.exists(kernel.directory()));
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        InstalledKernel impossible = new InstalledKernel(
                fake.with("JUPYTER_DATA_DIR", file.resolve("jupyter").toString())
                        .machine());
        String sentence = assertThrows(LabException.class, () -> impossible.install(null, null))
                .getMessage();
        assertTrue(sentence.startsWith("The kernel cannot be installed in " + file), sentence);
        assertTrue(sentence.endsWith("JUPYTER_DATA_DIR=DIRECTORY ./lab."), sentence);
    }
}
