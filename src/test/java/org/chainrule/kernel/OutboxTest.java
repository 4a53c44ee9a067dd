package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.publish.PublishClearOutput;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final BlockingQueue<Message<?>> sent = new LinkedBlockingQueue<>();
    private final Outbox outbox = new Outbox(sent::add);

    private static String text(Message<?> message) {
        return ((PublishStream) message.getContent()).getText();
    }

    @Test
    void manyLinesMakeFewMessagesAndLoseNothing() {
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            outbox.print(null, StreamType.OUT, i + "\n");
            expected.append(i).append('\n');
        }
        outbox.drain();
        assertTrue(sent.size() < 50, sent.size() + " messages");
        assertEquals(expected.toString(), sent.stream().map(OutboxTest::text).collect(Collectors.joining()));
    }

    @Test
    void streamsAndOtherMessagesKeepTheirOrder() {
        Message<?> display = new Message<>(null, PublishClearOutput.MESSAGE_TYPE, PublishClearOutput.NOW);
        outbox.print(null, StreamType.OUT, "a");
        outbox.print(null, StreamType.OUT, "b");
        outbox.print(null, StreamType.ERR, "c");
        outbox.send(display);
        outbox.print(null, StreamType.OUT, "d");
        outbox.drain();
        List<Message<?>> all = List.copyOf(sent);
        assertEquals("ab", text(all.get(0)));
        assertEquals("c", text(all.get(1)));
        assertSame(display, all.get(2));
        assertEquals("d", text(all.get(3)));
    }

    @Test
    void textIsSentAfterAMomentThoughNothingFollows() throws InterruptedException {
        outbox.print(null, StreamType.OUT, "epoch 1");
        Message<?> message = sent.poll(10, TimeUnit.SECONDS);
        assertNotNull(message);
        assertEquals("epoch 1", text(message));
    }

    @Test
    void anInterruptedThreadNeitherSendsItselfNorLosesItsFlag() throws InterruptedException {
        BlockingQueue<String> senders = new LinkedBlockingQueue<>();
        Outbox watched = new Outbox(message -> senders.add(
                Thread.currentThread().getName() + Thread.currentThread().isInterrupted()));
        Thread.currentThread().interrupt();
        watched.print(null, StreamType.OUT, "x");
        watched.drain();
        assertTrue(Thread.interrupted());
        assertEquals("outboxfalse", senders.poll(10, TimeUnit.SECONDS));
    }
}
