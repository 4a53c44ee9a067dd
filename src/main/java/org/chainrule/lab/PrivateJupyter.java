package org.chainrule.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chainrule.kernel.LabException;

/** JupyterLab in a virtual environment of our own, for a machine that offers no other. */
final class PrivateJupyter {
    private static final Duration CREATION = Duration.ofMinutes(2);
    private static final Duration DOWNLOAD = Duration.ofMinutes(15);

    private final Machine machine;
    private final Path directory;

    PrivateJupyter(Machine machine) {
        this.machine = machine;
        directory = machine.directories().chainrule().resolve("jupyter");
    }

    Path directory() {
        return directory;
    }

    Optional<Path> command() {
        Path command = directory.resolve(Path.of("bin", "jupyter-lab"));
        return Files.isExecutable(command) ? Optional.of(command) : Optional.empty();
    }

    /**
     * Installs JupyterLab; what a failed attempt leaves is removed.
     *
     * @throws LabException if there is no Python 3 with its venv module, or nothing to install from
     */
    void install(PrintStream out) throws LabException {
        Optional<Path> python = machine.find("python3");
        if (python.isEmpty()) {
            throw new LabException("No Jupyter and no Python 3 to install it with was found: "
                    + new Packages(machine).command("jupyter")
                    + " and then ./lab; ./lab run needs neither.");
        }
        out.println("Installs JupyterLab with pip into " + directory + " (300 MB; ./lab uninstall removes it) …");
        try {
            must(
                    machine.run(CREATION, List.of(python.get().toString(), "-m", "venv", directory.toString())),
                    "Python cannot make a virtual environment in " + directory,
                    new Packages(machine).command("venv"));
            // Without its retries pip says within seconds that there is no network; with them it takes minutes.
            List<String> pip = List.of(
                    directory.resolve(Path.of("bin", "python")).toString(),
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--no-input",
                    "--disable-pip-version-check",
                    "--retries",
                    "0",
                    "--timeout",
                    "10",
                    "jupyterlab");
            must(
                    machine.run(DOWNLOAD, pip),
                    "JupyterLab cannot be downloaded",
                    "check the network, or behind a proxy set HTTPS_PROXY; or install a Jupyter yourself");
        } catch (LabException e) {
            remove();
            throw e;
        }
    }

    private static void must(Machine.Outcome outcome, String failure, String mend) throws LabException {
        if (!outcome.succeeded()) {
            throw new LabException(failure + " (" + outcome.lastLine() + "): " + mend + ", and then ./lab.");
        }
    }

    /** Removes it and answers whether it was there. */
    boolean remove() throws LabException {
        try {
            boolean there = Files.exists(directory);
            Trees.delete(directory);
            Trees.deleteIfEmpty(directory.getParent());
            return there;
        } catch (IOException e) {
            throw new LabException("Our JupyterLab in " + directory + " cannot be removed (" + e + "); rm -r it.", e);
        }
    }
}
