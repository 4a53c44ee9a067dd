package org.chainrule;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The chapters as they are stored, and what is in a notebook's outputs. */
final class Chapters {
    private static final Path DIRECTORY = Path.of("notebooks");

    private Chapters() {}

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    static String stored(String chapter) throws IOException {
        return Files.readString(DIRECTORY.resolve(chapter));
    }

    /** What the outputs hold in one form, in the order of the notebook; nothing for an output that has it not. */
    static List<String> outputs(String notebook, String mimeType) {
        List<String> found = new ArrayList<>();
        for (JsonElement cell : JsonParser.parseString(notebook).getAsJsonObject().getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().get("outputs") instanceof JsonArray outputs) {
                for (JsonElement output : outputs) {
                    if (output.getAsJsonObject().get("data") instanceof JsonObject data && data.has(mimeType)) {
                        found.add(text(data.get(mimeType)));
                    }
                }
            }
        }
        return found;
    }

    // A notebook stores a text as a string, or as a list of its lines.
    private static String text(JsonElement value) {
        if (!value.isJsonArray()) {
            return value.getAsString();
        }
        StringBuilder text = new StringBuilder();
        value.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
