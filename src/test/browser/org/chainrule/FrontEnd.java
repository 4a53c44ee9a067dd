package org.chainrule;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A front end on a fresh Jupyter: nothing is trusted, and the kernel is the one that {@code ./lab} installs. */
final class FrontEnd implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/\\S*token=(\\S+)");
    private static final long START_SECONDS = 120;

    private final Process process;
    private final Matcher address;
    private final String path;
    private final Path notebooks;

    private FrontEnd(Process process, String path, Path notebooks) throws Exception {
        this.process = process;
        this.path = path;
        this.notebooks = notebooks;
        address = address(process).get(START_SECONDS, TimeUnit.SECONDS);
    }

    /** Jupyter as {@code ./lab} brings it up, in a copy of this checkout. */
    static FrontEnd ofLab(Path directory) throws Exception {
        Path clone = copyCheckout(directory);
        Process process = start(directory, List.of(clone.resolve("lab").toString(), "--no-browser"));
        return new FrontEnd(process, "/notebooks/%s?token=%s", clone.resolve("my-notebooks"));
    }

    /** A Jupyter server without a front end of its own, which serves this page instead. */
    static FrontEnd ofServer(Path directory, Path page) throws Exception {
        Path clone = copyCheckout(directory);
        if (start(directory, List.of(clone.resolve("lab").toString(), "install")).waitFor() != 0) {
            throw new IOException("./lab install failed");
        }
        Path notebooks = clone.resolve("notebooks");
        List<String> command = List.of(
                "jupyter-server",
                "--ip=127.0.0.1",
                "--allow-root",
                "--ServerApp.root_dir=" + notebooks,
                "--ServerApp.extra_static_paths=" + page.toAbsolutePath());
        return new FrontEnd(start(directory, command), "/static/index.html?notebook=%s&token=%s", notebooks);
    }

    private static Path copyCheckout(Path directory) throws Exception {
        Path clone = Files.createDirectories(directory.resolve("clone"));
        Command.run(Path.of(""), List.of("cp", "-rp", "lab", "pom.xml", "src", "notebooks", clone.toString()));
        Path target = Files.createDirectories(clone.resolve("target"));
        Command.run(Path.of(""), List.of("cp", "-rp", "target/lib", "target/chainrule.jar", target.toString()));
        return clone;
    }

    /** Starts a command with Jupyter directories of its own. */
    private static Process start(Path directory, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JUPYTER_DATA_DIR", directory.resolve("data").toString());
        builder.environment().put("JUPYTER_CONFIG_DIR", directory.resolve("config").toString());
        builder.environment().put("JUPYTER_RUNTIME_DIR", directory.resolve("runtime").toString());
        return builder.redirectErrorStream(true).start();
    }

    private static CompletableFuture<Matcher> address(Process process) {
        CompletableFuture<Matcher> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, address));
        reader.setDaemon(true);
        reader.start();
        return address;
    }

    private static void read(Process process, CompletableFuture<Matcher> address) {
        List<String> log = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address.complete(matcher);
                }
            }
        } catch (IOException closed) {
            log.add(closed.toString());
        }
        address.completeExceptionally(new IllegalStateException("Jupyter ended before it named an address: " + log));
    }

    /** The address of a chapter. */
    String chapter(String name) {
        return address.group(1) + path.formatted(name, address.group(2));
    }

    /** The name of a copy that may be changed and saved: Jupyter trusts what it has saved itself. */
    String copyOf(String name) throws IOException {
        Path copy = notebooks.resolve("copy-of-" + name);
        Files.copy(notebooks.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
        return copy.getFileName().toString();
    }

    /** The chapter as it is saved on disk. */
    String saved(String name) throws IOException {
        return Files.readString(notebooks.resolve(name));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        boolean ended = process.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, 20, TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
