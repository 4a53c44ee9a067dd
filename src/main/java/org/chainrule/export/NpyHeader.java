package org.chainrule.export;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What stands before the numbers in a .npy file: "NumPy Enhancement Proposal 1, A Simple File Format for NumPy Arrays",
 * versions 1 to 3.
 *
 * @param columnMajor whether the first index runs fastest (Fortran's order)
 * @param shape the lengths of the array's dimensions; none for a single value
 */
record NpyHeader(NpyType type, boolean columnMajor, long[] shape) {
    static final String MAGIC = "\u0093NUMPY";
    private static final int LONGEST = 65_536;
    private static final int ALIGNMENT = 64;
    private static final int MOST_DIMENSIONS = 2;

    private static final Pattern ITEM = Pattern.compile(
            "\\s*'(descr|fortran_order|shape)'\\s*:\\s*('[^']*'|True|False|\\([\\dL, ]*\\)|\\[.*])\\s*,?");
    private static final Pattern LENGTHS =
            Pattern.compile("\\(\\s*(?:(\\d{1,18})L?\\s*,\\s*(?:(\\d{1,18})L?\\s*,?\\s*)?)?\\)");

    /**
     * Reads a header, and leaves the stream at the first number.
     *
     * @throws ModelFileException if it is none, or of an array that no model has
     */
    static NpyHeader read(DataInputStream in) throws IOException {
        String magic = new String(in.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1);
        if (!magic.equals(MAGIC)) {
            throw new ModelFileException("is no NumPy array: it begins with \"" + Shown.text(magic)
                    + "\" instead of \\x93NUMPY; write it with np.savez");
        }
        int major = in.readUnsignedByte();
        in.readUnsignedByte();
        if (major < 1 || major > 3) {
            throw new ModelFileException(
                    "is in version " + major + " of NumPy's format, which is not known here;" + " versions 1 to 3 are");
        }
        long length = major == 1
                ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        if (length > LONGEST) {
            throw new ModelFileException(
                    "has a header of " + length + " bytes; " + LONGEST + " are the most that is read");
        }
        byte[] header = new byte[(int) length];
        in.readFully(header);
        return parse(new String(header, StandardCharsets.UTF_8).strip());
    }

    private static NpyHeader parse(String header) throws ModelFileException {
        Map<String, String> items = new HashMap<>();
        String rest = header.startsWith("{") && header.endsWith("}") ? header.substring(1, header.length() - 1) : "?";
        Matcher item = ITEM.matcher(rest);
        int end = 0;
        while (item.lookingAt()) {
            items.put(item.group(1), item.group(2));
            end = item.end();
            item.region(end, rest.length());
        }
        if (items.size() != 3 || !rest.substring(end).isBlank()) {
            throw new ModelFileException("has the header " + Shown.text(header)
                    + ", which does not say descr, fortran_order and shape; write it with np.savez");
        }
        return new NpyHeader(
                NpyType.parse(items.get("descr").replace("'", "")),
                items.get("fortran_order").equals("True"),
                lengths(items.get("shape")));
    }

    private static long[] lengths(String shape) throws ModelFileException {
        Matcher lengths = LENGTHS.matcher(shape);
        if (!lengths.matches()) {
            throw new ModelFileException("has the shape " + Shown.text(shape) + "; what a model holds has at most "
                    + MOST_DIMENSIONS + " dimensions");
        }
        LongStream.Builder all = LongStream.builder();
        for (int dimension = 1; dimension <= MOST_DIMENSIONS; dimension++) {
            if (lengths.group(dimension) != null) {
                all.add(Long.parseLong(lengths.group(dimension)));
            }
        }
        return all.build().toArray();
    }

    /** The bytes of a header for the array, in version 1, as NumPy pads it. */
    byte[] bytes() {
        String lengths = LongStream.of(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String text = "{'descr': '" + type.description() + "', 'fortran_order': " + (columnMajor ? "True" : "False")
                + ", 'shape': (" + lengths + (shape.length == 1 ? ",)" : ")") + ", }";
        int unpadded = MAGIC.length() + 4 + text.length() + 1;
        int length = text.length() + 1 + (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        String padded = text + " ".repeat(length - text.length() - 1) + "\n";
        String before = MAGIC + "\u0001\u0000" + (char) (length & 0xff) + (char) (length >> 8);
        return (before + padded).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The number of entries.
     *
     * @throws ModelFileException if there are more than an array of Java holds
     */
    int entries() throws ModelFileException {
        long entries = 1;
        for (long length : shape) {
            if (length > Integer.MAX_VALUE || entries * length > Integer.MAX_VALUE) {
                throw new ModelFileException(
                        "has the shape " + shapeInWords() + ", more numbers than an array of Java holds");
            }
            entries *= length;
        }
        return (int) entries;
    }

    String shapeInWords() {
        return LongStream.of(shape).mapToObj(Long::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
