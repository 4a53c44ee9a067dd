package org.chainrule.data;

/** Two shapes that must fit do not; the message names both and the fix. */
public final class ShapeException extends IllegalArgumentException {
    public ShapeException(String message) {
        super(message);
    }
}
