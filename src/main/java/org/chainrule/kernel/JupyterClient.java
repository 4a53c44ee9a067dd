package org.chainrule.kernel;

import static org.chainrule.kernel.KernelImplementation.RAPAIO;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * Starts any Jupyter kernel and talks to it over the Jupyter protocol, like the front end of a notebook. One thread executes;
 * {@link #interrupt} may be called from another.
 */
public final class JupyterClient implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(10);
    private static final long SHUTDOWN_MILLIS = 3000;
    private static final int POLL_MILLIS = 50;
    private static final int HELLO_EVERY_POLLS = 20;

    private final KernelProcess process;
    private final Wire wire;
    private final ZContext context = new ZContext();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket iopub;
    private final ZMQ.Socket stdin;
    private final ZMQ.Poller poller;
    private final CellOutputs outputs = new CellOutputs();
    private final Map<String, JsonObject> replies = new HashMap<>();
    private final Set<String> idle = new HashSet<>();
    private final JsonObject kernelInfo;
    private UnaryOperator<String> input;
    private final byte[] identity = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    private boolean timedOut;

    /**
     * What a cell gave.
     *
     * @param executionCount the number the kernel gave the execution
     * @param outputs the outputs as a notebook stores them, text in one piece; later cells may still update displays in it
     * @param error name and message of the error the cell ended with, or null
     */
    public record Result(int executionCount, List<JsonObject> outputs, String error) {}

    /**
     * Starts a kernel and waits until it answers.
     *
     * @throws LabException if it cannot be started, ends at once, or does not answer within a minute
     */
    public static JupyterClient start(KernelSpec spec, Path workingDirectory) throws LabException {
        return KernelImplementation.of(spec).filter(RAPAIO::equals).isPresent()
                ? RapaioStart.start(spec, workingDirectory)
                : connect(new KernelProcess(spec, workingDirectory), START);
    }

    /** A client of a kernel that has just been started; where it does not answer within that time, the process is ended. */
    static JupyterClient connect(KernelProcess process, Duration patience) throws LabException {
        try {
            return new JupyterClient(process, patience);
        } catch (LabException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    private JupyterClient(KernelProcess process, Duration patience) throws LabException {
        this.process = process;
        wire = new Wire(process.key());
        shell = connect(SocketType.DEALER, "shell_port");
        control = connect(SocketType.DEALER, "control_port");
        iopub = connect(SocketType.SUB, "iopub_port");
        stdin = connect(SocketType.DEALER, "stdin_port");
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        poller = context.createPoller(3);
        poller.register(shell, ZMQ.Poller.POLLIN);
        poller.register(iopub, ZMQ.Poller.POLLIN);
        poller.register(stdin, ZMQ.Poller.POLLIN);
        try {
            kernelInfo = awaitHello(patience);
        } catch (LabException | RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private ZMQ.Socket connect(SocketType type, String port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        // A kernel addresses its questions for input to whoever sent the request.
        socket.setIdentity(identity);
        // Charts and live plots come faster than a slow machine reads them; none may be dropped.
        socket.setRcvHWM(0);
        socket.connect(process.address(port));
        return socket;
    }

    // A subscription takes effect some time after connecting: only a message on iopub proves that none will be missed.
    private JsonObject awaitHello(Duration patience) throws LabException {
        JsonObject info = null;
        boolean subscribed = false;
        long deadline = System.nanoTime() + patience.toNanos();
        for (int polls = 0; info == null || !subscribed; polls++) {
            if (polls % HELLO_EVERY_POLLS == 0) {
                wire.send(shell, "kernel_info_request", new JsonObject());
            }
            if (System.nanoTime() > deadline) {
                throw new LabException(
                        "The kernel did not answer within " + patience.toSeconds() + " s; it wrote:\n" + process.log());
            }
            poll();
            if (poller.pollin(0)) {
                Wire.Received reply = wire.receive(shell);
                info = reply.type().equals("kernel_info_reply") ? reply.content() : info;
            }
            if (poller.pollin(1)) {
                wire.receive(iopub);
                subscribed = true;
            }
        }
        return info;
    }

    private void poll() throws LabException {
        poller.poll(POLL_MILLIS);
        if (!process.isAlive()) {
            throw new LabException("The kernel ended by itself; it wrote:\n" + process.log());
        }
    }

    /** The kernel's answer to who it is. */
    public JsonObject kernelInfo() {
        return kernelInfo;
    }

    /**
     * Executes a cell and waits for its end; a cell that takes longer than the timeout is interrupted.
     *
     * @throws LabException if the kernel ends meanwhile, or does not react to the interrupt
     */
    public Result execute(String code, Duration timeout) throws LabException {
        JsonObject request = new JsonObject();
        request.addProperty("code", code);
        request.addProperty("silent", false);
        request.addProperty("store_history", true);
        request.add("user_expressions", new JsonObject());
        request.addProperty("allow_stdin", input != null);
        request.addProperty("stop_on_error", false);
        return execute(request, timeout);
    }

    /** Sends an execute request as it is, and waits for its end like the public one. */
    Result execute(JsonObject request, Duration timeout) throws LabException {
        List<JsonObject> collected = outputs.beginCell();
        JsonObject reply = await(send("execute_request", request), timeout);
        JsonElement count = reply.get("execution_count");
        String error = timedOut ? "The cell took longer than " + timeout.toSeconds() + " s" : error(reply);
        return new Result(count == null ? 0 : count.getAsInt(), collected, error);
    }

    private static String error(JsonObject reply) {
        return Json.string(reply, "status", "").equals("ok")
                ? null
                : Json.string(reply, "ename", "Error") + ": " + Json.string(reply, "evalue", "");
    }

    /**
     * Lets cells ask for input from now on.
     *
     * @param input from the kernel's prompt to the line that is typed; null answers nothing
     */
    void answerInput(UnaryOperator<String> input) {
        this.input = input;
    }

    /** Sends a request on the shell channel, without waiting for what was sent before, and answers its id. */
    String send(String type, JsonObject content) {
        return wire.send(shell, type, content);
    }

    /**
     * Waits for a request to be done.
     *
     * @return the content of its reply
     * @throws LabException if the kernel ends meanwhile, or does not react to the interrupt after that time
     */
    JsonObject await(String request, Duration timeout) throws LabException {
        timedOut = false;
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!replies.containsKey(request) || !idle.contains(request)) {
            if (System.nanoTime() > deadline) {
                if (timedOut) {
                    throw new LabException("A cell took longer than " + timeout.toSeconds()
                            + " s and the kernel did not react to the interrupt; it wrote:\n" + process.log());
                }
                interrupt();
                timedOut = true;
                deadline += AFTER_INTERRUPT.toNanos();
            }
            poll();
            if (poller.pollin(1)) {
                takeOutput(wire.receive(iopub), request);
            } else if (poller.pollin(2)) {
                answer(wire.receive(stdin));
            } else if (poller.pollin(0)) {
                Wire.Received received = wire.receive(shell);
                replies.put(received.parent(), received.content());
            }
        }
        idle.remove(request);
        return replies.remove(request);
    }

    private void answer(Wire.Received question) {
        String line = input.apply(question.string("prompt"));
        if (line != null) {
            type(line);
        }
    }

    /** Answers the kernel's question for input. */
    void type(String line) {
        JsonObject reply = new JsonObject();
        reply.addProperty("value", line);
        wire.send(stdin, "input_reply", reply);
    }

    private void takeOutput(Wire.Received message, String request) {
        if (message.type().equals("update_display_data")) {
            outputs.update(message);
        } else if (message.type().equals("status")
                && message.string("execution_state").equals("idle")) {
            idle.add(message.parent());
        } else if (message.parent().equals(request)) {
            outputs.add(message);
        }
    }

    /** Asks the kernel to stop the running cell. */
    public synchronized void interrupt() {
        wire.send(control, "interrupt_request", new JsonObject());
    }

    /**
     * Asks the kernel to end, and waits a few seconds for it.
     *
     * @return the exit code of its process, or null if it still runs
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public synchronized Integer shutDown() throws InterruptedException {
        JsonObject request = new JsonObject();
        request.addProperty("restart", false);
        wire.send(control, "shutdown_request", request);
        return process.awaitEnd(SHUTDOWN_MILLIS);
    }

    /**
     * Ends the kernel: on request, and by force where that does not help or this thread is interrupted.
     *
     * @throws LabException if its temporary files cannot be removed
     */
    @Override
    public void close() throws LabException {
        boolean interrupted = false;
        if (process.isAlive()) {
            try {
                shutDown();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        context.close();
        process.destroy();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
