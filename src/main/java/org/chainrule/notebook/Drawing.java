package org.chainrule.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.chainrule.plot.NetworkDiagram;
import org.chainrule.plot.Picture;
import org.chainrule.plot.VectorPicture;

/**
 * Pictures for a cell. They are drawn on a thread of their own: AWT now and then swallows a thread's interrupt, and a cell
 * would then not stop.
 */
final class Drawing {
    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";
    private static final Executor THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "chainrule-drawing");
        thread.setDaemon(true);
        return thread;
    });

    private Drawing() {}

    /**
     * A picture with its line of text; the text alone where the machine cannot draw.
     *
     * @param draw from the scale, 1 or 2, to the picture
     */
    static MimeBundle bundle(IntFunction<Picture> draw, String alt, int scale) {
        return bundle(() -> bundle(draw.apply(scale)), alt);
    }

    /** A diagram as an image in HTML, which shows in a notebook that is not trusted too; its words where only text can. */
    static MimeBundle bundle(NetworkDiagram diagram) {
        return bundle(() -> bundle(diagram.picture(), diagram.text()), diagram.text());
    }

    private static MimeBundle bundle(Supplier<MimeBundle> draw, String alt) {
        try {
            return CompletableFuture.supplyAsync(draw, THREAD).join();
        } catch (CompletionException failure) {
            return MimeBundle.text(alt + "\n(no picture: " + failure.getCause() + ")");
        }
    }

    /** The picture of a bundle as HTML, to stand beside a table; nothing where there is none. */
    static String html(MimeBundle bundle) {
        if (!(bundle.metadata().get(PNG) instanceof Map<?, ?> shown)) {
            return "";
        }
        return "\n"
                + image(
                        shown.get("width"),
                        shown.get("height"),
                        bundle.plainText(),
                        PNG,
                        bundle.data().get(PNG));
    }

    private static String image(Object width, Object height, String alt, String mime, Object base64) {
        return "<img width=\"" + width + "\" height=\"" + height + "\" alt=\"" + Markup.attribute(alt)
                + "\" src=\"data:" + mime + ";base64," + base64 + "\">";
    }

    private static MimeBundle bundle(VectorPicture picture, String text) {
        String base64 = Base64.getEncoder().encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8));
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("text/html", image(picture.width(), picture.height(), picture.alt(), SVG, base64));
        forms.put("text/plain", text);
        return MimeBundle.of(forms);
    }

    private static MimeBundle bundle(Picture picture) {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put(PNG, Base64.getEncoder().encodeToString(picture.png()));
        forms.put("text/plain", picture.alt());
        Map<String, Object> show = new LinkedHashMap<>();
        show.put("width", picture.width());
        show.put("height", picture.height());
        show.put("alt", picture.alt());
        show.put("needs_background", "light");
        return new MimeBundle(forms, Map.of(PNG, show));
    }
}
