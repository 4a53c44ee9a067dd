package org.chainrule.notebook;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * Shows outputs through a Jupyter kernel.
 *
 * @param <D> the kernel's own class for what it sends
 */
abstract class KernelDisplay<D> implements Display {
    private final DisplayMessage<D> message;
    private final Consumer<D> sendNew;
    private final Consumer<D> sendUpdate;

    KernelDisplay(DisplayMessage<D> message, Consumer<D> sendNew, Consumer<D> sendUpdate) {
        this.message = message;
        this.sendNew = sendNew;
        this.sendUpdate = sendUpdate;
    }

    @Override
    public final String publish(MimeBundle bundle) {
        String id = UUID.randomUUID().toString();
        send(message.of(bundle, id), sendNew);
        return id;
    }

    @Override
    public final void update(String id, MimeBundle bundle) {
        send(message.of(bundle, id), sendUpdate);
    }

    // IJava and JJava write to their socket on the caller's thread, and a channel written to by an interrupted thread
    // closes for good.
    private static <D> void send(D data, Consumer<D> sending) {
        boolean interrupted = Thread.interrupted();
        try {
            sending.accept(data);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
