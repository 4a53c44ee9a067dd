package org.chainrule.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One object as a notebook shows it: the same content in one or more forms, of which the front end picks the richest it knows.
 *
 * @param data mime type → content: text as it is, binary forms such as {@code image/png} as base64 text; in the order given
 * @param metadata mime type → what belongs to that form, for example {@code image/png} → width, height and alt
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    static final String PLAIN = "text/plain";

    /**
     * Copies both maps.
     *
     * @throws IllegalArgumentException if there is no content at all
     */
    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (data.isEmpty()) {
            throw new IllegalArgumentException(
                    "A mime bundle needs at least one form of its content, but it has none.");
        }
    }

    /** A bundle of plain text only. */
    public static MimeBundle text(String text) {
        return of(Map.of(PLAIN, text));
    }

    /**
     * A bundle without metadata.
     *
     * @throws IllegalArgumentException if {@code data} is empty
     */
    public static MimeBundle of(Map<String, ?> data) {
        return new MimeBundle(new LinkedHashMap<>(data), Map.of());
    }

    /** The bundle with its text and, of the other forms, those that are wanted by their mime type. */
    MimeBundle forms(Predicate<String> isWanted) {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put(PLAIN, plainText());
        data.forEach((mime, content) -> {
            if (isWanted.test(mime)) {
                forms.put(mime, content);
            }
        });
        Map<String, Object> kept = new LinkedHashMap<>(metadata);
        kept.keySet().retainAll(forms.keySet());
        return new MimeBundle(forms, kept);
    }

    /** The {@code text/plain} form, or the names of the forms there are where that one is missing. */
    public String plainText() {
        Object text = data.get(PLAIN);
        return text == null ? data.keySet().toString() : text.toString();
    }
}
