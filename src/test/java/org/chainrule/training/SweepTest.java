package org.chainrule.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static <R> Sweep<R> sweep(int runs, IntFunction<R> run, int threads, SweepListener... listeners) {
        return Sweep.of(runs, run, Function.identity(), threads, listeners);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 200})
    void theResultsAreTheSameWhateverTheNumberOfThreads(int threads) {
        Sweep<Integer> sweep = sweep(100, k -> k * k, threads);
        assertEquals(IntStream.range(0, 100).mapToObj(k -> k * k).toList(), sweep.results());
        assertEquals("all 100 runs", sweep.reason());
        assertFalse(sweep.isInterrupted());
    }

    @Test
    void aRunThatFailsCostsOnlyItself() {
        Sweep<Integer> sweep = sweep(
                10,
                k -> {
                    if (k == 3) {
                        throw new IllegalStateException("three");
                    }
                    return k == 5 ? null : k;
                },
                2);
        assertEquals(8, sweep.done());
        assertEquals(Arrays.asList(0, 1, 2, null, 4, null, 6, 7, 8, 9), sweep.results());
        assertEquals(List.of(3, 5), List.copyOf(sweep.failures().keySet()));
        assertEquals(
                "all 10 runs; 2 failed, the first, number 3, with java.lang.IllegalStateException: three",
                sweep.reason());
        assertEquals(sweep, sweep.requireSome());
    }

    @Test
    void whereEveryRunFailsThereIsNothingToMakeAnythingOf() {
        IllegalStateException none = assertThrows(
                IllegalStateException.class,
                () -> sweep(3, k -> Integer.parseInt("x"), 2).requireSome());
        assertTrue(none.getMessage().contains("For input string"), none.getMessage());
    }

    @Test
    void anInterruptEndsItSoonKeepsWhatWasDoneAndLeavesTheFlag() throws Exception {
        CountDownLatch waiting = new CountDownLatch(2);
        Thread caller = Thread.currentThread();
        Thread stop = new Thread(() -> {
            await(waiting);
            caller.interrupt();
        });
        stop.start();
        long start = System.nanoTime();
        Sweep<Integer> sweep = sweep(
                100,
                k -> {
                    if (k >= 10) {
                        waiting.countDown();
                        await(new CountDownLatch(1));
                    }
                    return k;
                },
                2);
        assertTrue(Thread.interrupted());
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
        assertEquals(10, sweep.done());
        assertTrue(sweep.failures().isEmpty(), sweep.failures().toString());
        assertEquals("interrupted after 10 of 100 runs", sweep.reason());
        assertTrue(sweep.isInterrupted());
        stop.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new CancellationException("interrupted");
        }
    }

    @Test
    void interruptedBeforeItBeganItMakesNothing() {
        Thread.currentThread().interrupt();
        Sweep<Integer> sweep = sweep(
                2,
                k -> {
                    await(new CountDownLatch(1));
                    return k;
                },
                2);
        assertTrue(Thread.interrupted());
        assertThrows(CancellationException.class, sweep::requireSome);
    }

    @Test
    void listenersHearTheBeginningAndTheEndAndOneThatFailsCostsNothing() {
        List<String> heard = new ArrayList<>();
        SweepListener broken = new SweepListener() {
            @Override
            public void progress(int done, int all) {
                throw new IllegalStateException("no screen");
            }

            @Override
            public void end(Sweep<?> sweep, Object result) {
                heard.add("not to be called");
            }
        };
        SweepListener sound = new SweepListener() {
            @Override
            public void progress(int done, int all) {
                heard.add(done + " of " + all);
            }

            @Override
            public void end(Sweep<?> sweep, Object result) {
                heard.add(sweep.reason() + ", " + result);
            }
        };
        assertEquals("made", Sweep.of(3, k -> k, sweep -> "made", 1, broken, sound));
        assertEquals("0 of 3", heard.get(0));
        assertEquals("all 3 runs, made", heard.get(heard.size() - 1));
        assertFalse(heard.contains("not to be called"));
    }

    /** The run waits for the news of itself. */
    @Test
    void listenersHearHowFarItIsMeanwhile() {
        CountDownLatch heard = new CountDownLatch(2);
        List<Integer> progress = new ArrayList<>();
        SweepListener counting = new SweepListener() {
            @Override
            public void progress(int done, int all) {
                progress.add(done);
                heard.countDown();
            }

            @Override
            public void end(Sweep<?> sweep, Object result) {}
        };
        Sweep<Boolean> sweep = sweep(
                1,
                k -> {
                    try {
                        return heard.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException stop) {
                        throw new CancellationException("interrupted");
                    }
                },
                1,
                counting);
        assertEquals(List.of(true), sweep.results());
        assertEquals(List.of(0, 0), progress.subList(0, 2));
    }

    @Test
    void onAllProcessorsItIsTheSame() {
        Sweep<Integer> sweep = Sweep.of(20, k -> k + 1, Function.identity());
        assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), sweep.results());
        assertEquals(20, sweep.runs());
        assertEquals("Sweep: all 20 runs", sweep.toString());
    }

    @Test
    void aSweepOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> sweep(0, k -> k, 1));
        assertThrows(IllegalArgumentException.class, () -> sweep(1, null, 1));
        assertThrows(IllegalArgumentException.class, () -> sweep(1, k -> k, 1, (SweepListener) null));
    }
}
