package org.chainrule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program that a test needs done before it goes on. */
final class Command {
    private Command() {}

    /**
     * Runs it to its end. It gets no input: that of this process is how Maven talks to the tests.
     *
     * @throws IOException if it fails, with what it wrote
     */
    static void run(Path directory, List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .directory(directory.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " failed in " + directory + ":\n" + output);
        }
    }
}
