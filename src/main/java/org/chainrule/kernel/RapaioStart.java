package org.chainrule.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Starts Rapaio's kernel, which 3.0.1 makes a game of chance: it stays deaf for ever where its shell thread looks whether it
 * shall run before it is told to, or where a request comes after its ports are open and before it knows what to do with one.
 */
final class RapaioStart {
    /** A first start that is deaf is given up soon; the last one has the time that any kernel has. */
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));

    private static final long BETWEEN_PORTS_AND_HANDLERS_MILLIS = 500;

    private RapaioStart() {}

    /** Starts it, and starts it again where it does not answer; throws LabException if none of three starts succeeds. */
    static JupyterClient start(KernelSpec spec, Path workingDirectory) throws LabException {
        LabException deaf = null;
        for (Duration patience : PATIENCE) {
            KernelProcess process = new KernelProcess(spec, workingDirectory);
            try {
                process.awaitPorts(patience);
                Thread.sleep(BETWEEN_PORTS_AND_HANDLERS_MILLIS);
                return JupyterClient.connect(process, patience);
            } catch (LabException e) {
                deaf = e;
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
                throw new LabException("The start of the kernel was interrupted.", e);
            }
        }
        throw deaf;
    }
}
