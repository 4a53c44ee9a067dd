package org.chainrule.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kernelspecs that are installed on this machine. */
public final class KernelSpecs {
    private KernelSpecs() {}

    /**
     * The installed kernelspec of that name, looked for where Jupyter looks, in its order.
     *
     * @throws LabException if there is none, it cannot be read, or it is not one of the Java kernels that take the library
     */
    public static KernelSpec find(String name, Map<String, String> environment) throws LabException {
        List<Path> directories = new JupyterDirectories(environment).all();
        for (Path directory : directories) {
            Path file = directory.resolve("kernels").resolve(name).resolve("kernel.json");
            if (Files.isRegularFile(file)) {
                return withImplementation(name, file);
            }
        }
        throw new LabException("No kernel named \"" + name + "\" is installed in " + directories
                + "; \"jupyter kernelspec list\" shows the names there are.");
    }

    private static KernelSpec withImplementation(String name, Path file) throws LabException {
        KernelSpec spec = KernelSpec.read(file);
        if (KernelImplementation.of(spec).isPresent()) {
            return spec;
        }
        String language = spec.language().toLowerCase(Locale.ROOT);
        throw new LabException(
                language.isEmpty() || language.equals("java")
                        ? "Whether the kernel \"" + name
                                + "\" is IJava, JJava or Rapaio cannot be seen from its command "
                                + spec.argv() + "; if it is one of them, say so in " + file
                                + ", by the variable it reads: \"env\": {\"IJAVA_CLASSPATH\": \"\"}, or JJAVA_CLASSPATH, or"
                                + " RJK_CLASSPATH."
                        : "The kernel \"" + name + "\" runs " + spec.language()
                                + ", but the chapters are Java; ./lab doctor lists the kernels there are.");
    }

    /** The kernel.json of every kernel there is, by the kernel's name; a directory that cannot be listed has none. */
    public static Map<String, Path> installed(Map<String, String> environment) {
        Map<String, Path> found = new TreeMap<>();
        for (Path directory : new JupyterDirectories(environment).all()) {
            try (Stream<Path> kernels = Files.list(directory.resolve("kernels"))) {
                kernels.map(kernel -> kernel.resolve("kernel.json"))
                        .filter(Files::isRegularFile)
                        .forEach(file ->
                                found.putIfAbsent(file.getParent().getFileName().toString(), file));
            } catch (IOException e) {
                // Most of the places where Jupyter looks do not exist: there is nothing in them.
            }
        }
        return found;
    }
}
