package org.chainrule.kernel;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what is written as text at once; a character whose bytes come in two writes is held back until it is whole. */
final class CellStream extends OutputStream {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final Consumer<String> text;
    private byte[] incomplete = {};

    private CellStream(Consumer<String> text) {
        this.text = text;
    }

    static PrintStream printingTo(Consumer<String> text) {
        return new PrintStream(new CellStream(text), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(incomplete.length + length)
                .put(incomplete)
                .put(bytes, offset, length)
                .flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, false);
        incomplete = new byte[in.remaining()];
        in.get(incomplete);
        if (out.flip().hasRemaining()) {
            text.accept(out.toString());
        }
    }
}
