package org.chainrule.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays as {@code np.savez} does: a zip file with an uncompressed .npy file for each, the same bytes every time. */
final class NpzWriter {
    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    NpzWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    void add(String name, NpyArray array) throws IOException {
        CheckedOutputStream check = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        array.writeTo(check);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(array.byteCount());
        entry.setCrc(check.getChecksum().getValue());
        entry.setTimeLocal(ZIP_EPOCH);
        zip.putNextEntry(entry);
        array.writeTo(zip);
        zip.closeEntry();
    }

    /** Writes the table of contents, and leaves the stream open. */
    void finish() throws IOException {
        zip.finish();
    }
}
