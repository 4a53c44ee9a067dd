package org.chainrule.notebook;

/** An equation that was claimed does not hold, or one that was refuted does; the message says by how much. */
public final class EquationException extends RuntimeException {
    public EquationException(String message) {
        super(message);
    }
}
