package org.chainrule.kernel;

import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Everything the kernel publishes, sent in order by one thread of its own. User threads never touch a socket: a channel that an
 * interrupted thread writes to closes, and with it the kernel would fall silent. Printed text is gathered for a moment, so that
 * thousands of printed lines make a handful of messages.
 */
final class Outbox {
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MESSAGE_CHARS = 1 << 16;
    // A cell that prints for ever must wait for the network, not fill the heap.
    private static final int WAITING_ENTRIES = 64;

    private record Entry(Message<?> message, MessageContext cell, StreamType stream, StringBuilder text, long since) {
        boolean takes(MessageContext otherCell, StreamType otherStream) {
            return text != null && cell == otherCell && stream == otherStream && text.length() < MESSAGE_CHARS;
        }

        Message<?> toMessage() {
            return message != null
                    ? message
                    : new Message<>(cell, PublishStream.MESSAGE_TYPE, new PublishStream(stream, text.toString()));
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private final Consumer<Message<?>> socket;
    private boolean sending;
    private int draining;

    Outbox(Consumer<Message<?>> socket) {
        this.socket = socket;
        Thread sender = new Thread(this::sendForEver, "outbox");
        sender.setDaemon(true);
        sender.start();
    }

    /** Sends a message after all that was given before it. */
    void send(Message<?> message) {
        add(new Entry(message, null, null, null, 0));
    }

    /** Sends printed text, as the output of the cell that {@code cell} asked for. */
    void print(MessageContext cell, StreamType stream, String text) {
        lock.lock();
        try {
            Entry last = waiting.peekLast();
            if (last != null && last.takes(cell, stream)) {
                last.text().append(text);
                changed.signalAll();
                return;
            }
        } finally {
            lock.unlock();
        }
        add(new Entry(null, cell, stream, new StringBuilder(text), System.nanoTime()));
    }

    /** Returns when all that was given before has been sent. */
    void drain() {
        lock.lock();
        try {
            draining++;
            changed.signalAll();
            while (sending || !waiting.isEmpty()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            draining--;
            lock.unlock();
        }
    }

    private void add(Entry entry) {
        lock.lock();
        try {
            while (waiting.size() >= WAITING_ENTRIES) {
                changed.awaitUninterruptibly();
            }
            waiting.add(entry);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void sendForEver() {
        while (true) {
            Message<?> message = next();
            try {
                socket.accept(message);
            } catch (RuntimeException | OutOfMemoryError e) {
                // No JSON form (a NaN in metadata) or too big: the cell must hear of it, and the kernel go on.
                socket.accept(complaint(message, e));
            }
            lock.lock();
            try {
                sending = false;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private static Message<?> complaint(Message<?> message, Throwable reason) {
        return new Message<>(
                message.getIdentities(),
                new Header<>(PublishStream.MESSAGE_TYPE),
                message.getParentHeader(),
                null,
                new PublishStream(StreamType.ERR, "An output cannot be sent: " + reason.getMessage() + "\n"),
                null);
    }

    private Message<?> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() || stillGathering(waiting.peek())) {
                awaitChange();
            }
            sending = true;
            return waiting.remove().toMessage();
        } finally {
            lock.unlock();
        }
    }

    private boolean stillGathering(Entry head) {
        return head.text() != null
                && waiting.size() == 1
                && draining == 0
                && head.text().length() < MESSAGE_CHARS
                && System.nanoTime() - head.since() < GATHER_NANOS;
    }

    private void awaitChange() {
        try {
            if (waiting.isEmpty()) {
                changed.await();
            } else {
                changed.awaitNanos(
                        GATHER_NANOS - (System.nanoTime() - waiting.peek().since()));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("The sending thread is the kernel's own, and nothing interrupts it.", e);
        }
    }
}
