package org.chainrule.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.MessageContext;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;

/** The base library's connection, whose requests publish through one {@link Outbox}. */
final class KernelConnection extends JupyterConnection {
    private final Outbox outbox = new Outbox(message -> iopub.sendMessage(message));
    private final CellInput input = new CellInput(new InputRequests(stdin), outbox);

    KernelConnection(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        // A publisher drops what exceeds its mark, and the message dropped may be the one that ends the cell.
        iopub.setSndHWM(0);
    }

    Outbox outbox() {
        return outbox;
    }

    /** What cells read from {@code System.in}. */
    CellInput input() {
        return input;
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext request) {
        return new CellEnvironment(channel, stdin, iopub, request, outbox);
    }
}
