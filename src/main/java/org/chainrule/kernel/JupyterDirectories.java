package org.chainrule.kernel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where Jupyter keeps its data, kernelspecs among it. */
public final class JupyterDirectories {
    private final Map<String, String> environment;

    public JupyterDirectories(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The person's own directory, into which one installs without being root. */
    public Path user() {
        String chosen = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        return isMac()
                ? home().resolve(Path.of("Library", "Jupyter"))
                : sharedData().resolve("jupyter");
    }

    /** Chainrule's own directory beside it, for what is not Jupyter's. */
    public Path chainrule() {
        return isMac()
                ? home().resolve(Path.of("Library", "Application Support", "chainrule"))
                : sharedData().resolve("chainrule");
    }

    /** All of them, in the order in which Jupyter looks. */
    List<Path> all() {
        List<Path> directories = new ArrayList<>(entries("JUPYTER_PATH"));
        directories.add(user());
        for (Path commands : entries("PATH")) {
            // A Jupyter in an environment of its own, such as conda's, keeps its kernels beside its commands.
            if (Files.isExecutable(commands.resolve("jupyter")) && commands.getParent() != null) {
                directories.add(commands.getParent().resolve(Path.of("share", "jupyter")));
            }
        }
        directories.add(Path.of("/usr/local/share/jupyter"));
        directories.add(Path.of("/usr/share/jupyter"));
        return directories.stream().distinct().toList();
    }

    private List<Path> entries(String variable) {
        List<Path> entries = new ArrayList<>();
        for (String entry : environment.getOrDefault(variable, "").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry));
            }
        }
        return entries;
    }

    private Path sharedData() {
        String chosen = environment.getOrDefault("XDG_DATA_HOME", "");
        return chosen.isEmpty() ? home().resolve(Path.of(".local", "share")) : Path.of(chosen);
    }

    private Path home() {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    private static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }
}
