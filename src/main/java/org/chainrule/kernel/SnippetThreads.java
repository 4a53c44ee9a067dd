package org.chainrule.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs snippets in this JVM, each on a thread of its own that can be interrupted without harm to the kernel, and keeps the objects
 * they yield: JShell itself only wants their text.
 */
final class SnippetThreads extends DirectExecutionControl {
    private static final long GRACE_SECONDS = 2;

    private record Running(Thread thread, CompletableFuture<?> outcome) {}

    private final Map<String, Object> results = new ConcurrentHashMap<>();
    private Running running;
    private boolean interrupted;
    private boolean abandoned;

    /** Forgets the interrupt and the values of an earlier cell. */
    synchronized void beginCell() {
        interrupted = false;
        abandoned = false;
        results.clear();
    }

    /** Asks the running cell to stop; one that does not listen is left to itself after a short while. */
    synchronized void interrupt() {
        interrupted = true;
        if (running != null) {
            running.outcome().orTimeout(GRACE_SECONDS, TimeUnit.SECONDS);
            running.thread().interrupt();
        }
    }

    synchronized boolean interrupted() {
        return interrupted;
    }

    /** Whether the interrupted cell did not listen, so that its thread goes on. */
    synchronized boolean abandoned() {
        return abandoned;
    }

    /** The object that stands behind a value JShell reports, or null where the snippet yielded null. */
    Object take(String value) {
        return results.remove(value);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        Object result = runsOnSnippetThread()
                ? snippet.invoke(null)
                : call(() -> snippet.invoke(null), snippet.getDeclaringClass().getClassLoader());
        return keep(result);
    }

    @Override
    public String varValue(String className, String name) throws RunException, InternalException {
        try {
            Field variable = findClass(className).getDeclaredField(name);
            variable.setAccessible(true);
            return keep(variable.get(null));
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
    }

    private String keep(Object value) {
        String key = UUID.randomUUID().toString();
        if (value != null) {
            results.put(key, value);
        }
        return key;
    }

    // As the base class does it, except that two exceptions may name each other as cause.
    @Override
    protected String throwConvertedInvocationException(Throwable thrown) throws RunException {
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        throw converted(thrown, told);
    }

    private static RunException converted(Throwable thrown, Set<Throwable> told) {
        if (thrown instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
        }
        told.add(thrown);
        UserException converted =
                new UserException(thrown.getMessage(), thrown.getClass().getName(), thrown.getStackTrace());
        Throwable cause = thrown.getCause();
        converted.initCause(cause == null || told.contains(cause) ? null : converted(cause, told));
        return converted;
    }

    private synchronized boolean runsOnSnippetThread() {
        return running != null && running.thread() == Thread.currentThread();
    }

    /**
     * Runs code of the user on a thread of its own.
     *
     * @throws StoppedException if the cell was interrupted before, or does not listen to an interrupt
     * @throws Exception whatever the code throws
     */
    <T> T call(Callable<T> code, ClassLoader loader) throws Exception {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        start(code, loader, outcome);
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                markAbandoned();
                throw new StoppedException();
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        } finally {
            finish();
        }
    }

    private synchronized <T> void start(Callable<T> code, ClassLoader loader, CompletableFuture<T> outcome)
            throws StoppedException {
        if (interrupted) {
            throw new StoppedException();
        }
        Thread thread = new Thread(() -> complete(outcome, code), "cell");
        thread.setDaemon(true);
        // ServiceLoader and friends must see what the cell sees.
        thread.setContextClassLoader(loader);
        running = new Running(thread, outcome);
        thread.start();
    }

    private static <T> void complete(CompletableFuture<T> outcome, Callable<T> code) {
        try {
            outcome.complete(code.call());
        } catch (Throwable e) {
            // Errors too: the thread that waits tells the user.
            outcome.completeExceptionally(e);
        }
    }

    private synchronized void finish() {
        running = null;
    }

    private synchronized void markAbandoned() {
        abandoned = true;
    }
}
