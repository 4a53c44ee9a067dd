package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chainrule.notebook.DefaultImports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kernel a kernelspec starts, and what that one is given. */
class LibraryOnAKernelTest {
    private static final String IMPORTS = DefaultImports.script();

    @TempDir
    Path directory;

    private static KernelSpec spec(String command, Map<String, String> env) {
        return new KernelSpec(List.of(command.split(" ")), env, "Java", "java", "message");
    }

    private Map<String, String> env(String command, Map<String, String> env) throws LabException {
        return spec(command, env).withLibrary("a.jar:b.jar", directory).env();
    }

    @ParameterizedTest
    @CsvSource({
        "java -jar /k/java/ijava-1.3.0.jar {connection_file}, IJAVA",
        "java -cp /opt/ijava/target/ijava-1.3.0.jar:/opt/x/* io.github.spencerpark.ijava.IJava {f}, IJAVA",
        "java -cp /opt/x/* io.github.spencerpark.ijava.IJava {f}, IJAVA",
        "/usr/bin/ijava {connection_file}, IJAVA",
        "java -jar /home/ijava/jjava-launcher.jar /home/ijava/jjava.jar {connection_file}, JJAVA",
        "java -jar /k/jjava-1.0-a8.jar {connection_file}, JJAVA",
        "java -cp lib/* org.dflib.jjava.distro.JJava {connection_file}, JJAVA",
        "java -jar /k/rapaio-jupyter-kernel-3.0.1.jar {connection_file}, RAPAIO",
        "java -cp /k/all.jar org.rapaio.jupyter.kernel.MainApp {connection_file}, RAPAIO",
        "java -cp /k/chainrule.jar:/k/gson.jar org.chainrule.kernel.KernelMain {connection_file}, CHAINRULE",
        "sh /k/run.sh {connection_file},",
        "java -jar /home/ijava/kernels/ganymede.jar {connection_file},",
        "java -jar /k/ijavascript.jar {connection_file},"
    })
    void aKernelIsKnownByWhatItsCommandStarts(String command, KernelImplementation expected) {
        assertEquals(Optional.ofNullable(expected), KernelImplementation.of(spec(command, Map.of())));
    }

    @Test
    void whereTheCommandDoesNotSayTheClassPathDoes() {
        KernelSpec script = spec("sh run.sh {connection_file}", Map.of("RJK_CLASSPATH", ""));
        assertEquals(Optional.of(KernelImplementation.RAPAIO), KernelImplementation.of(script));
        KernelSpec mixed = spec("java -jar jjava.jar", Map.of("IJAVA_CLASSPATH", "left over"));
        assertEquals(Optional.of(KernelImplementation.JJAVA), KernelImplementation.of(mixed));
    }

    @Test
    void iJavaGetsTheClassPathAndAScriptBehindThePersonsOwn() throws Exception {
        assertEquals(
                Map.of(
                        "IJAVA_CLASSPATH",
                        "a.jar:b.jar:own.jar",
                        "IJAVA_STARTUP_SCRIPT",
                        "int mine = 1;\n" + IMPORTS + "\nNotebook.start();"),
                env("ijava", Map.of("IJAVA_CLASSPATH", "own.jar", "IJAVA_STARTUP_SCRIPT", "int mine = 1;")));
        assertEquals(IMPORTS + "\nNotebook.start();", env("ijava", Map.of()).get("IJAVA_STARTUP_SCRIPT"));
    }

    @Test
    void jjavaGetsTheClassPathAlone() throws Exception {
        assertEquals(Map.of("JJAVA_CLASSPATH", "a.jar:b.jar"), env("jjava", Map.of("JJAVA_CLASSPATH", "")));
    }

    @Test
    void rapaioGetsItsImportsInAFile() throws Exception {
        Map<String, String> env =
                env("rapaio-jupyter-kernel.jar", Map.of("RJK_CLASSPATH", "own.jar", "RJK_INIT_SCRIPT", ""));
        assertEquals(Set.of("RJK_CLASSPATH", "RJK_INIT_SCRIPT"), env.keySet());
        assertEquals("a.jar;b.jar;own.jar", env.get("RJK_CLASSPATH"));
        assertEquals(IMPORTS + "\n", Files.readString(Path.of(env.get("RJK_INIT_SCRIPT"))));
    }

    @Test
    void rapaiosOwnImportsAreKeptAndAnotherScriptIsLeftAlone() throws Exception {
        Path own = Files.writeString(directory.resolve("own.jshell"), "import a.b.*;\n\nimport c.D;\n");
        Map<String, String> script = Map.of("RJK_INIT_SCRIPT", own.toString());
        Path ours = Path.of(env("rapaio-jupyter-kernel.jar", script).get("RJK_INIT_SCRIPT"));
        assertEquals("import a.b.*;\n\nimport c.D;\n" + IMPORTS + "\n", Files.readString(ours));
        Files.writeString(own, "int mine = 1;\n");
        assertEquals(own.toString(), env("rapaio-jupyter-kernel.jar", script).get("RJK_INIT_SCRIPT"));
        Files.delete(own);
        String sentence = assertThrows(LabException.class, () -> env("rapaio-jupyter-kernel.jar", script))
                .getMessage();
        assertTrue(sentence.startsWith("The kernel's RJK_INIT_SCRIPT names " + own + ", which cannot"), sentence);
    }

    @Test
    void ourOwnKernelHasTheLibraryAlready() throws Exception {
        KernelSpec own = KernelSpec.ofThisJvm("chainrule.jar");
        assertEquals(own, own.withLibrary("a.jar", directory));
    }

    private String refusal(String json) throws Exception {
        Path file = directory.resolve("kernels/mine/kernel.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        Map<String, String> environment = Map.of("JUPYTER_PATH", directory.toString());
        return assertThrows(LabException.class, () -> KernelSpecs.find("mine", environment))
                .getMessage();
    }

    @Test
    void anyOtherKernelIsRefusedWithWhatToDo() throws Exception {
        assertEquals(
                "The kernel \"mine\" runs python, but the chapters are Java; ./lab doctor lists the kernels there are.",
                refusal("{\"argv\": [\"python3\"], \"language\": \"python\"}"));
        String unknown = refusal("{\"argv\": [\"sh\", \"run.sh\"], \"language\": \"java\"}");
        assertTrue(unknown.startsWith("Whether the kernel \"mine\" is IJava, JJava or Rapaio cannot be seen"), unknown);
        assertTrue(unknown.contains("\"env\": {\"IJAVA_CLASSPATH\": \"\"}"), unknown);
        assertFalse(KernelImplementation.of(spec("python3", Map.of())).isPresent());
    }
}
