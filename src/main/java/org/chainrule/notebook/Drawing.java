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

    private static MimeBundle bundle(Picture picture) {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("image/png", Base64.getEncoder().encodeToString(picture.png()));
        forms.put("text/plain", picture.alt());
        Map<String, Object> show = new LinkedHashMap<>();
        show.put("width", picture.width());
        show.put("height", picture.height());
        show.put("alt", picture.alt());
        show.put("needs_background", "light");
        return new MimeBundle(forms, Map.of("image/png", show));
    }
}
