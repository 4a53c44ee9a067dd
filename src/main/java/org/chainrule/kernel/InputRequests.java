package org.chainrule.kernel;

import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.reply.InputReply;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zeromq.ZMQ;

/**
 * Asks the person at the front end for a line. Only a thread of its own touches the socket, because a cell that waits may be
 * interrupted, and a channel that an interrupted thread uses closes for good.
 */
final class InputRequests {
    private static final int POLL_MILLIS = 20;

    private final StdinChannel socket;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread asking = new Thread(task, "stdin");
        asking.setDaemon(true);
        return asking;
    });
    private volatile boolean givenUp;

    InputRequests(StdinChannel socket) {
        this.socket = socket;
    }

    /**
     * Asks on behalf of a cell and waits for the answer.
     *
     * @return the line, without its end; null if the question was given up
     * @throws InterruptedException if the cell is interrupted meanwhile; a late answer is then dropped
     */
    synchronized String ask(MessageContext cell) throws InterruptedException {
        givenUp = false;
        Future<String> answer = thread.submit(() -> exchange(cell));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The answer to a question for input cannot be read.", e.getCause());
        } finally {
            giveUp();
        }
    }

    /** Stops waiting for the answer to the question that is open, if one is. */
    void giveUp() {
        givenUp = true;
    }

    private String exchange(MessageContext cell) throws InterruptedException {
        while (hasAnswer()) {
            // To a question that was given up: what people type late would else answer this one.
            socket.readMessage();
        }
        socket.sendMessage(new Message<>(cell, InputRequest.MESSAGE_TYPE, new InputRequest("", false)));
        while (!hasAnswer()) {
            if (givenUp) {
                return null;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return socket.readMessage(InputReply.MESSAGE_TYPE).getContent().getValue();
    }

    private boolean hasAnswer() {
        return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }
}
