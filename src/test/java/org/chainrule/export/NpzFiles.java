package org.chainrule.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip files with any bytes in them, and right checksums. */
final class NpzFiles {
    private NpzFiles() {}

    /** The entries of a saved model, by their names in the zip file. */
    static Map<String, byte[]> entriesOf(byte[] npz) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries.put(entry.getName(), zip.readAllBytes());
        }
        return entries;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] saved() throws IOException {
        Path file = Files.createTempFile("model", ".npz");
        try {
            Models.save(SomeModels.complete(), file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /** A .npy file with this header and these bytes behind it. */
    static byte[] npy(String header, byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.write(new byte[] {(byte) header.length(), (byte) (header.length() >> 8)});
        bytes.write(header.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        bytes.write(data);
        return bytes.toByteArray();
    }
}
