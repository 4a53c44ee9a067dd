package org.chainrule.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chainrule.kernel.LabException;

/** What {@code ./lab} calls: one subcommand for each thing one does with the chapters. */
public final class Lab {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Machine machine;
    private final PrintStream out;
    private final PrintStream err;

    Lab(Machine machine, PrintStream out, PrintStream err) {
        this.machine = machine;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs a subcommand and ends the process: with 0 if all is well, 1 if a chapter or the machine is not, 2 if the command
     * cannot do what it was asked for.
     *
     * @param arguments the subcommand and its arguments; {@code open} if there is none
     */
    public static void main(String[] arguments) {
        Machine machine = Machine.here(Path.of(System.getProperty("chainrule.home", "")));
        System.exit(new Lab(machine, System.out, System.err).call(List.of(arguments)));
    }

    int call(List<String> arguments) {
        boolean named = !arguments.isEmpty() && !arguments.get(0).startsWith("-");
        String command = named ? arguments.get(0) : "open";
        List<String> rest = named ? arguments.subList(1, arguments.size()) : arguments;
        try {
            return switch (command) {
                case "open" -> done(() -> new LabOpen(rest, machine).call(out));
                case "reset" -> done(() -> reset(rest));
                case "install" -> done(() -> install(rest));
                case "uninstall" -> done(() -> uninstall(rest));
                case "run" ->
                    LabRun.parse(rest, machine.home(), machine.environment()).call(out) ? 0 : FAILED;
                case "grade" -> done(() -> LabGrade.parse(rest, machine).call(out));
                case "doctor" -> Doctor.parse(rest, machine).call(out) ? 0 : FAILED;
                case "help" -> done(() -> out.print(usage()));
                default -> throw new MisuseException("There is no command \"" + command + "\".");
            };
        } catch (MisuseException e) {
            err.println(e.getMessage());
            err.print(usage());
            return MISUSED;
        } catch (LabException e) {
            err.println(e.getMessage());
            return MISUSED;
        }
    }

    private interface Action {
        void call() throws LabException;
    }

    private static int done(Action action) throws LabException {
        action.call();
        return 0;
    }

    private void reset(List<String> arguments) throws LabException {
        List<String> chosen = new Arguments("reset", arguments, Set.of(), 1).operands();
        new MyNotebooks(machine.home())
                .reset(chosen.isEmpty() ? null : chosen.get(0))
                .forEach(out::println);
    }

    private void install(List<String> arguments) throws LabException {
        Arguments parsed = new Arguments("install", arguments, Set.of("--kernel=", "--heap="), 0);
        String heap = parsed.value("--heap");
        if (heap != null && !heap.matches("[1-9][0-9]*[mMgG]")) {
            throw new MisuseException("--heap needs a size as 512m or 1g, not \"" + heap + "\".");
        }
        LabOpen.install(machine, parsed.value("--kernel"), heap, out);
    }

    private void uninstall(List<String> arguments) throws LabException {
        new Arguments("uninstall", arguments, Set.of(), 0);
        InstalledKernel kernel = new InstalledKernel(machine);
        PrivateJupyter jupyter = new PrivateJupyter(machine);
        boolean kernelRemoved = kernel.uninstall();
        boolean jupyterRemoved = jupyter.remove();
        if (kernelRemoved) {
            out.println("Removed the kernel \"chainrule\" from " + kernel.directory() + ".");
        }
        if (jupyterRemoved) {
            out.println("Removed our JupyterLab from " + jupyter.directory() + ".");
        }
        if (!kernelRemoved && !jupyterRemoved) {
            out.println("There was nothing to remove.");
        }
        out.println("Left alone: " + new MyNotebooks(machine.home()).directory()
                + ", and what the package manager installed.");
    }

    // A file of its own, because the shell script prints it too, before anything is built.
    private static String usage() {
        try (InputStream text = Lab.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The jar is damaged: build it again.", e);
        }
    }
}
