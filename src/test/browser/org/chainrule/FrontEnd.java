package org.chainrule;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The front end that {@code ./lab} brings up, on a fresh Jupyter: nothing is trusted, no kernel is installed before. */
final class FrontEnd implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S*token=\\S+");
    private static final long START_SECONDS = 120;

    private final Process process;
    private final String address;
    private final Path notebooks;

    private FrontEnd(Process process, String address, Path notebooks) {
        this.process = process;
        this.address = address;
        this.notebooks = notebooks;
    }

    /** Starts {@code ./lab} in a copy of this checkout, with Jupyter directories of its own. */
    static FrontEnd start(Path directory) throws Exception {
        Path clone = Files.createDirectories(directory.resolve("clone"));
        List<String> copy = new ArrayList<>(List.of("cp", "-rp", "lab", "pom.xml", "src", "notebooks"));
        copy.add(clone.toString());
        run(copy);
        Path target = Files.createDirectories(clone.resolve("target"));
        run(List.of("cp", "-rp", "target/lib", "target/chainrule.jar", target.toString()));
        ProcessBuilder builder = new ProcessBuilder(clone.resolve("lab").toString(), "--no-browser");
        builder.environment().put("JUPYTER_DATA_DIR", directory.resolve("data").toString());
        builder.environment().put("JUPYTER_CONFIG_DIR", directory.resolve("config").toString());
        builder.environment().put("JUPYTER_RUNTIME_DIR", directory.resolve("runtime").toString());
        Process process = builder.redirectErrorStream(true).start();
        List<String> log = new ArrayList<>();
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, log, address));
        reader.setDaemon(true);
        reader.start();
        Path notebooks = clone.resolve("my-notebooks");
        return new FrontEnd(process, address.get(START_SECONDS, TimeUnit.SECONDS), notebooks);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(command + " failed");
        }
    }

    private static void read(Process process, List<String> log, CompletableFuture<String> address) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address.complete(matcher.group());
                }
            }
        } catch (IOException closed) {
            log.add(closed.toString());
        }
        address.completeExceptionally(new IllegalStateException("./lab ended before it named an address: " + log));
    }

    String token() {
        return address.substring(address.indexOf("token=") + "token=".length());
    }

    /** The address of a chapter. */
    String chapter(String name) {
        String server = address.substring(0, address.indexOf('/', "http://".length()));
        return server + "/notebooks/" + name + "?token=" + token();
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
