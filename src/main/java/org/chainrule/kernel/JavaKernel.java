package org.chainrule.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteResult;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import io.github.spencerpark.jupyter.messages.reply.ShutdownReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import io.github.spencerpark.jupyter.messages.request.ShutdownRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chainrule.notebook.BaseKernelDisplay;
import org.chainrule.notebook.DefaultImports;
import org.chainrule.notebook.Notebook;

/** The Java kernel that ships with Chainrule: Jupyter's requests, answered by JShell in this JVM. */
final class JavaKernel extends BaseKernel {
    /**
     * A request that comes this soon after a failure was sent before it was seen, by "run all": it is not run. The base library
     * takes one request every 50 ms, and people are slower.
     */
    private static final long QUEUED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    // Other Java kernels have functions of these names of their own.
    private static final String CELL_FUNCTIONS = "import static org.chainrule.kernel.CellFunctions.*;";

    private final KernelIO io = new KernelIO();
    private final CountDownLatch shutdown = new CountDownLatch(1);
    private final CompletableFuture<CellEvaluator> evaluator;
    private final Outbox outbox;
    private final CellInput input;
    private final SessionHistory history = new SessionHistory();
    private volatile MessageContext cellOutput;
    private int cellNumber;
    private long lastFailure = System.nanoTime() - QUEUED_NANOS;

    JavaKernel(KernelConnection connection) {
        outbox = connection.outbox();
        input = connection.input();
        KERNEL_META.put("project", "chainrule");
        String version = JavaKernel.class.getPackage().getImplementationVersion();
        KERNEL_META.put("version", version == null ? "development" : version);
        becomeHandlerForConnection(connection);
        CellFunctions.serve(this);
        // JShell takes a second to come up: it does so while the front end still says hello, and cells wait for it.
        evaluator = CompletableFuture.supplyAsync(this::warmUp);
    }

    private CellEvaluator warmUp() {
        CellEvaluator warm = new CellEvaluator(Stream.concat(DefaultImports.LINES.stream(), Stream.of(CELL_FUNCTIONS))
                .toList());
        try {
            warm.evaluate(new Cell(0, "java.util.List.of(1).size()"));
        } catch (CellError e) {
            throw new IllegalStateException("JShell does not evaluate a simple expression: " + e.getMessage(), e);
        }
        // Only now: where a library is missing, the evaluator names it better than a class that cannot be linked.
        Notebook.connect(new BaseKernelDisplay(this));
        return warm;
    }

    /** Sends what the JVM prints from now on to the running cell. */
    void takeOverStandardStreams() {
        System.setOut(CellStream.printingTo(text -> print(StreamType.OUT, text)));
        System.setErr(CellStream.printingTo(text -> print(StreamType.ERR, text)));
        System.setIn(input);
    }

    // Before the first cell and within a silent one there is nothing that printed text could belong to.
    private void print(StreamType stream, String text) {
        MessageContext cell = cellOutput;
        if (cell != null) {
            outbox.print(cell, stream, text);
        }
    }

    /** Returns when the front end has asked for shutdown. */
    void awaitShutdown() throws InterruptedException {
        shutdown.await();
    }

    @Override
    public JupyterIO getIO() {
        return io;
    }

    @Override
    public void display(DisplayData data) {
        io.display.display(data);
    }

    @Override
    public void becomeHandlerForConnection(JupyterConnection connection) {
        super.becomeHandlerForConnection(connection);
        connection.setHandler(MessageType.EXECUTE_REQUEST, this::execute);
        connection.setHandler(MessageType.SHUTDOWN_REQUEST, this::shutDown);
    }

    private void execute(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        env.setBusyDeferIdle();
        if (System.nanoTime() - lastFailure < QUEUED_NANOS) {
            lastFailure = System.nanoTime();
            env.defer().reply(new Message<>(message, new AbortedReply().getType(), new AbortedReply()));
            return;
        }
        getCommManager().setMessageContext(message);
        ExecuteRequest request = message.getContent();
        boolean remembered = request.shouldStoreHistory() && !request.isSilent();
        cellNumber = remembered ? executionCount.getAndIncrement() : executionCount.get();
        Cell cell = new Cell(cellNumber, request.getCode());
        if (request.isSilent()) {
            ((CellEnvironment) env).silence();
        }
        cellOutput = request.isSilent() ? null : message;
        input.serve(request.isStdinEnabled() ? message : null);
        io.attachTo(env);
        env.publish(new PublishExecuteInput(cell.code(), cell.number()));
        String result = "";
        try {
            result = evaluate(cell, env);
            env.defer().reply(new ExecuteReply(cell.number(), Map.of()));
        } catch (CellError e) {
            env.publish(new PublishError(e.name(), e.getMessage(), e.traceback()));
            ErrorReply reply = new ErrorReply(e.name(), e.getMessage(), e.traceback());
            reply.setExecutionCount(cell.number());
            env.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
            if (request.shouldStopOnError()) {
                lastFailure = System.nanoTime();
            }
        } finally {
            input.serve(null);
        }
        if (remembered) {
            history.add(cell, result);
        }
    }

    /** Evaluates the cell, publishes its result, and answers it as text; empty if there is none. */
    private String evaluate(Cell cell, ShellReplyEnvironment env) throws CellError {
        try {
            Object value = ready().evaluate(cell);
            if (value == null) {
                return "";
            }
            DisplayData shown = ready().callWithin(cell, () -> getRenderer().render(value));
            env.publish(new PublishExecuteResult(cell.number(), shown));
            return String.valueOf(shown.getData(MIMEType.TEXT_PLAIN));
        } catch (RuntimeException | Error e) {
            // The compiler itself may break, say on an expression nested too deep: that ends the cell, not the kernel.
            throw CellError.ofKernel("KernelError", "The kernel could not evaluate the cell: " + e);
        }
    }

    private CellEvaluator ready() throws CellError {
        try {
            return evaluator.join();
        } catch (CompletionException e) {
            throw CellError.ofKernel("KernelStartError", e.getCause().getMessage());
        }
    }

    Object evaluateWithinCell(String code) throws CellError {
        return ready().evaluateWithin(new Cell(cellNumber, code));
    }

    private void shutDown(ShellReplyEnvironment env, Message<ShutdownRequest> message) {
        env.setBusyDeferIdle();
        env.defer()
                .reply(message.getContent().isRestart() ? ShutdownReply.SHUTDOWN_AND_RESTART : ShutdownReply.SHUTDOWN);
        env.resolveDeferrals();
        shutdown.countDown();
    }

    @Override
    public void interrupt() {
        evaluator.thenAccept(CellEvaluator::interrupt);
    }

    @Override
    public DisplayData eval(String code) throws CellError {
        Object value = evaluateWithinCell(code);
        return value == null ? null : getRenderer().render(value);
    }

    @Override
    public ReplacementOptions complete(String code, int at) throws CellError {
        return ready().assist(code).complete(code, at);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) throws CellError {
        return ready().assist(code).inspect(code, at, extraDetail);
    }

    @Override
    public String isComplete(String code) {
        return evaluator.isCompletedExceptionally()
                ? IS_COMPLETE_MAYBE
                : evaluator.join().assist(code).isComplete(code);
    }

    @Override
    public HistoryManager getHistoryManager() {
        return history;
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("java")
                .version(Runtime.version().toString())
                .mimetype("text/x-java-source")
                .fileExtension(".java")
                .pygments("java")
                .codemirror("text/x-java")
                .build();
    }

    @Override
    public String getBanner() {
        return "Chainrule on Java " + Runtime.version();
    }
}
