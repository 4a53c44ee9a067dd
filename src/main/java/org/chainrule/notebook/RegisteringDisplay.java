package org.chainrule.notebook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Shows outputs through a kernel that can be taught, while it runs, how a type looks.
 *
 * @param <D> the kernel's own class for what it sends
 */
abstract class RegisteringDisplay<D> extends KernelDisplay<D> {
    private final Map<Class<?>, Function<Object, MimeBundle>> renderings = new ConcurrentHashMap<>();

    RegisteringDisplay(DisplayMessage<D> message, Consumer<D> sendNew, Consumer<D> sendUpdate) {
        super(message, sendNew, sendUpdate);
    }

    /**
     * Makes last expressions and {@code display(x)} render objects of {@code type}, its subtypes included, with {@code rendering}.
     * Registering a type again replaces its rendering.
     */
    public final void register(Class<?> type, Function<Object, MimeBundle> rendering) {
        // A kernel has no way to take a registration back: it gets one per type, which looks the rendering up.
        if (renderings.put(type, rendering) == null) {
            addRenderer(type, object -> renderings.get(type).apply(object));
        }
    }

    /** Adds a renderer to those that the kernel has for that type; all of them are used. */
    abstract void addRenderer(Class<?> type, Function<Object, MimeBundle> rendering);
}
