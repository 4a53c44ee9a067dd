package org.chainrule.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON as Jupyter writes it. */
final class Json {
    static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /** Gson escapes these two for the sake of JavaScript, Jupyter does not; an even number of backslashes may stand before. */
    private static final Pattern ESCAPED_SEPARATOR = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u(2028|2029)");

    private Json() {}

    /** The text of a JSON file: keys sorted, one blank of indent, non-ASCII and {@code <>&} as they are, a newline at the end. */
    static String write(JsonElement element) {
        StringWriter text = new StringWriter();
        try {
            JsonWriter writer = GSON.newJsonWriter(text);
            writer.setIndent(" ");
            GSON.toJson(sorted(element), writer);
        } catch (IOException e) {
            throw new UncheckedIOException("A StringWriter does not fail.", e);
        }
        return ESCAPED_SEPARATOR.matcher(text.toString()).replaceAll(Json::unescaped) + "\n";
    }

    private static String unescaped(MatchResult escaped) {
        String character = Character.toString(Integer.parseInt(escaped.group(2), 16));
        return Matcher.quoteReplacement(escaped.group(1) + character);
    }

    private static JsonElement sorted(JsonElement element) {
        if (element instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        if (element instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            new TreeMap<>(object.asMap()).forEach((key, value) -> copy.add(key, sorted(value)));
            return copy;
        }
        return element;
    }

    static JsonArray array(Collection<String> strings) {
        JsonArray array = new JsonArray();
        strings.forEach(array::add);
        return array;
    }

    static JsonObject object(Map<String, String> strings) {
        JsonObject object = new JsonObject();
        strings.forEach(object::addProperty);
        return object;
    }

    /** The string at a key, or {@code otherwise} where there is none. */
    static String string(JsonObject object, String key, String otherwise) {
        return object.get(key) instanceof JsonPrimitive value ? value.getAsString() : otherwise;
    }

    /** The object at a key, or an empty one where there is none. */
    static JsonObject object(JsonObject object, String key) {
        return object.get(key) instanceof JsonObject value ? value : new JsonObject();
    }
}
