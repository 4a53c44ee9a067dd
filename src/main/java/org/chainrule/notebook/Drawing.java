package org.chainrule.notebook;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.chainrule.plot.Picture;

/**
 * Pictures for a cell. They are drawn on a thread of their own: AWT now and then swallows a thread's interrupt, and a cell
 * would then not stop.
 */
final class Drawing {
    private static final String PNG = "image/png";
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
        try {
            return bundle(CompletableFuture.supplyAsync(() -> draw.apply(scale), THREAD)
                    .join());
        } catch (CompletionException failure) {
            return MimeBundle.text(alt + "\n(no picture: " + failure.getCause() + ")");
        }
    }

    /** The picture of a bundle as HTML, to stand beside a table; nothing where there is none. */
    static String html(MimeBundle bundle) {
        if (!(bundle.metadata().get(PNG) instanceof Map<?, ?> shown)) {
            return "";
        }
        return "\n<img width=\"" + shown.get("width") + "\" height=\"" + shown.get("height") + "\" alt=\""
                + Table.escaped(bundle.plainText()) + "\" src=\"data:image/png;base64,"
                + bundle.data().get(PNG) + "\">";
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
