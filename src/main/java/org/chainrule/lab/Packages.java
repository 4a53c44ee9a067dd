package org.chainrule.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The system's package manager, through the script that knows it. */
final class Packages {
    private static final Duration QUESTION_TIMEOUT = Duration.ofSeconds(30);

    private final Machine machine;
    private final Path script;

    Packages(Machine machine) {
        this.machine = machine;
        script = machine.home().resolve(Path.of("src", "main", "sh", "packages.sh"));
    }

    /** The command that installs these on this system, to be shown to the person. */
    String command(String... wanted) {
        List<String> question = words("--command", wanted);
        Machine.Outcome answer = machine.run(QUESTION_TIMEOUT, question);
        return answer.succeeded() ? answer.lastLine() : String.join(" ", words("", wanted));
    }

    /** Installs them, saying what it does on the console, and answers whether that went well. */
    boolean install(String... wanted) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words("", wanted)).inheritIO();
            builder.environment().clear();
            builder.environment().putAll(machine.environment());
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> words(String option, String... wanted) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", script.toString()));
        if (!option.isEmpty()) {
            words.add(option);
        }
        words.addAll(Arrays.asList(wanted));
        return words;
    }
}
