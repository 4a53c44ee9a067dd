package org.chainrule.export;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file that is there whole or not at all: into a sibling, which reaches the disk before it takes the file's place.
 * Whenever the process is killed, the old file stands, or the new one.
 */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @throws ModelFileException if the file cannot be written
     */
    static void write(Path file, Content content) throws ModelFileException {
        Path target = target(file);
        Path directory = target.getParent();
        Path part = directory.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                writeToDisk(part, content);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException("cannot save to " + target + ": " + reason(e) + fix(directory), e);
        }
        confirmName(target, directory);
    }

    /** Where the file is to stand: a link goes on pointing where it does, and what it points to is replaced. */
    private static Path target(Path file) throws ModelFileException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path directory = target.getParent();
            if (directory == null || Files.isDirectory(target)) {
                throw new ModelFileException("cannot save to " + target
                        + ": it is a directory; name a file in it, such as " + target.resolve("model.npz"));
            }
            if (Files.exists(directory) && !Files.isDirectory(directory)) {
                throw new ModelFileException("cannot save to " + target + ": " + directory
                        + " is a file and no directory; choose another place");
            }
            if (!Files.isDirectory(directory)) {
                throw new ModelFileException("cannot save to " + target + ": there is no directory " + directory
                        + "; make it with Files.createDirectories(Path.of(\"" + directory + "\"))");
            }
            return target;
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException("cannot save to " + file + ": " + reason(e), e);
        }
    }

    /** Streams, not channels: a channel would be closed half-way when the Stop button interrupts the thread. */
    private static void writeToDisk(Path part, Content content) throws IOException {
        try (FileOutputStream disk = new FileOutputStream(part.toFile())) {
            OutputStream out = new BufferedOutputStream(disk);
            content.writeTo(out);
            out.flush();
            disk.getFD().sync();
        }
    }

    /**
     * So that the new name outlives a power cut, too. Where the directory may not be read, or the Stop button interrupts, the
     * system does it in its own time.
     */
    private static void confirmName(Path target, Path directory) throws ModelFileException {
        if (Files.isReadable(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (ClosedByInterruptException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new ModelFileException(
                        target + " is saved, but the disk has not confirmed its name: " + reason(e)
                                + "; save once more to be sure",
                        e);
            }
        }
    }

    private static String fix(Path directory) {
        return Files.isWritable(directory)
                ? "; what stood there before stands there still. Is there room on the disk?"
                : "; writing in " + directory + " is not permitted: choose a directory of your own";
    }

    private static String reason(IOException e) {
        String words = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return words == null ? e.getClass().getSimpleName() : words;
    }
}
