package org.chainrule.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.chainrule.data.Require;

/**
 * A file that is written whole or not at all: the content goes to a sibling of its own, to the disk, and is then moved to its
 * place. Whoever is killed on the way leaves the old file as it was, and at most a sibling {@code *.part}.
 */
final class AtomicFile {
    /** What the file is to hold. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes the content, in place of what the file held before. Its directory is made if it is missing; a symbolic link is
     * followed.
     *
     * @throws IOException if the file cannot be written; then it is as it was before
     */
    static void write(Path file, Content content) throws IOException {
        Path target = Require.present("the file", file).toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException(file + " is a directory; name a file in it");
        }
        target = Files.exists(target) ? target.toRealPath() : target;
        Files.createDirectories(target.getParent());
        // Not Files.createTempFile: nobody but the owner could read what it makes.
        Path sibling = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(sibling, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(sibling, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(sibling);
        }
    }
}
