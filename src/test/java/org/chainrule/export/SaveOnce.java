package org.chainrule.export;

import java.nio.file.Path;

/** Saves a large model, and prints why that failed. */
public final class SaveOnce {
    private SaveOnce() {}

    public static void main(String[] arguments) {
        try {
            Models.save(SomeModels.constant(300, 1), Path.of(arguments[0]));
        } catch (ModelFileException e) {
            System.out.println(e);
        }
    }
}
