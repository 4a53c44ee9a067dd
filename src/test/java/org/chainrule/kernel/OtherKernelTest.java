package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library on a kernel of other people: on Rapaio's, which the build brings, or on that of those installed on this machine
 * which {@code -Dkernel=NAME} names. What each of them can do stands in README.
 */
class OtherKernelTest extends WithClient {
    private static final String NAME = System.getProperty("kernel");

    private static final String NETWORK = """
            Network net = Network.inputs(2).dense(2, SIGMOID).dense(1, SIGMOID)
                .initialize(Initializer.he(), NumpyRandom.seed(3));
            Trainer trainer = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5)).online();""";

    @TempDir
    static Path scripts;

    private static KernelSpec kernel;

    @TempDir
    Path directory;

    @BeforeAll
    static void startIt() throws LabException {
        KernelSpec spec = NAME == null ? rapaio() : KernelSpecs.find(NAME, System.getenv());
        kernel = spec.withLibrary(System.getProperty("java.class.path"), scripts);
        client = JupyterClient.start(kernel, Path.of("").toAbsolutePath());
        assertNull(run(NETWORK).error());
    }

    private static KernelSpec rapaio() {
        return new KernelSpec(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("rapaio.jar"),
                        KernelSpec.CONNECTION_FILE),
                Map.of(),
                "Java (rjk)",
                "java",
                "message");
    }

    private static JsonObject data(String code) throws LabException {
        JupyterClient.Result result = run(code);
        assertNull(result.error());
        assertEquals(1, result.outputs().size(), result.outputs()::toString);
        return Json.object(result.outputs().get(0), "data");
    }

    @Test
    void theFirstChapterRunsWithItsStoredOutputs() throws Exception {
        NotebookFile chapter = NotebookFile.read(Path.of("notebooks", "00-start-here.ipynb"));
        NotebookRunner.Run run = new NotebookRunner(kernel, Duration.ofMinutes(2)).run(chapter);
        assertTrue(run.succeeded(), () -> "cell " + run.failedCell() + ": " + run.error());
        assertEquals(List.of(), StoredOutputs.differences(chapter, run.notebook()));
    }

    @Test
    void lastExpressionsAndWhatIsShownLookTheSame() throws Exception {
        for (String code : List.of("net", "show(net);", "String id = display(net); int end = 0;")) {
            JsonObject network = data(code);
            assertEquals(Set.of("text/plain", "text/html"), network.keySet(), code);
            assertTrue(Json.string(network, "text/plain", "").startsWith("Network 2-2-1 (9 parameters)\nlayer"));
            assertTrue(Json.string(network, "text/html", "").contains("<table"));
        }
        assertEquals("[[0.5  0.35]]", Json.string(data("Datasets.singleSample().inputs()"), "text/plain", ""));
        assertTrue(Json.string(data("trainer.epochs(5).fit(net, Datasets.xor())"), "text/html", "")
                .contains("data:image/png;base64,"));
        JsonObject table = data("org.chainrule.tables.Tables.of(trainer.epochs(3).fit(net, Datasets.xor()))");
        assertTrue(Json.string(table, "text/html", "").contains("4 × 2 table</caption>"));
    }

    @Test
    void aPictureComesWithItsSizeAndAText() throws Exception {
        JsonObject chart = run("LossChart.of(trainer.epochs(2).fit(net, Datasets.xor()))")
                .outputs()
                .get(0);
        assertEquals(
                Set.of("text/plain", "image/png"), Json.object(chart, "data").keySet());
        JsonObject size = Json.object(Json.object(chart, "metadata"), "image/png");
        assertEquals(640, size.get("width").getAsInt());
    }

    @Test
    void aLivePlotIsOneOutputThatEndsWithItsLastFrame() throws Exception {
        JsonObject plot =
                data("History run = trainer.epochs(2_000).watch(liveLoss().over(1)).fit(net, Datasets.xor());");
        assertTrue(plot.has("image/png"));
        assertTrue(Json.string(plot, "text/plain", "").contains("2001 points"), plot::toString);
    }

    /** A chapter's first cell imports what is imported already; the kernel's own functions stay beside ours. */
    @Test
    void importingAgainTakesNothingAway() throws Exception {
        assertNull(run("import java.io.*;\nimport org.chainrule.notebook.*;\n"
                        + "import static org.chainrule.notebook.Notebook.*;")
                .error());
        assertTrue(data("show(trainer.epochs(2).fit(net, Datasets.xor()));").has("text/html"));
        assertTrue(data("String shown = display(net); List<Integer> list = List.of(1);")
                .has("text/html"));
    }

    /** Not on Rapaio's, whose cells give no output after an interrupt: it has one message id for the cell and the interrupt. */
    @Test
    @EnabledIfSystemProperty(named = "kernel", matches = ".*")
    void anInterruptEndsTheRunAndKeepsItsHistory() throws Exception {
        Path started = directory.resolve("started");
        Thread stop = new Thread(() -> {
            while (!Files.exists(started)) {
                Thread.onSpinWait();
            }
            client.interrupt();
        });
        stop.start();
        JupyterClient.Result result = run("""
                TrainingListener mark = epoch -> {
                    if (epoch.number() == 1_000) {
                        new File("%s").mkdir();
                    }
                };
                History stopped = trainer.epochs(1_000_000_000).watch(liveLoss(), mark).fit(net, Datasets.xor());
                System.out.println("never printed");
                """.formatted(started));
        stop.join();
        List<String> outputs = result.outputs().stream().map(WithKernel::brief).toList();
        assertTrue(outputs.get(0).startsWith("display_data: "), outputs::toString);
        assertFalse(outputs.toString().contains("never printed"), outputs::toString);
        assertTrue(result.error() != null && !result.error().startsWith("The cell took longer"), result::error);
        // Some kernels end the cell before the run has drawn its last picture and is assigned.
        run("for (int i = 0; i < 100 && stopped == null; i++) Thread.sleep(100);");
        JsonObject kept = data("show(stopped.ending().kind().name());");
        assertEquals("INTERRUPTED", Json.string(kept, "text/plain", ""));
    }
}
