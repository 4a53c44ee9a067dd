package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicsTest extends WithKernel {
    @TempDir
    Path directory;

    private Path jar(String type, int answer) throws Exception {
        Path source = directory.resolve(type + ".java");
        Files.writeString(
                source,
                "package extra; public class " + type + " { public static int answer() { return " + answer + "; } }");
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", directory.toString(), source.toString()));
        Path jar = directory.resolve("a library/" + type + ".jar");
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new ZipEntry("extra/" + type + ".class"));
            out.write(Files.readAllBytes(directory.resolve("extra/" + type + ".class")));
        }
        return jar;
    }

    @Test
    void jarsAreOnTheClassPathOfTheRestOfTheCell() throws Exception {
        Path one = jar("One", 1);
        jar("Two", 2);
        String cell = "int before = 40; // first\n%%jars \"%s/*.jar\"\nimport extra.*;\nbefore + One.answer()"
                + " + Two.answer() // last";
        assertEquals(List.of("execute_result: 43"), outputs(cell.formatted(one.getParent())));
        String paths = outputs("%classpath").get(0);
        assertTrue(paths.startsWith("stdout: ") && paths.contains("a library/Two.jar\n"), paths);
        JupyterClient.Result result = run("%classpath " + directory + "\nextra.One.answer();");
        assertNull(result.error());
    }

    @Test
    void aLineOfATextOrADivisionIsNoMagic() throws LabException {
        assertEquals(List.of("execute_result: %jars x\n"), outputs("\"\"\"\n    %jars x\n    \"\"\""));
        assertEquals(List.of("execute_result: 2"), outputs("int k = 17\n% 5;\nk"));
    }

    @Test
    void anErrorBelowAMagicNamesItsLine() throws LabException {
        String traceback = traceback("%classpath\n\nint ok = 1;\nint bad = missing;");
        assertTrue(traceback.startsWith("Line 4: cannot find symbol"), traceback);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%jars | MagicError: %jars needs the path of a jar, such as %jars lib/*.jar.",
                "%jars nowhere/*.jar | MagicError: %jars found nothing that matches \"nowhere/*.jar\"; paths start from /",
                "%jars pom.xml | MagicError: %jars found nothing that matches \"pom.xml\"",
                "%classpath missing.jar | MagicError: %classpath found nothing that matches \"missing.jar\"",
                "%time 1 + 1 | UnknownMagic: There is no magic \"%time\"; this kernel knows %classpath and %jars.",
                "%%html | UnknownMagic: There is no magic \"%%html\"; this kernel knows",
                "%maven org.apache.commons:commons-csv:1.10.0 | UnknownMagic: %maven is IJava's: on this kernel Chainrule",
            })
    void whatAMagicCannotDoItSays(String line, String sentence) throws LabException {
        String error = run(line).error();
        assertTrue(error.startsWith(sentence), error);
    }

    @Test
    void aNotebookForIJavaMayAskForTheLibraryThatIsThere() throws LabException {
        List<String> outputs = outputs("%maven org.chainrule:chainrule:0.1.0\nnew SimpleMatrix(1, 1).getNumRows()");
        assertEquals(
                "stdout: %maven is IJava's: on this kernel Chainrule is on the class path already.\n", outputs.get(0));
        assertEquals("execute_result: 1", outputs.get(1));
    }
}
