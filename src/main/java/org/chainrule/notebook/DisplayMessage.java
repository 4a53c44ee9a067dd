package org.chainrule.notebook;

import java.util.function.Supplier;

/**
 * How a kernel's own class for display data is filled: every kernel has one, with the same three maps in it.
 *
 * @param <D> that class
 * @param empty makes an empty one
 * @param data puts the content of a mime type
 * @param metadata puts what belongs to a mime type
 * @param transients puts what is not stored in the notebook
 */
record DisplayMessage<D>(Supplier<D> empty, Entry<D> data, Entry<D> metadata, Entry<D> transients) {
    interface Entry<D> {
        void put(D message, String key, Object value);
    }

    /** The bundle as the output of that id. */
    D of(MimeBundle bundle, String id) {
        D message = of(bundle);
        transients.put(message, "display_id", id);
        return message;
    }

    /** The bundle, with a text in any case: not every kernel adds one. */
    D of(MimeBundle bundle) {
        D message = empty.get();
        data.put(message, MimeBundle.PLAIN, bundle.plainText());
        fill(message, bundle);
        return message;
    }

    void fill(D message, MimeBundle bundle) {
        bundle.data().forEach((form, content) -> data.put(message, form, content));
        bundle.metadata().forEach((form, about) -> metadata.put(message, form, about));
    }
}
