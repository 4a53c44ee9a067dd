package org.chainrule.export;

import java.io.IOException;

/** A model cannot be saved, or a file is not one that can be loaded; the message names what is wrong, where, and the fix. */
public final class ModelFileException extends IOException {
    public ModelFileException(String message) {
        super(message);
    }

    public ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
