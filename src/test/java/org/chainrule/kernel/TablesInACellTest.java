package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesInACellTest {
    private static final String TRAINING = """
            Network net = Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(3));
            History run = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5)).epochs(30).fit(net, Datasets.xor());
            """;

    @TempDir
    Path directory;

    @Test
    void tablesAreShownAndTablesawIsLoadedOnlyForThem() throws Exception {
        Path classes = directory.resolve("classes.log");
        KernelSpec spec = KernelSpec.ofThisJvm(
                System.getProperty("java.class.path"),
                List.of("-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + classes + ":none"));
        try (JupyterClient client = JupyterClient.start(spec, directory)) {
            run(client, TRAINING);
            run(client, "show(run, List.of(1)); run");
            assertFalse(Files.readString(classes).contains("tech.tablesaw."), "loaded before it was asked for");

            List<JsonObject> outputs = run(client, "Tables.of(run)").outputs();
            assertTrue(Files.readString(classes).contains("tech.tablesaw.api.Table "));
            // One output: the table. What Tablesaw's logging has to say would be a second one, on stderr.
            assertEquals(1, outputs.size(), outputs::toString);
            String html = Json.string(Json.object(outputs.get(0), "data"), "text/html", "");
            assertTrue(html.contains("31 × 2 table</caption>"), html);
            assertTrue(html.contains("<th scope=\"col\">epoch</th><th scope=\"col\">loss</th>"), html);
            assertTrue(html.contains("<td>… 11 more rows</td>"), html);

            outputs = run(
                            client,
                            "show(Tables.of(Reproduction.of(\"A\")).first(2)); display(Tables.sweep(Map.of(\"a\", run)));")
                    .outputs();
            assertTrue(Json.string(Json.object(outputs.get(0), "data"), "text/html", "")
                    .contains("2 × 6 table"));
            assertTrue(Json.string(Json.object(outputs.get(1), "data"), "text/html", "")
                    .contains("last loss"));
            assertEquals(
                    "execute_result: [1, 2]",
                    WithKernel.brief(run(client, "List.of(1, 2)").outputs().get(0)));
        }
    }

    private static JupyterClient.Result run(JupyterClient client, String code) throws LabException {
        JupyterClient.Result result = client.execute(code, Duration.ofSeconds(60));
        assertEquals(null, result.error());
        return result;
    }
}
