package org.chainrule.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vectors that NumPy made, in the resources beside this class. */
final class Golden {
    private Golden() {}

    static String text(String name) {
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that are no comment. */
    static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** The lines below each {@code seed k}. */
    static Map<Long, List<String>> bySeed(String name) {
        Map<Long, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines(name)) {
            if (line.startsWith("seed ")) {
                section = new ArrayList<>();
                sections.put(Long.parseLong(line.substring("seed ".length())), section);
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    /** What follows the word in the lines that start with it. */
    static List<String> after(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .toList();
    }

    /** SHA-256 of the first doubles, big-endian. */
    static String sha256(double[] values, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES);
        for (int i = 0; i < count; i++) {
            bytes.putDouble(values[i]);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
