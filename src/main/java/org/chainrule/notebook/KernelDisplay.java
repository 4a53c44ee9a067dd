package org.chainrule.notebook;

import java.util.UUID;

/** Shows outputs through a Jupyter kernel; each kernel has classes of its own for what it sends. */
abstract class KernelDisplay implements Display {
    @Override
    public final String publish(MimeBundle bundle) {
        String id = UUID.randomUUID().toString();
        withoutInterruptFlag(() -> send(bundle, id));
        return id;
    }

    @Override
    public final void update(String id, MimeBundle bundle) {
        withoutInterruptFlag(() -> sendUpdate(bundle, id));
    }

    /** Sends the bundle as a new output of that id. */
    abstract void send(MimeBundle bundle, String id);

    /** Sends the bundle as what the output of that id shows from now on. */
    abstract void sendUpdate(MimeBundle bundle, String id);

    // IJava and JJava write to their socket on the caller's thread, and a channel written to by an interrupted thread
    // closes for good.
    private static void withoutInterruptFlag(Runnable publication) {
        boolean interrupted = Thread.interrupted();
        try {
            publication.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
