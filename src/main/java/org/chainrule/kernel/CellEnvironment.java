package org.chainrule.kernel;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;

/** Answers one request; what it publishes goes through the {@link Outbox} instead of straight to the socket. */
final class CellEnvironment extends ShellReplyEnvironment {
    private final Outbox outbox;
    private boolean deferNext;
    private boolean silent;

    CellEnvironment(
            ShellChannel shell, StdinChannel stdin, JupyterSocket iopub, MessageContext request, Outbox outbox) {
        super(shell, stdin, iopub, request);
        this.outbox = outbox;
    }

    /** Drops what is published from now on, as a silent request wants; what was deferred before is still sent. */
    void silence() {
        silent = true;
    }

    // The base class keeps its flag to itself, so deferring one message is done here as a whole.
    @Override
    public ShellReplyEnvironment defer() {
        deferNext = true;
        return this;
    }

    @Override
    public void publish(Message<?> message) {
        if (!silent) {
            nowOrDeferred(() -> outbox.send(message));
        }
    }

    @Override
    public void reply(Message<?> message) {
        nowOrDeferred(() -> getShell().sendMessage(message));
    }

    private void nowOrDeferred(Runnable sending) {
        if (deferNext) {
            deferNext = false;
            defer(sending);
        } else {
            sending.run();
        }
    }

    @Override
    public void resolveDeferrals() {
        super.resolveDeferrals();
        outbox.drain();
    }
}
