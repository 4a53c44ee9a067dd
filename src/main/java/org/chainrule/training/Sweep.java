package org.chainrule.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.chainrule.data.Require;

/**
 * Many independent runs on all processors, each a pure function of its number: the same results on every machine, in
 * whatever order the processors come to them. Immutable.
 *
 * <p>An interrupt ends it within a fraction of a second, and what was done until then stays. A run that fails costs
 * nothing but itself.
 */
public final class Sweep<R> {
    private final int runs;
    private final List<R> results;
    private final SortedMap<Integer, String> failures;
    private final boolean interrupted;

    /** @param results of the runs that began; null where one has none */
    Sweep(int runs, List<R> results, SortedMap<Integer, String> failures, boolean interrupted) {
        this.runs = runs;
        this.results = Collections.unmodifiableList(new ArrayList<>(results));
        this.failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
        this.interrupted = interrupted;
    }

    /**
     * Makes the runs 0, 1, …, {@code runs} − 1, which begin in this order. After an interrupt the thread's flag stays set.
     *
     * @param run from the number of a run to its result, which is not null; called by several threads, and to be ended by an
     *     interrupt
     * @param result what is made of the sweep, and given to the listeners too
     * @param listeners may be none
     * @throws IllegalArgumentException if there is no run
     */
    public static <R, T> T of(int runs, IntFunction<R> run, Function<Sweep<R>, T> result, SweepListener... listeners) {
        return of(runs, run, result, Runtime.getRuntime().availableProcessors(), listeners);
    }

    static <R, T> T of(
            int runs, IntFunction<R> run, Function<Sweep<R>, T> result, int threads, SweepListener... listeners) {
        Require.atLeastOne("the number of runs", runs);
        Require.present("what a run does", run);
        List<SweepListener> listening = new ArrayList<>();
        for (SweepListener listener : Require.present("listeners", listeners)) {
            listening.add(Require.present("listener", listener));
        }
        return new SweepRun<>(runs, run, Math.min(threads, runs), listening)
                .make(Require.present("what is made of the sweep", result));
    }

    /** The results in the order of the runs, up to the last that began; null where one failed or was cut short. */
    public List<R> results() {
        return results;
    }

    /** How many runs there were to be. */
    public int runs() {
        return runs;
    }

    /** How many have a result. */
    public int done() {
        return (int) results.stream().filter(Objects::nonNull).count();
    }

    /** Whether it was interrupted before its last run. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** By the numbers of the runs that failed, why. */
    public SortedMap<Integer, String> failures() {
        return failures;
    }

    /**
     * This sweep, if there is a result to make something of.
     *
     * @throws CancellationException if it was interrupted before the first
     * @throws IllegalStateException if every run failed
     */
    public Sweep<R> requireSome() {
        if (done() == 0 && interrupted) {
            throw new CancellationException(reason());
        }
        if (done() == 0) {
            throw new IllegalStateException("no run has a result: " + reason());
        }
        return this;
    }

    /** How it ended, in words. */
    public String reason() {
        String made = interrupted ? "interrupted after " + done() + " of " + runs + " runs" : "all " + runs + " runs";
        return failures.isEmpty()
                ? made
                : made + "; " + failures.size() + " failed, the first, number " + failures.firstKey() + ", with "
                        + failures.get(failures.firstKey());
    }

    @Override
    public String toString() {
        return "Sweep: " + reason();
    }
}
