package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.chainrule.data.Require;

/** A sweep while it goes on: threads that take the next run, and the caller's, which tells the listeners. */
final class SweepRun<R> {
    private static final long BETWEEN_NEWS_MS = 50;
    private static final long GRACE_MS = 500;

    private final int runs;
    private final IntFunction<R> run;
    private final List<SweepListener> listeners;
    private final ExecutorService threads;
    private final int threadCount;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();
    private final AtomicReferenceArray<R> results;
    private final SortedMap<Integer, String> failures = new ConcurrentSkipListMap<>();
    private volatile boolean stopped;

    SweepRun(int runs, IntFunction<R> run, int threadCount, List<SweepListener> listeners) {
        this.runs = runs;
        this.run = run;
        this.threadCount = threadCount;
        this.listeners = listeners;
        this.results = new AtomicReferenceArray<>(runs);
        this.threads = Executors.newFixedThreadPool(threadCount, task -> {
            Thread thread = new Thread(task, "chainrule-sweep");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> T make(Function<Sweep<R>, T> result) {
        tell(listener -> listener.progress(0, runs));
        for (int thread = 0; thread < threadCount; thread++) {
            threads.execute(this::work);
        }
        threads.shutdown();
        boolean interrupted = !awaitAll();
        try {
            Sweep<R> sweep = snapshot(interrupted);
            T made = result.apply(sweep);
            tell(listener -> listener.end(sweep, made));
            return made;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        for (int k = next.getAndIncrement(); k < runs && !stopped; k = next.getAndIncrement()) {
            make(k);
            over.incrementAndGet();
        }
    }

    /** What ends after the sweep was stopped may have been cut short, and does not count. */
    private void make(int k) {
        R result = null;
        String failure = null;
        try {
            result = Require.present("result of a run", run.apply(k));
        } catch (Exception | Error thrown) {
            failure = thrown.toString();
        }
        if (!stopped) {
            results.set(k, result);
            if (failure != null) {
                failures.put(k, failure);
            }
        }
    }

    /** Whether all runs were made; false after an interrupt, which the threads then have been told of. */
    private boolean awaitAll() {
        try {
            while (!threads.awaitTermination(BETWEEN_NEWS_MS, TimeUnit.MILLISECONDS)) {
                tell(listener -> listener.progress(over.get(), runs));
            }
            return true;
        } catch (InterruptedException stop) {
            stopped = true;
            threads.shutdownNow();
            awaitThoseUnderWay();
            return false;
        }
    }

    private void awaitThoseUnderWay() {
        try {
            threads.awaitTermination(GRACE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            // Pressed again: what is under way is not waited for.
        }
    }

    private Sweep<R> snapshot(boolean interrupted) {
        List<R> begun = new ArrayList<>();
        for (int k = 0; k < Math.min(next.get(), runs); k++) {
            begun.add(results.get(k));
        }
        return new Sweep<>(runs, begun, failures, interrupted);
    }

    /** A listener that fails is heard no more; a progress bar must never cost the sweep. */
    private void tell(Consumer<SweepListener> news) {
        for (int i = 0; i < listeners.size(); i++) {
            try {
                news.accept(listeners.get(i));
            } catch (Exception | Error failure) {
                System.err.println("a listener of the sweep failed and was left out from then on: " + failure);
                listeners.remove(i--);
            }
        }
    }
}
