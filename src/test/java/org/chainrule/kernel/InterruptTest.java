package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest extends WithKernel {
    @TempDir
    Path directory;

    private Path started;
    private Thread interrupter;

    @BeforeEach
    void interruptAsSoonAsTheCellSaysItHasStarted() {
        started = directory.resolve("started");
        interrupter = new Thread(() -> {
            while (!Files.exists(started)) {
                Thread.onSpinWait();
            }
            client.interrupt();
        });
        interrupter.start();
    }

    @AfterEach
    void forgetTheInterrupter() throws InterruptedException {
        interrupter.join();
    }

    private String begin() throws IOException {
        return "Files.createFile(Path.of(\"" + started + "\"));\n";
    }

    @Test
    void aLoopThatAsksForTheFlagReturnsItsResultAndTheRestIsSkipped() throws Exception {
        run("""
                int train(Path started) throws IOException {
                    Files.createFile(started);
                    int epochs = 0;
                    while (!Thread.interrupted()) epochs++;
                    System.out.println("stopped");
                    return epochs;
                }""");
        List<String> outputs =
                outputs("int trained = train(Path.of(\"" + started + "\"));\nSystem.out.println(\"the rest\");");
        assertEquals("stdout: stopped\n", outputs.get(0));
        assertTrue(outputs.get(1).startsWith("error: Interrupted: The cell was interrupted"), outputs.get(1));
        assertEquals(2, outputs.size());
        assertEquals(
                List.of("execute_result: true false"),
                outputs("(trained > 0) + \" \" + Thread.currentThread().isInterrupted()"));
    }

    @Test
    void aSweepEndsWithWhatWasCountedAndItsVariableKeepsIt() throws Exception {
        run("""
                import org.chainrule.explain.*;
                import org.chainrule.training.*;
                import static org.chainrule.notebook.Notebook.*;
                Optimizer begun(double rate, Path started) {
                    try {
                        if (!Files.exists(started)) Files.createFile(started);
                    } catch (IOException anotherThreadWasFaster) {}
                    return Optimizer.sgd(rate);
                }""");
        long start = System.nanoTime();
        List<String> outputs = outputs("XorAtlas atlas = XorExperiment.usual().optimizer(rate -> begun(rate, Path.of(\""
                + started + "\"))).atlas(10_000_000, progress(\"XOR\"));");
        assertTrue(System.nanoTime() - start < 20_000_000_000L);
        assertTrue(outputs.get(outputs.size() - 1).startsWith("error: Interrupted"), outputs.toString());
        String counted = outputs("atlas.reason()").get(0);
        assertTrue(counted.matches("execute_result: interrupted after [0-9]+ of 10000000 runs"), counted);
    }

    @Test
    void aSleepEndsAtOnce() throws Exception {
        long start = System.nanoTime();
        List<String> outputs = outputs("{ " + begin() + "Thread.sleep(60_000); }");
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
        assertEquals(
                "error: Interrupted: The cell was interrupted; what it had assigned until then stays.",
                outputs.get(outputs.size() - 1));
        assertEquals(List.of("execute_result: 2"), outputs("1 + 1"));
    }

    @Test
    void aLoopThatDoesNotListenIsLeftToItself() throws Exception {
        run("volatile boolean deaf = true; int heard = 0;");
        List<String> outputs = outputs("{ " + begin() + "while (deaf) { heard++; } }");
        assertTrue(outputs.get(outputs.size() - 1).contains("its thread still runs"), outputs.toString());
        assertEquals(List.of("execute_result: alive"), outputs("deaf = false; \"alive\""));
    }

    @Test
    void anExpressionInterruptedWhilePrintingLeavesTheKernelAlive() throws Exception {
        List<String> outputs = outputs("{ " + begin()
                + "for (int i = 0; i < 100_000_000 && !Thread.currentThread().isInterrupted(); i++)"
                + " if (i % 1000 == 0) System.out.println(i); }");
        assertTrue(outputs.get(outputs.size() - 1).startsWith("error: Interrupted"), outputs.get(outputs.size() - 1));
        assertEquals(List.of("stdout: still here\n"), outputs("System.out.println(\"still here\");"));
    }
}
