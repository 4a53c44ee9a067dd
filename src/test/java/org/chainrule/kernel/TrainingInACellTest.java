package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library on the kernel, with nothing imported: what a learner does in the first minute. */
class TrainingInACellTest extends WithKernel {
    private static final String NETWORK = """
            Network net = Network.inputs(2).dense(2, SIGMOID).dense(1, SIGMOID)
                .initialize(Initializer.he(), NumpyRandom.seed(3));
            Trainer trainer = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5)).online();
            """;

    @TempDir
    Path directory;

    @Test
    void aRunWithALivePlotIsOneOutputWithAPicture() throws Exception {
        run(NETWORK);
        List<JsonObject> outputs =
                run("History run = trainer.epochs(2_000).watch(liveLoss()).fit(net, Datasets.xor());")
                        .outputs();
        assertEquals(1, outputs.size());
        JsonObject data = outputs.get(0).getAsJsonObject("data");
        assertTrue(data.has("image/png"));
        assertTrue(
                data.get("text/plain").toString().contains("2001 points"),
                data.get("text/plain").toString());
        JsonObject shown = outputs.get(0).getAsJsonObject("metadata").getAsJsonObject("image/png");
        assertEquals(640, shown.get("width").getAsInt());
    }

    @Test
    void stopEndsTheRunKeepsItsHistoryAndDrawsALastFrame() throws Exception {
        run(NETWORK);
        Path started = directory.resolve("started");
        Thread stop = new Thread(() -> {
            while (!Files.exists(started)) {
                Thread.onSpinWait();
            }
            client.interrupt();
        });
        stop.start();
        List<JsonObject> outputs = run("""
                TrainingListener mark = epoch -> {
                    if (epoch.number() == 1_000) {
                        try {
                            Files.createFile(Path.of("%s"));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                };
                History stopped = trainer.epochs(100_000_000).watch(liveLoss(), mark).fit(net, Datasets.xor());
                System.out.println("never printed");
                """.formatted(started)).outputs();
        stop.join();
        assertEquals("display_data", outputs.get(0).get("output_type").getAsString());
        assertEquals("error", outputs.get(1).get("output_type").getAsString());
        assertEquals(2, outputs.size());
        assertEquals(List.of("execute_result: INTERRUPTED"), outputs("stopped.ending().kind()"));
        assertEquals(
                List.of("execute_result: true"), outputs("stopped.epochs() >= 1_000 && stopped.network() != null"));
        assertEquals(
                List.of("execute_result: true"),
                outputs("stopped.at(500).equals(trainer.epochs(500).fit(net, Datasets.xor()).network())"));
    }

    @Test
    void resultsLookAsTheirTypesDo() throws Exception {
        run(NETWORK);
        assertEquals(List.of("execute_result: [[0.5  0.35]]"), outputs("Datasets.singleSample().inputs()"));
        assertTrue(outputs("net").get(0).startsWith("execute_result: Network 2-2-1 (9 parameters)\nlayer  shape"));
        assertTrue(run("trainer.epochs(5).fit(net, Datasets.xor())")
                .outputs()
                .get(0)
                .getAsJsonObject("data")
                .get("text/html")
                .toString()
                .contains("data:image/png;base64,"));
    }

    @Test
    void aMistakeIsASentence() throws Exception {
        assertEquals(
                List.of("error: ShapeException: layer 2 expects 3 inputs, but layer 1 gives 2 outputs;"
                        + " make the two numbers the same"),
                outputs("Network.of(Dense.withoutBias(new SimpleMatrix(2, 2), SIGMOID),"
                        + " Dense.withoutBias(new SimpleMatrix(3, 1), SIGMOID))"));
    }
}
