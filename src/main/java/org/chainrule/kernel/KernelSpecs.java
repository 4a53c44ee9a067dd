package org.chainrule.kernel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kernelspecs that are installed on this machine. */
final class KernelSpecs {
    private KernelSpecs() {}

    /**
     * The installed kernelspec of that name, looked for where Jupyter looks, in its order.
     *
     * @throws LabException if there is none, or it cannot be read
     */
    static KernelSpec find(String name, Map<String, String> environment) throws LabException {
        List<Path> directories = dataDirectories(environment);
        for (Path directory : directories) {
            Path file = directory.resolve("kernels").resolve(name).resolve("kernel.json");
            if (Files.isRegularFile(file)) {
                return KernelSpec.read(file);
            }
        }
        throw new LabException("No kernel named \"" + name + "\" is installed in " + directories
                + "; \"jupyter kernelspec list\" shows the names there are.");
    }

    private static List<Path> dataDirectories(Map<String, String> environment) {
        List<Path> directories = new ArrayList<>();
        for (String entry : environment.getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                directories.add(Path.of(entry));
            }
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String ownData = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        directories.add(ownData.isEmpty() ? Path.of(home, ".local", "share", "jupyter") : Path.of(ownData));
        directories.add(Path.of("/usr/local/share/jupyter"));
        directories.add(Path.of("/usr/share/jupyter"));
        return directories;
    }
}
