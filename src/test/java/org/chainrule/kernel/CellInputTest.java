package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellInputTest extends WithKernel {
    private static final String READ_LINE = "new Scanner(System.in).nextLine()";

    @AfterEach
    void askNobody() {
        client.answerInput(null);
    }

    private static void answer(String... lines) {
        List<String> left = new ArrayList<>(List.of(lines));
        client.answerInput(prompt -> left.remove(0));
    }

    @Test
    void aScannerAndAReaderGetTheLinesThatAreTyped() throws LabException {
        answer("Ἄλφα", "2", "3 4");
        assertEquals(List.of("execute_result: Ἄλφα"), outputs(READ_LINE));
        assertEquals(List.of("stdout: how many? ", "execute_result: 9"), outputs("""
                        System.out.print("how many? ");
                        var scanner = new Scanner(System.in);
                        scanner.nextInt() + scanner.nextInt() + scanner.nextInt()"""));
        answer("one");
        assertEquals(
                List.of("execute_result: one"),
                outputs("new BufferedReader(new InputStreamReader(System.in)).readLine()"));
    }

    @Test
    void whatACellLeftUnreadIsNotForTheNext() throws LabException {
        answer("abc", "d");
        assertEquals(List.of("execute_result: a"), outputs("(char) System.in.read()"));
        assertEquals(List.of("execute_result: d"), outputs("(char) System.in.read()"));
    }

    @Test
    void whereNobodyCanBeAskedASentenceSaysSo() throws LabException {
        String error = run(READ_LINE).error();
        assertTrue(error.contains("Nobody can be asked for input here: run the cell where"), error);
        assertEquals(List.of("execute_result: 2"), outputs("1 + 1"));
    }

    @Test
    void waitingCanBeInterruptedAndALateAnswerIsDropped() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        client.answerInput(prompt -> {
            asked.countDown();
            return null;
        });
        Thread stop = new Thread(() -> {
            try {
                asked.await();
                client.interrupt();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        stop.start();
        assertTrue(run(READ_LINE).error().startsWith("Interrupted: "));
        stop.join();
        client.type("late");
        answer("in time");
        assertEquals(List.of("execute_result: in time"), outputs(READ_LINE));
    }

    @Test
    void aThreadThatOutlivesItsCellWaitsNoLonger() throws LabException {
        client.answerInput(prompt -> null);
        run("""
                var outcome = new java.util.concurrent.CompletableFuture<String>();
                var started = new java.util.concurrent.CountDownLatch(1);
                new Thread(() -> {
                    try {
                        started.countDown();
                        outcome.complete("read " + System.in.read());
                    } catch (Exception e) {
                        outcome.complete(e.getMessage());
                    }
                }).start();
                started.await();
                Thread.sleep(200);""");
        String result = outputs("outcome.get()").get(0);
        assertTrue(result.contains("Nobody can be asked for input here"), result);
    }
}
