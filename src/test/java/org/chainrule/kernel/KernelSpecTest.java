package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
    @TempDir
    Path directory;

    private Path write(String dataDirectory, String name, String json) throws Exception {
        Path file = directory.resolve(dataDirectory + "/kernels/" + name + "/kernel.json");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, json);
    }

    @Test
    void theOwnKernelspecNamesAnExistingJavaAndReadsBackAsItIs() throws Exception {
        KernelSpec spec = KernelSpec.ofThisJvm("/opt/a b/x.jar");
        assertTrue(Files.isExecutable(Path.of(spec.argv().get(0))));
        assertTrue(spec.argv().containsAll(List.of("--add-modules", "jdk.incubator.vector", "/opt/a b/x.jar")));
        assertEquals("{connection_file}", spec.argv().get(spec.argv().size() - 1));
        assertEquals("message", spec.interruptMode());
        assertEquals(spec, KernelSpec.read(write("own", "chainrule", spec.toJson())));
    }

    @Test
    void kernelsAreFoundInJupytersOrder() throws Exception {
        write("data", "ijava", "{\"argv\": [\"data/ijava.jar\"]}");
        Map<String, String> environment = Map.of(
                "JUPYTER_PATH", directory.resolve("path").toString(),
                "JUPYTER_DATA_DIR", directory.resolve("data").toString());
        assertEquals(
                List.of("data/ijava.jar"),
                KernelSpecs.find("ijava", environment).argv());
        write(
                "path",
                "ijava",
                "{\"argv\": [\"path\", \"{resource_dir}\"], \"env\": {\"IJAVA_CLASSPATH\": \"own.jar\"}}");
        KernelSpec found = KernelSpecs.find("ijava", environment);
        assertEquals(List.of("path", directory.resolve("path/kernels/ijava").toString()), found.argv());
        assertEquals("signal", found.interruptMode());
        assertEquals(
                Map.of(
                        "ijava",
                        directory.resolve("path/kernels/ijava/kernel.json"),
                        "other",
                        write("data", "other", "{\"argv\": [\"other\"]}")),
                KernelSpecs.installed(environment).entrySet().stream()
                        .filter(entry -> entry.getValue().startsWith(directory))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void jupytersDirectoriesAreWhereItsVariablesSay() throws Exception {
        Path conda = Files.createDirectories(directory.resolve("conda/bin")).resolve("jupyter");
        Files.writeString(conda, "");
        assertTrue(conda.toFile().setExecutable(true));
        JupyterDirectories directories = new JupyterDirectories(
                Map.of("HOME", "/home/x", "XDG_DATA_HOME", "/data", "PATH", "/nowhere:" + conda.getParent()));
        assertEquals(Path.of("/data/jupyter"), directories.user());
        assertEquals(Path.of("/data/chainrule"), directories.chainrule());
        assertEquals(
                List.of(Path.of("/data/jupyter"), directory.resolve("conda/share/jupyter")),
                directories.all().subList(0, 2));
    }

    @Test
    void whatIsMissingOrMalformedIsTold() throws Exception {
        Map<String, String> environment = Map.of("JUPYTER_DATA_DIR", directory.toString());
        assertTrue(assertThrows(LabException.class, () -> KernelSpecs.find("nope", environment))
                .getMessage()
                .startsWith("No kernel named \"nope\" is installed in ["));
        Path noArgv = write("bad", "x", "{\"argv\": []}");
        assertTrue(assertThrows(LabException.class, () -> KernelSpec.read(noArgv))
                .getMessage()
                .contains("has no argv"));
        Path noJson = write("bad", "y", "{\"argv\": [");
        assertTrue(assertThrows(LabException.class, () -> KernelSpec.read(noJson))
                .getMessage()
                .contains("is not JSON"));
    }
}
