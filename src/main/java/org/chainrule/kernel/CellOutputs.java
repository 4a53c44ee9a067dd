package org.chainrule.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the outputs of cells as they arrive, in the way that a front end would store them. */
final class CellOutputs {
    private final Map<String, List<JsonObject>> byDisplayId = new HashMap<>();
    private List<JsonObject> current = new ArrayList<>();
    private boolean clearBeforeNext;

    /** Begins the outputs of the next cell. The list fills, and later updates of its displays reach into it. */
    List<JsonObject> beginCell() {
        current = new ArrayList<>();
        clearBeforeNext = false;
        return current;
    }

    /** Takes over an output of the current cell; other kinds of messages are passed over. */
    void add(Wire.Received message) {
        switch (message.type()) {
            case "stream" -> stream(message);
            case "display_data" -> {
                JsonObject output = rich("display_data", message.content());
                append(output);
                String id = displayId(message);
                if (!id.isEmpty()) {
                    byDisplayId.computeIfAbsent(id, unused -> new ArrayList<>()).add(output);
                }
            }
            case "execute_result" -> {
                JsonObject output = rich("execute_result", message.content());
                output.add("execution_count", message.content().get("execution_count"));
                append(output);
            }
            case "error" -> {
                JsonObject output = message.content().deepCopy();
                output.addProperty("output_type", "error");
                append(output);
            }
            case "clear_output" -> clear(message.content().get("wait"));
            default -> {}
        }
    }

    /** Puts new content in place of a display's, whichever cell it belongs to. */
    void update(Wire.Received message) {
        for (JsonObject output : byDisplayId.getOrDefault(displayId(message), List.of())) {
            output.add("data", message.content().get("data"));
            output.add("metadata", Json.object(message.content(), "metadata"));
        }
    }

    private void stream(Wire.Received message) {
        if (clearBeforeNext || current.isEmpty() || !continues(current.get(current.size() - 1), message)) {
            JsonObject output = new JsonObject();
            output.addProperty("output_type", "stream");
            output.addProperty("name", message.string("name"));
            output.addProperty("text", message.string("text"));
            append(output);
        } else {
            JsonObject last = current.get(current.size() - 1);
            last.addProperty("text", Json.string(last, "text", "") + message.string("text"));
        }
    }

    private static boolean continues(JsonObject output, Wire.Received message) {
        return Json.string(output, "output_type", "").equals("stream")
                && Json.string(output, "name", "").equals(message.string("name"));
    }

    private void append(JsonObject output) {
        if (clearBeforeNext) {
            forgetAll();
        }
        current.add(output);
    }

    private void clear(JsonElement wait) {
        if (wait instanceof JsonPrimitive flag && flag.getAsBoolean()) {
            clearBeforeNext = true;
        } else {
            forgetAll();
        }
    }

    private void forgetAll() {
        clearBeforeNext = false;
        // By identity: another cell's output may well have the same content.
        byDisplayId
                .values()
                .forEach(outputs -> outputs.removeIf(output -> current.stream().anyMatch(c -> c == output)));
        current.clear();
    }

    private static JsonObject rich(String type, JsonObject content) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", type);
        output.add("data", content.get("data"));
        output.add("metadata", Json.object(content, "metadata"));
        return output;
    }

    private static String displayId(Wire.Received message) {
        return Json.string(Json.object(message.content(), "transient"), "display_id", "");
    }
}
