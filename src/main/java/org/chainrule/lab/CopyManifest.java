package org.chainrule.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chainrule.kernel.LabException;

/** What we copied: a file of hashes, as {@code sha256sum} writes it, by which an edited copy is told from an untouched one. */
final class CopyManifest {
    private static final String SEPARATOR = "  ";

    private final Path file;
    private final Map<String, String> hashes = new TreeMap<>();

    CopyManifest(Path file) {
        this.file = file;
    }

    /** Reads the hashes; a line that is none counts as absent, so that its copy is taken for edited and kept. */
    void read() throws IOException {
        hashes.clear();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(SEPARATOR, 2);
                if (parts.length == 2) {
                    hashes.put(parts[1], parts[0]);
                }
            }
        }
    }

    /** Whether a file is what was copied under that name. */
    boolean holds(String name, Path content) throws IOException {
        return hash(content).equals(hashes.get(name));
    }

    void record(String name, Path copy) throws IOException {
        hashes.put(name, hash(copy));
    }

    void write() throws LabException {
        if (hashes.isEmpty()) {
            return;
        }
        String text = hashes.entrySet().stream()
                .map(entry -> entry.getValue() + SEPARATOR + entry.getKey() + "\n")
                .collect(Collectors.joining());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LabException("The list of copied chapters " + file + " cannot be written (" + e + ").", e);
        }
    }

    private static String hash(Path content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("Every JDK has SHA-256.", e);
        }
    }
}
