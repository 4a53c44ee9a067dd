package org.chainrule.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path directory;

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aWriterThatFailsHalfWayLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(directory.resolve("model"), "old");
        IOException failure = assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the disk is full");
                }));
        assertEquals("the disk is full", failure.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path file = Files.writeString(directory.resolve("model-1"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("newest"), file.getFileName());
        AtomicFile.write(link, out -> out.write('!'));
        assertEquals("!", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(List.of(file, link), files());
    }

    @Test
    void othersMayReadItAsAnyNewFile() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain"), "");
        Path file = directory.resolve("model");
        AtomicFile.write(file, out -> out.write('!'));
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    }

    @Test
    void aDirectoryIsNoFile() {
        String message = assertThrows(IOException.class, () -> AtomicFile.write(directory, out -> out.write('!')))
                .getMessage();
        assertEquals(directory + " is a directory; name a file in it", message);
    }
}
