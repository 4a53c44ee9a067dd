package org.chainrule.export;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An array as NumPy keeps it in a .npy file: numbers or texts, of at most two dimensions, here row by row.
 *
 * @param numbers the entries, or null where they are texts
 * @param texts the entries, or null where they are numbers
 */
record NpyArray(NpyHeader header, double[] numbers, String[] texts) {
    private static final int ENTRIES_AT_ONCE = 1_024;
    private static final double LARGEST_EXACT_INTEGER = 0x1p53;

    static NpyArray matrix(int rows, int columns, double[] numbers) {
        return new NpyArray(new NpyHeader(NpyType.FLOAT64, false, new long[] {rows, columns}), numbers, null);
    }

    static NpyArray vector(double[] numbers) {
        return new NpyArray(new NpyHeader(NpyType.FLOAT64, false, new long[] {numbers.length}), numbers, null);
    }

    static NpyArray integer(int number) {
        return new NpyArray(new NpyHeader(NpyType.INT64, false, new long[0]), new double[] {number}, null);
    }

    static NpyArray integers(int... numbers) {
        double[] values = Arrays.stream(numbers).asDoubleStream().toArray();
        return new NpyArray(new NpyHeader(NpyType.INT64, false, new long[] {values.length}), values, null);
    }

    /**
     * @throws ModelFileException if the text is empty or too long
     */
    static NpyArray text(String text) throws ModelFileException {
        return new NpyArray(new NpyHeader(textsLike(text), false, new long[0]), null, new String[] {text});
    }

    /**
     * @throws ModelFileException if a text is too long
     */
    static NpyArray texts(String... texts) throws ModelFileException {
        return new NpyArray(new NpyHeader(textsLike(texts), false, new long[] {texts.length}), null, texts);
    }

    private static NpyType textsLike(String... texts) throws ModelFileException {
        int longest = 0;
        for (String text : texts) {
            if (text.endsWith("\0")) {
                throw new ModelFileException(
                        "the name \"" + Shown.text(text) + "\" ends in the character NUL, which NumPy would drop");
            }
            longest = Math.max(longest, text.codePointCount(0, text.length()));
        }
        return NpyType.texts(longest, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The entries behind a header; whoever calls has seen that there is memory for them.
     *
     * @throws ModelFileException if an entry is no number that a double holds, or no text
     */
    static NpyArray read(NpyHeader header, DataInputStream in) throws IOException {
        NpyType type = header.type();
        int count = header.entries();
        double[] numbers = type.isText() ? null : new double[count];
        String[] texts = type.isText() ? new String[count] : null;
        ByteBuffer buffer = ByteBuffer.allocate(type.size() * Math.min(count, ENTRIES_AT_ONCE))
                .order(type.order());
        for (int at = 0; at < count; ) {
            int some = Math.min(count - at, ENTRIES_AT_ONCE);
            in.readFully(buffer.array(), 0, some * type.size());
            buffer.rewind();
            for (int i = 0; i < some; i++, at++) {
                int place = rowMajor(header, at);
                if (type.isText()) {
                    texts[place] = text(buffer, type.characters());
                } else {
                    numbers[place] = number(buffer, type);
                }
            }
        }
        return new NpyArray(header, numbers, texts);
    }

    private static int rowMajor(NpyHeader header, int at) {
        if (!header.columnMajor() || header.shape().length < 2) {
            return at;
        }
        int rows = (int) header.shape()[0];
        int columns = (int) header.shape()[1];
        return at % rows * columns + at / rows;
    }

    private static double number(ByteBuffer buffer, NpyType type) throws ModelFileException {
        if (type.kind() == 'f') {
            return type.size() == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
        }
        boolean signed = type.kind() == 'i';
        long integer = switch (type.size()) {
            case Byte.BYTES -> signed ? buffer.get() : Byte.toUnsignedLong(buffer.get());
            case Short.BYTES -> signed ? buffer.getShort() : Short.toUnsignedLong(buffer.getShort());
            case Integer.BYTES -> signed ? buffer.getInt() : Integer.toUnsignedLong(buffer.getInt());
            default -> buffer.getLong();
        };
        if (Math.abs((double) integer) > LARGEST_EXACT_INTEGER || !signed && integer < 0) {
            throw new ModelFileException("holds the integer " + (signed ? integer : Long.toUnsignedString(integer))
                    + ", which no double is exactly; save it with astype(np.float64)");
        }
        return integer;
    }

    /** UTF-32, filled up with NUL. */
    private static String text(ByteBuffer buffer, int characters) throws ModelFileException {
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (int i = 0; i < characters; i++) {
            int character = buffer.getInt();
            if (!Character.isValidCodePoint(character)) {
                throw new ModelFileException("holds a text with " + Integer.toUnsignedString(character)
                        + ", which is the number of no character");
            }
            text.appendCodePoint(character);
            length = character == 0 ? length : text.length();
        }
        text.setLength(length);
        return text.toString();
    }

    /** The bytes of the .npy file. */
    void writeTo(OutputStream out) throws IOException {
        out.write(header.bytes());
        int entryBytes = header.type().size();
        ByteBuffer buffer = ByteBuffer.allocate(entryBytes * ENTRIES_AT_ONCE)
                .order(header.type().order());
        int count = header.entries();
        for (int at = 0; at < count; ) {
            buffer.clear();
            for (int i = 0; i < ENTRIES_AT_ONCE && at < count; i++, at++) {
                put(at, buffer);
            }
            out.write(buffer.array(), 0, buffer.position());
        }
    }

    private void put(int at, ByteBuffer buffer) {
        if (header.type().isText()) {
            int end = buffer.position() + header.type().size();
            texts[at].codePoints().forEach(buffer::putInt);
            while (buffer.position() < end) {
                buffer.putInt(0);
            }
        } else if (header.type().kind() == 'f') {
            buffer.putDouble(numbers[at]);
        } else {
            buffer.putLong((long) numbers[at]);
        }
    }

    /** The size of the .npy file. */
    long byteCount() throws ModelFileException {
        return header.bytes().length + (long) header.entries() * header.type().size();
    }
}
