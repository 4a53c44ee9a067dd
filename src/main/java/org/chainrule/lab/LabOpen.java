package org.chainrule.lab;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chainrule.kernel.KernelSpec;
import org.chainrule.kernel.KernelSpecs;
import org.chainrule.kernel.LabException;

/** {@code ./lab open}: from a built library to the first chapter in a browser. */
final class LabOpen {
    private static final int LAST_PORT = 65_535;

    private final Machine machine;
    private final boolean browser;
    private final Integer port;
    private final String kernel;

    /** Reads the arguments behind {@code open}, and throws MisuseException if they are none. */
    LabOpen(List<String> arguments, Machine machine) {
        Arguments parsed = new Arguments("open", arguments, Set.of("--no-browser", "--port=", "--kernel="), 0);
        this.machine = machine;
        browser = !parsed.has("--no-browser") && canShowABrowser();
        port = parsed.value("--port") == null ? null : port(parsed.value("--port"));
        kernel = parsed.value("--kernel");
    }

    private static int port(String text) {
        // A number that is no int has more digits than this takes.
        if (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= LAST_PORT) {
            return Integer.parseInt(text);
        }
        throw new MisuseException("--port needs a number from 1 to " + LAST_PORT + ", not \"" + text + "\".");
    }

    // Where there is no screen, Python would start a text browser, on a console that is not its own.
    private boolean canShowABrowser() {
        return machine.isMac()
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER")
                        .anyMatch(machine.environment()::containsKey);
    }

    /** Does it all, and returns when Jupyter has been stopped. */
    void call(PrintStream out) throws LabException {
        JupyterServer.requireFree(port);
        install(machine, kernel, null, out);
        MyNotebooks notebooks = new MyNotebooks(machine.home());
        notebooks.refresh().forEach(out::println);
        Path first = notebooks.directory().resolve(notebooks.names().get(0));
        JupyterCommand jupyter = jupyter(out);
        out.println("Starts " + jupyter + " (" + jupyter.version() + ") on " + notebooks.directory()
                + ", your copies of the" + " chapters:");
        new JupyterServer(machine, jupyter).serve(first, port, browser, out);
    }

    /** Installs the kernelspec, on the person's kernel of that name if one is given; the heap is that of our own kernel. */
    static void install(Machine machine, String kernel, String heap, PrintStream out) throws LabException {
        KernelSpec other = null;
        if (kernel != null && !kernel.equals(KernelSpec.NAME)) {
            KernelSpec spec = KernelSpecs.find(kernel, machine.environment());
            other = spec.shownAs("Java (Chainrule on " + kernel + ")");
        }
        InstalledKernel installed = new InstalledKernel(machine);
        installed.install(other, heap);
        out.println("The kernel \"chainrule\" is installed in " + installed.directory() + ".");
    }

    private JupyterCommand jupyter(PrintStream out) throws LabException {
        JupyterCommand found = JupyterCommand.search(machine).found();
        if (found == null) {
            out.println("No Jupyter was found.");
            if (!new Packages(machine).install("jupyter")) {
                new PrivateJupyter(machine).install(out);
            }
            found = JupyterCommand.search(machine).found();
        }
        if (found == null) {
            throw new LabException("Jupyter was installed but does not run: ./lab doctor says what is wrong.");
        }
        return found;
    }
}
