package org.chainrule.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.notebook.DefaultImports;

/** What other people's kernels want in their environment, so that cells find the library and its names. */
final class LibraryEnvironment {
    private static final String CONNECT = "Notebook.start();";
    private static final String IJAVA_SCRIPT = "IJAVA_STARTUP_SCRIPT";
    private static final String RAPAIO_SCRIPT = "RJK_INIT_SCRIPT";

    private final Map<String, String> env;
    private final String classPath;

    /**
     * Starts from what the kernelspec says.
     *
     * @param env the environment of the kernelspec, whose entries are kept
     * @param classPath the library's jars, as a JVM takes them
     */
    LibraryEnvironment(Map<String, String> env, String classPath) {
        this.env = env;
        this.classPath = classPath;
    }

    /** The class path, and a script that is run before the first cell. */
    Map<String, String> ofIJava() {
        Map<String, String> extended = withClassPath(KernelImplementation.IJAVA, File.pathSeparator);
        String door = DefaultImports.script() + "\n" + CONNECT;
        extended.merge(IJAVA_SCRIPT, door, (own, ours) -> own.isBlank() ? ours : own + "\n" + ours);
        return extended;
    }

    /** The class path alone: the library is an extension of JJava. */
    Map<String, String> ofJJava() {
        return withClassPath(KernelImplementation.JJAVA, File.pathSeparator);
    }

    /** The class path, and the imports in a file; Rapaio takes a script for one snippet, so nothing but imports can be in it. */
    Map<String, String> ofRapaio(Path directory) throws LabException {
        Map<String, String> extended = withClassPath(KernelImplementation.RAPAIO, ";");
        String own = ownScript(env.getOrDefault(RAPAIO_SCRIPT, ""));
        if (own.lines().allMatch(line -> line.isBlank() || line.startsWith("import "))) {
            Path script = directory.resolve("rapaio-imports.jshell");
            write(own.isBlank() ? DefaultImports.script() : own.strip() + "\n" + DefaultImports.script(), script);
            extended.put(RAPAIO_SCRIPT, script.toAbsolutePath().toString());
        }
        return extended;
    }

    private Map<String, String> withClassPath(KernelImplementation kernel, String separator) {
        Map<String, String> extended = new LinkedHashMap<>(env);
        extended.merge(
                kernel.classPathVariable(),
                classPath.replace(File.pathSeparator, separator),
                (own, library) -> own.isEmpty() ? library : library + separator + own);
        return extended;
    }

    private static String ownScript(String file) throws LabException {
        try {
            return file.isBlank() ? "" : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new LabException(
                    "The kernel's " + RAPAIO_SCRIPT + " names " + file + ", which cannot be read (" + e
                            + "); mend or remove it in its kernel.json.",
                    e);
        }
    }

    private static void write(String text, Path file) throws LabException {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new LabException("The imports for Rapaio's kernel cannot be written to " + file + " (" + e + ").", e);
        }
    }
}
