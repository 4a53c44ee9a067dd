package org.chainrule.lab;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chainrule.kernel.LabException;

/** A Jupyter server of ours: started on 127.0.0.1 with its token, awaited, and stopped together with its kernels. */
final class JupyterServer {
    /** Jupyter's own default, and how many ports after it are tried. */
    private static final int DEFAULT_PORT = 8888;

    private static final int LAST_PORT = 65_535;
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 15;
    private static final long POLL_MILLIS = 200;
    private static final int HTTP_TIMEOUT_MILLIS = 5_000;
    private static final int SHOWN_LOG_LINES = 15;
    private static final Duration QUESTION = Duration.ofSeconds(10);

    private final Machine machine;
    private final JupyterCommand command;
    private final Path runtime;

    JupyterServer(Machine machine, JupyterCommand command) {
        Map<String, String> environment = new HashMap<>(machine.environment());
        // Jupyter's versions disagree about the default; ours is where most of them look for running servers.
        runtime = Path.of(environment.computeIfAbsent(
                "JUPYTER_RUNTIME_DIR",
                name -> machine.directories().user().resolve("runtime").toString()));
        this.machine =
                new Machine(machine.home(), machine.javaHome(), machine.classPath(), environment, machine.fileNames());
        this.command = command;
    }

    /**
     * Serves the directory of a notebook, until Jupyter is stopped.
     *
     * @param port the port to use, or null for Jupyter's default or the next that is free
     * @param browser whether Jupyter is to open the notebook in a browser
     * @throws LabException if the port is taken, or Jupyter does not come up or ends with an error
     */
    void serve(Path notebook, Integer port, boolean browser, PrintStream out) throws LabException {
        try {
            Path log = Files.createTempFile("chainrule-jupyter", ".log");
            Process process = machine.start(words(notebook, port, browser), log);
            Thread stop = new Thread(() -> stop(process, log), "stop Jupyter");
            Runtime.getRuntime().addShutdownHook(stop);
            out.println(address(process, log, notebook));
            out.println("Ctrl-C stops Jupyter and its kernels; what Jupyter says is in " + log + ".");
            if (process.waitFor() != 0) {
                throw new LabException("Jupyter has ended with an error; it wrote:\n" + tail(log));
            }
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new LabException(command + " cannot be started (" + e + "): ./lab doctor says what is wrong.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> words(Path notebook, Integer port, boolean browser) {
        List<String> words = new ArrayList<>(command.words());
        // -y: at Ctrl-C Jupyter ends at once, instead of asking on a console that we have taken from it.
        words.addAll(List.of("--ip=127.0.0.1", "-y", "--notebook-dir=" + notebook.getParent()));
        if (port != null) {
            words.addAll(List.of("--port=" + port, "--port-retries=0"));
        }
        if (!browser) {
            words.add("--no-browser");
        }
        if (machine.run(QUESTION, List.of("id", "-u")).lastLine().equals("0")) {
            words.add("--allow-root");
        }
        words.add(notebook.toString());
        return words;
    }

    /** Throws a sentence with another port if this one is taken; it may be null. */
    static void requireFree(Integer port) throws LabException {
        if (port != null && !isFree(port)) {
            throw new LabException("Port " + port + " is used by another program: ./lab --port " + freePortAfter(port));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePortAfter(int taken) {
        int port = taken;
        do {
            port = port == LAST_PORT ? DEFAULT_PORT : port + 1;
        } while (!isFree(port));
        return port;
    }

    private String address(Process process, Path log, Path notebook) throws LabException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive()) {
            Optional<JsonObject> server = server(process);
            if (server.isPresent() && answers(server.get().get("url").getAsString() + "api")) {
                String token = server.get().get("token").getAsString();
                return server.get().get("url").getAsString()
                        + command.urlPath()
                        + notebook.getFileName()
                        + (token.isEmpty() ? "" : "?token=" + token);
            }
            if (System.nanoTime() > deadline) {
                throw new LabException("Jupyter does not answer after " + START_SECONDS + " s; it wrote:\n" + tail(log)
                        + "\n./lab doctor says what is wrong.");
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new LabException(
                "Jupyter has ended at once; it wrote:\n" + tail(log) + "\n./lab doctor says what is wrong.");
    }

    /** What a running Jupyter says about itself, in a file that carries its process id. */
    private Optional<JsonObject> server(Process process) {
        List<Long> ids = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
        for (long id : ids) {
            for (String name : List.of("jpserver-" + id + ".json", "nbserver-" + id + ".json")) {
                try {
                    return Optional.of(JsonParser.parseString(Files.readString(runtime.resolve(name)))
                            .getAsJsonObject());
                } catch (IOException | JsonParseException | IllegalStateException notYetWritten) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(HTTP_TIMEOUT_MILLIS);
            connection.setReadTimeout(HTTP_TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status < HttpURLConnection.HTTP_INTERNAL_ERROR;
        } catch (IOException e) {
            return false;
        }
    }

    // A Ctrl-C on the console does not reach the kernels: Jupyter has to end them, and what it leaves is ended here.
    private static void stop(Process process, Path log) {
        List<ProcessHandle> kernels = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        kernels.forEach(ProcessHandle::destroyForcibly);
        log.toFile().delete();
    }

    private static String tail(Path log) throws LabException {
        try {
            List<String> lines = new String(Files.readAllBytes(log)).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
        } catch (IOException e) {
            throw new LabException("Jupyter's log " + log + " cannot be read (" + e + ").", e);
        }
    }
}
