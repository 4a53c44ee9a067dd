package org.chainrule.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Whole directories. */
final class Trees {
    private Trees() {}

    /** Removes a directory with all it holds, if there is one; a symbolic link in it goes, what it points to stays. */
    static void delete(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(directory)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    /** Removes a directory that holds nothing, if there is one. */
    static void deleteIfEmpty(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> entries = Files.list(directory)) {
                if (entries.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(directory);
        }
    }

    /** The nearest directory that exists, the given one or one above it. */
    static Path existing(Path directory) {
        Path absolute = directory.toAbsolutePath();
        while (!Files.exists(absolute)) {
            absolute = absolute.getParent();
        }
        return absolute;
    }
}
