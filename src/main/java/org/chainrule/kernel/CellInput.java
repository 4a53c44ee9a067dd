package org.chainrule.kernel;

import io.github.spencerpark.jupyter.messages.MessageContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a cell reads from {@code System.in}: lines that the person at the front end is asked for when they are needed. */
final class CellInput extends InputStream {
    private final InputRequests requests;
    private final Outbox outbox;
    private volatile MessageContext cell;
    private MessageContext asked;
    private byte[] line = {};
    private int next;

    CellInput(InputRequests requests, Outbox outbox) {
        this.requests = requests;
        this.outbox = outbox;
    }

    /**
     * From now on the cell that {@code cell} asked for reads; null if none runs or its front end does not let it. Takes no
     * lock: a thread that an earlier cell left behind may hold it for as long as it waits.
     */
    void serve(MessageContext cell) {
        this.cell = cell;
        requests.giveUp();
    }

    @Override
    public synchronized int read() {
        ensureLine();
        return line[next++] & 0xff;
    }

    /** Gives at most the rest of a line, so that nobody is asked for more than is needed. */
    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        ensureLine();
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, count);
        next += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return asked == cell ? line.length - next : 0;
    }

    // What an earlier cell left unread is not for this one.
    private void ensureLine() {
        MessageContext now = cell;
        if (next == line.length || asked != now) {
            line = (ask(now) + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
            asked = now;
        }
    }

    // Unchecked, because a Scanner keeps a checked one to itself and says "No line found" instead.
    private String ask(MessageContext now) {
        try {
            outbox.drain();
            String answer = now == null ? null : requests.ask(now);
            if (answer != null) {
                return answer;
            }
            throw new UncheckedIOException(new IOException("Nobody can be asked for input here: run the cell where the"
                    + " front end takes input, such as a notebook in the browser, or assign the value in the cell."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(
                    new InterruptedIOException("The cell was interrupted while it waited for input."));
        }
    }
}
