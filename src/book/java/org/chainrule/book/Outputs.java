package org.chainrule.book;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.chainrule.kernel.LabException;
import org.chainrule.kernel.MultilineText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** What a cell has left in its notebook: text, tables, formulas, pictures. */
final class Outputs {
    /** What a page can show, the best first. */
    private static final List<String> SHOWN =
            List.of("text/html", "image/svg+xml", "image/png", "image/jpeg", "image/gif", "text/latex", "text/plain");

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
    /** No script, and nothing from elsewhere. */
    private static final Safelist HARMLESS = Safelist.relaxed()
            .addTags("progress", "details", "summary")
            .addAttributes("progress", "max", "value")
            .addAttributes("div", "align")
            .removeProtocols("img", "src", "http", "https")
            .addProtocols("img", "src", "data");

    private static final Document.OutputSettings AS_IT_IS = new Document.OutputSettings().prettyPrint(false);

    private final Element parent;
    private final Markdown markdown;
    private final Pictures pictures;

    Outputs(Element parent, Markdown markdown, Pictures pictures) {
        this.parent = parent;
        this.markdown = markdown;
        this.pictures = pictures;
    }

    /** Adds the outputs of a cell; without any, takes their place away. */
    void append(List<JsonObject> outputs) throws LabException {
        for (JsonObject output : outputs) {
            switch (output.get("output_type").getAsString()) {
                case "stream" -> appendText(MultilineText.join(output.get("text")));
                case "error" -> appendError(output);
                default -> appendData(output.getAsJsonObject("data"), output.getAsJsonObject("metadata"));
            }
        }
        if (parent.childrenSize() == 0) {
            parent.remove();
        }
    }

    private void appendText(String text) {
        Element output = parent.appendElement("pre").text(text.stripTrailing());
        Wide.markAsScrolling(output, "Output");
    }

    private void appendError(JsonObject output) {
        StringBuilder traceback = new StringBuilder();
        for (JsonElement line : output.getAsJsonArray("traceback")) {
            traceback.append(COLOURS.matcher(line.getAsString()).replaceAll("")).append('\n');
        }
        appendText(traceback.toString());
    }

    private void appendData(JsonObject data, JsonObject metadata) throws LabException {
        String type = SHOWN.stream().filter(data::has).findFirst().orElse(null);
        if (type == null) {
            throw new LabException("it has an output of the types " + data.keySet()
                    + ", none of which the book knows; let it have text/plain too.");
        }
        String content = MultilineText.join(data.get(type));
        switch (type) {
            case "text/html" -> appendHtml(content);
            case "text/latex" -> markdown.appendTo(parent, content);
            case "text/plain" -> appendText(content);
            default -> appendPicture(type, content, metadata.getAsJsonObject(type));
        }
    }

    private void appendPicture(String type, String content, JsonObject metadata) throws LabException {
        byte[] bytes = type.equals("image/svg+xml")
                ? content.getBytes(StandardCharsets.UTF_8)
                : Base64.getMimeDecoder().decode(content);
        Element picture = parent.appendElement("img").attr("src", pictures.store(type, bytes));
        for (String attribute : List.of("alt", "width", "height")) {
            if (metadata != null && metadata.has(attribute)) {
                picture.attr(attribute, metadata.get(attribute).getAsString());
            }
        }
        requireAlternative(picture);
    }

    private void appendHtml(String html) throws LabException {
        Element block = parent.appendElement("div").html(Jsoup.clean(html, "", HARMLESS, AS_IT_IS));
        for (Element picture : block.select("img")) {
            picture.attr("src", pictures.store(picture.attr("src")));
            requireAlternative(picture);
        }
        for (Element words : block.select("td > div[align], th > div[align]")) {
            words.parent().addClass(words.attr("align"));
            words.unwrap();
        }
        block.select("progress").attr("aria-label", "Progress");
        block.select("table").forEach(Wide::letScroll);
    }

    private static void requireAlternative(Element picture) throws LabException {
        if (picture.attr("alt").isBlank()) {
            throw new LabException("its picture has no text alternative; a Picture of the library has one.");
        }
    }
}
