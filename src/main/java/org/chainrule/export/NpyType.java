package org.chainrule.export;

import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the entries of an array are, as NumPy's {@code dtype.str} says it: {@code <f8} is a little-endian double, {@code >i4} a
 * big-endian integer of four bytes, {@code <U12} a text of at most twelve characters.
 *
 * @param kind f, i, u, b or U
 * @param size the bytes of an entry
 */
record NpyType(char kind, int size, ByteOrder order) {
    static final NpyType FLOAT64 = new NpyType('f', Double.BYTES, ByteOrder.LITTLE_ENDIAN);
    static final NpyType INT64 = new NpyType('i', Long.BYTES, ByteOrder.LITTLE_ENDIAN);

    private static final int BYTES_A_CHARACTER = 4;
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern DESCRIPTION = Pattern.compile("([<>|]?)([a-zA-Z])(\\d{0,8})");

    /**
     * Texts of this many characters or fewer.
     *
     * @throws ModelFileException if that is more than a name has, or none
     */
    static NpyType texts(int characters, ByteOrder order) throws ModelFileException {
        if (characters < 1 || characters > LONGEST_TEXT) {
            throw new ModelFileException(
                    "has texts of up to " + characters + " characters; a name has from 1 to " + LONGEST_TEXT);
        }
        return new NpyType('U', characters * BYTES_A_CHARACTER, order);
    }

    /**
     * @throws ModelFileException if the type is none that a model has
     */
    static NpyType parse(String description) throws ModelFileException {
        Matcher parts = DESCRIPTION.matcher(description);
        if (!parts.matches()) {
            throw new ModelFileException("is of the type \"" + Shown.text(description)
                    + "\", which is none of NumPy's plain types; save it as float64 or as text");
        }
        char kind = parts.group(2).charAt(0);
        int number = parts.group(3).isEmpty() ? 0 : Integer.parseInt(parts.group(3));
        ByteOrder order = parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (kind == 'O') {
            throw new ModelFileException("holds Python objects (pickle), which can run code when they are read and are"
                    + " never loaded here; save names with np.array(names, dtype=str)");
        }
        if (kind == 'U') {
            return texts(number, order);
        }
        boolean isNumber = kind == 'f' && (number == 4 || number == 8)
                || (kind == 'i' || kind == 'u') && (number == 1 || number == 2 || number == 4 || number == 8)
                || kind == 'b' && number == 1;
        if (!isNumber) {
            throw new ModelFileException("is of the type \"" + description
                    + "\", which is not read here; save numbers with astype(np.float64) and texts with astype(str)");
        }
        return new NpyType(kind, number, order);
    }

    boolean isText() {
        return kind == 'U';
    }

    /** Characters of a text. */
    int characters() {
        return size / BYTES_A_CHARACTER;
    }

    /** As NumPy writes it. */
    String description() {
        return (order == ByteOrder.BIG_ENDIAN ? ">" : "<") + kind + (isText() ? characters() : size);
    }
}
