package org.chainrule.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chainrule.kernel.LabException;

/** Runs notebooks two at a time, and tells of them in their order. */
final class SideBySide {
    /** They wait for their live plots more than they compute. */
    private static final int AT_ONCE = 2;

    private SideBySide() {}

    /** What is done with a notebook. */
    interface Task<T> {
        T call(Path file) throws LabException;
    }

    /** What is done with the result. */
    interface Report<T> {
        void call(T result) throws LabException;
    }

    static <T> void run(List<Path> files, Task<T> task, Report<T> report) throws LabException {
        ExecutorService two = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<T>> running = files.stream()
                    .map(file -> two.submit(() -> task.call(file)))
                    .toList();
            for (Future<T> result : running) {
                report.call(finished(result));
            }
        } finally {
            two.shutdownNow();
        }
    }

    private static <T> T finished(Future<T> result) throws LabException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("The run was interrupted.", e);
        }
    }
}
