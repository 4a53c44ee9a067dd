package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares the outputs of a run with those a notebook stores: text exactly, pictures by presence, because fonts and encoders differ
 * from machine to machine while the numbers must not.
 */
public final class StoredOutputs {
    private static final Set<String> COMPARED_TEXT = Set.of("text/plain", "text/html", "text/latex", "text/markdown");
    private static final Pattern PICTURE = Pattern.compile("(<img\\b[^>]*\\bsrc=)([\"'])data:[^\"']*\\2");
    private static final int SHOWN_CHARS = 160;
    private static final int CHARS_BEFORE = 15;

    private StoredOutputs() {}

    /** One sentence for each output of {@code fresh} that is not what {@code stored} holds; both are runs of the same cells. */
    public static List<String> differences(NotebookFile stored, NotebookFile fresh) {
        List<String> differences = new ArrayList<>();
        for (int position : fresh.codeCells()) {
            String where = stored.path().getFileName() + ", cell " + (position + 1) + ": ";
            List<String> before = comparable(stored.outputs(position));
            List<String> now = comparable(fresh.outputs(position));
            for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
                String old = i < before.size() ? before.get(i) : null;
                String young = i < now.size() ? now.get(i) : null;
                if (old == null) {
                    differences.add(where + "nothing is stored for \"" + excerpt(young, 0) + "\"");
                } else if (young == null) {
                    differences.add(where + "stored \"" + excerpt(old, 0) + "\" but now there is nothing");
                } else if (!old.equals(young)) {
                    int at = firstDifference(old, young);
                    differences.add(
                            where + "stored \"" + excerpt(old, at) + "\" but now \"" + excerpt(young, at) + "\"");
                }
            }
        }
        return differences;
    }

    private static List<String> comparable(List<JsonObject> outputs) {
        List<String> texts = new ArrayList<>();
        for (JsonObject output : outputs) {
            switch (Json.string(output, "output_type", "")) {
                case "stream" ->
                    texts.add(Json.string(output, "name", "") + ": " + MultilineText.join(output.get("text")));
                case "error" -> texts.add(Json.string(output, "ename", "") + ": " + Json.string(output, "evalue", ""));
                default -> addForms(Json.object(output, "data"), texts);
            }
        }
        return texts;
    }

    private static void addForms(JsonObject data, List<String> texts) {
        for (String mime : new TreeSet<>(data.keySet())) {
            if (COMPARED_TEXT.contains(mime)) {
                String text = MultilineText.join(data.get(mime));
                texts.add(mime + ": " + PICTURE.matcher(text).replaceAll("$1$2picture$2"));
            } else {
                texts.add(mime);
            }
        }
    }

    private static int firstDifference(String a, String b) {
        int at = 0;
        while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String excerpt(String text, int at) {
        int start = at < SHOWN_CHARS - CHARS_BEFORE ? 0 : at - CHARS_BEFORE;
        int end = Math.min(text.length(), start + SHOWN_CHARS);
        String shown = text.substring(start, end).strip().replace("\n", "⏎");
        return (start > 0 ? "…" : "") + shown + (end < text.length() ? "…" : "");
    }
}
