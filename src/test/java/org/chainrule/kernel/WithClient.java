package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;

/** Gives a test class a client that talks to the kernel which the class starts, over the Jupyter protocol. */
abstract class WithClient {
    static JupyterClient client;

    @AfterAll
    static void stopKernel() throws LabException {
        client.close();
    }

    static JupyterClient.Result run(String code) throws LabException {
        return client.execute(code, Duration.ofSeconds(30));
    }

    /** The outputs on one line each: type or stream name, and text. */
    static List<String> outputs(String code) throws LabException {
        return run(code).outputs().stream().map(WithClient::brief).toList();
    }

    static String brief(JsonObject output) {
        String type = Json.string(output, "output_type", "");
        return switch (type) {
            case "stream" -> Json.string(output, "name", "") + ": " + Json.string(output, "text", "");
            case "error" -> "error: " + Json.string(output, "ename", "") + ": " + Json.string(output, "evalue", "");
            default -> type + ": " + Json.string(Json.object(output, "data"), "text/plain", "");
        };
    }

    /** Sends a request that is no cell and answers the content of its reply. */
    static JsonObject ask(String type, JsonObject content) throws LabException {
        return client.await(client.send(type, content), Duration.ofSeconds(30));
    }

    /** A request about code in which "|" marks the cursor, which Jupyter counts in code points. */
    static JsonObject askAt(String type, String marked) throws LabException {
        String code = marked.replace("|", "");
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.codePointCount(0, marked.indexOf('|')));
        content.addProperty("detail_level", 0);
        return ask(type, content);
    }

    /** The traceback of the error a cell ends with, without its colours. */
    static String traceback(String code) throws LabException {
        List<JsonObject> outputs = run(code).outputs();
        return outputs.get(outputs.size() - 1).getAsJsonArray("traceback").asList().stream()
                .map(line -> line.getAsString().replaceAll("\u001b\\[[0-9;]*m", ""))
                .collect(Collectors.joining("\n"));
    }
}
