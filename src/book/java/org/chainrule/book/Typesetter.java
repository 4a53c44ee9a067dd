package org.chainrule.book;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.kernel.LabException;

/** MathJax and Prism, which run in Node while the book is made, so that no page needs a script. */
final class Typesetter implements AutoCloseable {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String MATHJAX = WEBJARS + "mathjax/3.2.2/";
    private static final String PRISM = WEBJARS + "prismjs/1.30.0/components/";
    /** In the order in which they build on each other. */
    private static final List<String> LIBRARIES = List.of(
            MATHJAX + "es5/loader.js",
            MATHJAX + "es5/core.js",
            MATHJAX + "es5/adaptors/liteDOM.js",
            MATHJAX + "es5/input/tex.js",
            MATHJAX + "es5/input/tex/extensions/color.js",
            MATHJAX + "es5/output/chtml.js",
            MATHJAX + "es5/output/chtml/fonts/tex.js",
            PRISM + "prism-core.js",
            PRISM + "prism-clike.js",
            PRISM + "prism-java.js");

    private final Gson gson = new Gson();
    private final Map<JsonObject, String> answered = new HashMap<>();
    private final Process node;
    private final BufferedWriter requests;
    private final BufferedReader replies;

    private Typesetter(Process node) {
        this.node = node;
        this.requests = node.outputWriter();
        this.replies = node.inputReader();
    }

    /**
     * Starts it.
     *
     * @param scripts a directory, which may be there already, for the scripts that Node is to read
     * @throws LabException if there is no Node
     */
    static Typesetter start(Path scripts) throws LabException {
        try {
            copy("typeset.js", scripts.resolve("typeset.js"));
            List<String> command = new ArrayList<>(
                    List.of("node", scripts.resolve("typeset.js").toString()));
            for (String library : LIBRARIES) {
                String name = library.substring(WEBJARS.length()).replace('/', '-');
                copy(library, scripts.resolve(name));
                command.add(name);
            }
            return new Typesetter(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new LabException("Node, which typesets the formulas, does not start: " + e.getMessage() + ".", e);
        }
    }

    /** A formula as HTML; throws where it is no TeX that MathJax knows. */
    String math(String tex, boolean display) throws LabException {
        JsonObject request = request("math", tex);
        request.addProperty("display", display);
        return answer(request);
    }

    /** Java code as HTML, its words marked by what they are. */
    String java(String code) throws LabException {
        return answer(request("java", code));
    }

    /** The style sheet of all formulas so far. */
    String styles() throws LabException {
        return ask(request("styles", ""));
    }

    /** Puts the fonts of the formulas, with their licence, into a directory. */
    static void copyFonts(String styles, Path directory) throws IOException {
        for (String name : styles.split("fonts/")) {
            int end = name.indexOf(".woff");
            if (end > 0) {
                String font = name.substring(0, end) + ".woff";
                copy(MATHJAX + "es5/output/chtml/fonts/woff-v2/" + font, directory.resolve(font));
            }
        }
        copy(MATHJAX + "LICENSE", directory.resolve("LICENSE.txt"));
    }

    private static JsonObject request(String kind, String text) {
        JsonObject request = new JsonObject();
        request.addProperty("kind", kind);
        request.addProperty("text", text);
        return request;
    }

    private String answer(JsonObject request) throws LabException {
        String known = answered.get(request);
        if (known == null) {
            known = ask(request);
            answered.put(request, known);
        }
        return known;
    }

    private String ask(JsonObject request) throws LabException {
        String reply;
        try {
            requests.write(gson.toJson(request));
            requests.newLine();
            requests.flush();
            reply = replies.readLine();
        } catch (IOException e) {
            throw new LabException("Node, which typesets the formulas, went away: " + e.getMessage() + ".", e);
        }
        if (reply == null) {
            throw new LabException("Node, which typesets the formulas, ended; it says why above.");
        }
        JsonObject read = gson.fromJson(reply, JsonObject.class);
        if (read.has("error")) {
            throw new LabException("\"" + request.get("text").getAsString() + "\" cannot be typeset: "
                    + read.get("error").getAsString() + ".");
        }
        return read.get("html").getAsString();
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream content = Typesetter.class.getResourceAsStream(resource)) {
            Files.createDirectories(target.getParent());
            Files.write(target, content.readAllBytes());
        }
    }

    @Override
    public void close() throws LabException {
        try {
            requests.close();
            node.waitFor();
        } catch (IOException e) {
            throw new LabException("Node, which typesets the formulas, went away: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            node.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
