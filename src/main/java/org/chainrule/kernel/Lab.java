package org.chainrule.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code ./lab} calls: one subcommand for each thing one does with the chapters. */
public final class Lab {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Path home;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Lab(Path home, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.home = home;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs a subcommand and ends the process: with 0 if all is well, 1 if a chapter is not, 2 if the command line is not.
     *
     * @param arguments the subcommand and its arguments
     */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("chainrule.home", ""));
        System.exit(new Lab(home, System.getenv(), System.out, System.err).call(List.of(arguments)));
    }

    int call(List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).equals("help")) {
            out.print(usage());
            return 0;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        try {
            return switch (arguments.get(0)) {
                case "run" -> run(rest);
                default -> misuse("There is no command \"" + arguments.get(0) + "\".");
            };
        } catch (LabException e) {
            err.println(e.getMessage());
            return MISUSED;
        }
    }

    private int run(List<String> arguments) throws LabException {
        LabRun run;
        try {
            run = LabRun.parse(arguments, home, environment);
        } catch (IllegalArgumentException e) {
            return misuse(e.getMessage());
        }
        return run.call(out) ? 0 : FAILED;
    }

    private int misuse(String sentence) {
        err.println(sentence);
        err.print(usage());
        return MISUSED;
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
