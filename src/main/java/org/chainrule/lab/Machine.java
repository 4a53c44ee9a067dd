package org.chainrule.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chainrule.kernel.JupyterDirectories;

/**
 * The machine as {@code ./lab} finds it. A value, so that a test can hand over a broken one.
 *
 * @param home where Chainrule's sources lie
 * @param javaHome the JDK in use
 * @param classPath the library's jars
 * @param environment the environment variables, which every command that is started gets
 * @param fileNames the encoding of file names
 */
record Machine(Path home, Path javaHome, List<Path> classPath, Map<String, String> environment, String fileNames) {
    private static final String OUTPUT_FILE = "chainrule-command";

    /** How a command ended: its exit code, negative if it had to be stopped, and all it wrote. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        /** The last line it wrote, where tools put their verdict. */
        String lastLine() {
            return output.lines()
                    .filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("it wrote nothing")
                    .strip();
        }
    }

    /** The machine that this runs on. */
    static Machine here(Path home) {
        List<Path> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(Path.of(entry));
        }
        return new Machine(
                home,
                Path.of(System.getProperty("java.home")),
                classPath,
                System.getenv(),
                System.getProperty("sun.jnu.encoding"));
    }

    JupyterDirectories directories() {
        return new JupyterDirectories(environment);
    }

    boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** The class path as a JVM takes it. */
    String joinedClassPath() {
        return String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    /** The executable of that name on the PATH. */
    Optional<Path> find(String command) {
        for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(directory.isEmpty() ? "." : directory, command);
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether a command's first word, a path or a name on the PATH, is something that can be executed. */
    boolean canStart(String command) {
        return command.contains("/")
                ? Files.isExecutable(Path.of(command))
                : find(command).isPresent();
    }

    /** Runs a command without input and waits for it; one that cannot be started ends with 127, as in a shell. */
    Outcome run(Duration timeout, List<String> command) {
        Path output = null;
        try {
            output = Files.createTempFile(OUTPUT_FILE, ".log");
            // Into a file, because a child of the command may hold a pipe open long after the command has ended.
            Process process = start(command, output);
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return new Outcome(ended ? process.exitValue() : -1, new String(Files.readAllBytes(output)));
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        } finally {
            remove(output);
        }
    }

    /** Starts a command, whose output goes to a file. */
    Process start(List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void remove(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
