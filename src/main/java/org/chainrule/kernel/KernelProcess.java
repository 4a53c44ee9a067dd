package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The process of a kernel, its connection file, and what it writes to its own console. */
final class KernelProcess {
    private static final List<String> PORTS =
            List.of("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port");
    private static final int SHOWN_LOG_LINES = 20;
    private static final long LOOK_AGAIN_MILLIS = 50;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path log;
    private final Map<String, Integer> ports;
    private final String key = UUID.randomUUID().toString();
    private final Process process;

    /**
     * Starts a kernel.
     *
     * @throws LabException if the command cannot be run
     */
    KernelProcess(KernelSpec spec, Path workingDirectory) throws LabException {
        try {
            directory = Files.createTempDirectory("chainrule-kernel");
            log = directory.resolve("kernel.log");
            ports = freePorts();
            Path connectionFile = directory.resolve("connection.json");
            Files.writeString(connectionFile, connection());
            List<String> command = spec.argv().stream()
                    .map(word -> word.replace(KernelSpec.CONNECTION_FILE, connectionFile.toString()))
                    .toList();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(spec.env());
            process = builder.start();
        } catch (IOException e) {
            throw new LabException("The kernel cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** None that another kernel of this process was given: it may not have opened it yet. */
    private static Map<String, Integer> freePorts() throws IOException {
        Map<String, Integer> free = new LinkedHashMap<>();
        for (String port : PORTS) {
            int number;
            do {
                try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    number = socket.getLocalPort();
                }
            } while (!GIVEN.add(number));
            free.put(port, number);
        }
        return free;
    }

    private String connection() {
        JsonObject json = new JsonObject();
        ports.forEach(json::addProperty);
        json.addProperty("ip", "127.0.0.1");
        json.addProperty("transport", "tcp");
        json.addProperty("signature_scheme", "hmac-sha256");
        json.addProperty("key", key);
        return Json.write(json);
    }

    String key() {
        return key;
    }

    String address(String port) {
        return "tcp://127.0.0.1:" + ports.get(port);
    }

    /**
     * Waits until somebody listens at every port, or that time is over, or the process.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    void awaitPorts(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive()
                && System.nanoTime() < deadline
                && !ports.values().stream().allMatch(KernelProcess::isOpen)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines of what the kernel wrote to its console. */
    String log() throws LabException {
        try {
            List<String> lines = new String(Files.readAllBytes(log)).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
        } catch (IOException e) {
            throw new LabException("The kernel's log " + log + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Waits for the end of the process.
     *
     * @return its exit code, or null if it still runs after that time
     */
    Integer awaitEnd(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS) ? process.exitValue() : null;
    }

    /** Ends whatever still runs, the children of a launcher included, and removes the files. */
    void destroy() throws LabException {
        List<ProcessHandle> descendants = process.descendants().toList();
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        try {
            for (String file : List.of("kernel.log", "connection.json")) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new LabException("The directory " + directory + " cannot be removed: " + e.getMessage() + ".", e);
        }
    }
}
