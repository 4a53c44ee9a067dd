package org.chainrule.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notebook format's text: a list of lines in the file, one string to everybody else. */
public final class MultilineText {
    // What Python's splitlines takes for the end of a line, because Jupyter splits with it.
    private static final Pattern LINE_END =
            Pattern.compile("\r\n|[\n\r\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029]");
    private static final Set<String> TEXT_BY_ANOTHER_NAME = Set.of("application/javascript", "image/svg+xml");

    private MultilineText() {}

    /** The one string that a text of a notebook file is. */
    public static String join(JsonElement text) {
        if (text instanceof JsonArray lines) {
            StringBuilder joined = new StringBuilder();
            lines.forEach(line -> joined.append(line.getAsString()));
            return joined.toString();
        }
        return text.getAsString();
    }

    static JsonArray split(String text) {
        List<String> lines = new ArrayList<>();
        Matcher end = LINE_END.matcher(text);
        int start = 0;
        while (end.find()) {
            lines.add(text.substring(start, end.end()));
            start = end.end();
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return Json.array(lines);
    }

    /** An output as it came from a kernel, in the form it has in a file. */
    static JsonObject splitOutput(JsonObject output) {
        JsonObject split = output.deepCopy();
        if (split.has("text")) {
            split.add("text", split(join(split.get("text"))));
        }
        JsonObject data = Json.object(split, "data");
        for (String mime : List.copyOf(data.keySet())) {
            boolean text = mime.startsWith("text/") || TEXT_BY_ANOTHER_NAME.contains(mime);
            if (text && data.get(mime) instanceof JsonPrimitive value && value.isString()) {
                data.add(mime, split(value.getAsString()));
            }
        }
        return split;
    }
}
