package org.chainrule.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.chainrule.kernel.LabException;

/** The pictures of one chapter, as files beside the pages. */
final class Pictures {
    private static final Map<String, String> ENDINGS =
            Map.of("image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "image/svg+xml", "svg");

    private final Path book;
    private final String chapter;
    private int stored;

    Pictures(Path book, String chapter) {
        this.book = book;
        this.chapter = chapter;
    }

    static boolean knows(String mimeType) {
        return ENDINGS.containsKey(mimeType);
    }

    /** Stores a picture and answers the address that a page has for it. */
    String store(String mimeType, byte[] content) throws LabException {
        stored++;
        String address = "pictures/" + chapter + "-" + stored + "." + ENDINGS.get(mimeType);
        Path file = book.resolve(address);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new LabException("The picture " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
        return address;
    }

    /** Stores what a data address holds. */
    String store(String dataAddress) throws LabException {
        int comma = dataAddress.indexOf(',');
        String mimeType = dataAddress
                .substring("data:".length(), Math.max(comma, "data:".length()))
                .replace(";base64", "");
        if (!knows(mimeType)) {
            throw new LabException(
                    "it shows a picture of the type \"" + mimeType + "\", which the book does not know.");
        }
        return store(mimeType, Base64.getMimeDecoder().decode(dataAddress.substring(comma + 1)));
    }
}
