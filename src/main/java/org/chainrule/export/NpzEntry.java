package org.chainrule.export;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An array in a .npz file. Nothing that is said of a size is believed: the array gets memory only when its shape and its type
 * are those that are asked for, the size of its entry agrees with them, that of the file agrees with the entry's, and the
 * memory is there.
 *
 * @param fileBytes the size of the file
 */
record NpzEntry(ZipFile zip, ZipEntry entry, long fileBytes, MemoryBudget memory) {
    /** How much larger than its compressed bytes anything can be that Deflate has compressed. */
    private static final long LARGEST_RATIO = 1_032;

    private static final long OBJECT_BYTES = 64;

    /**
     * @throws ModelFileException if the entry is damaged, or not such an array
     */
    NpyArray read(NpyShape shape) throws ModelFileException {
        requirePossibleSizes();
        try {
            CheckedInputStream check =
                    new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), new CRC32());
            try (DataInputStream in = new DataInputStream(check)) {
                NpyHeader header = NpyHeader.read(in);
                shape.require(header);
                takeMemory(header);
                NpyArray array = NpyArray.read(header, in);
                if (in.read() >= 0) {
                    throw new ModelFileException("holds more bytes than its shape " + header.shapeInWords() + " says");
                }
                if (check.getChecksum().getValue() != entry.getCrc()) {
                    throw new ModelFileException("is damaged: its checksum is not the one that was stored with it;"
                            + " copy or write the file once more");
                }
                return array;
            }
        } catch (ModelFileException e) {
            throw e;
        } catch (EOFException e) {
            throw new ModelFileException("ends too early; copy or write the file once more", e);
        } catch (IOException e) {
            throw new ModelFileException("is damaged: " + e.getMessage() + "; copy or write the file once more", e);
        }
    }

    private void requirePossibleSizes() throws ModelFileException {
        long size = entry.getSize();
        long compressed = entry.getCompressedSize();
        long most = entry.getMethod() == ZipEntry.STORED ? compressed : LARGEST_RATIO * compressed;
        if (size < 0 || compressed < 0 || compressed > fileBytes || size > most) {
            throw new ModelFileException("is said to have " + size + " bytes, compressed " + compressed
                    + ", in a file of " + fileBytes + ", which cannot be; copy or write the file once more");
        }
    }

    private void takeMemory(NpyHeader header) throws ModelFileException {
        long entries = header.entries();
        long bytes = entries * header.type().size();
        if (bytes > entry.getSize()) {
            throw new ModelFileException("should have " + bytes + " bytes for the shape " + header.shapeInWords()
                    + ", but has " + entry.getSize() + "; copy or write the file once more");
        }
        memory.take(header.type().isText() ? bytes + OBJECT_BYTES * entries : Double.BYTES * entries);
    }
}
