package org.chainrule.kernel;

import com.google.gson.JsonParseException;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.zeromq.ZMQException;

/** Starts the kernel: Jupyter calls this with the connection file it has written. */
public final class KernelMain {
    private static final int MISUSED = 2;
    private static final long CLOSING_MILLIS = 300;
    // Held here because a logger that nobody holds is forgotten, and its level with it.
    private static final List<Logger> CHATTY = Stream.of("Jupyter", "Loop-Shell-0", "Loop-Shell-1", "Loop-Heartbeat-0")
            .map(Logger::getLogger)
            .toList();

    private KernelMain() {}

    /**
     * Runs the kernel until the front end asks for shutdown, then ends the process; ends it with 2 if the file is no good, or
     * a port that it names is taken.
     *
     * @param arguments the path of the connection file
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
        // The kernel takes the streams over, and what is said here must not go to a front end that is not there.
        PrintStream console = System.err;
        try {
            serve(connection(arguments));
            System.exit(0);
        } catch (LabException e) {
            console.println(e.getMessage());
            System.exit(MISUSED);
        }
    }

    private static void serve(KernelConnection connection) throws InterruptedException, LabException {
        JavaKernel kernel = new JavaKernel(connection);
        kernel.takeOverStandardStreams();
        try {
            connection.connect();
        } catch (ZMQException e) {
            throw new LabException(
                    "A port that the connection file names is taken, or cannot be opened (" + e.getMessage()
                            + "); start the kernel again, and it is given others.",
                    e);
        }
        kernel.awaitShutdown();
        // Closing sends what still waits, and may wait itself for a cell that will not end.
        Thread closing = new Thread(connection::close, "closing");
        closing.setDaemon(true);
        closing.start();
        closing.join(CLOSING_MILLIS);
    }

    private static KernelConnection connection(String[] arguments) throws LabException {
        if (arguments.length != 1) {
            throw new LabException(
                    "The kernel takes one argument, the connection file that Jupyter writes; start it from"
                            + " Jupyter or with ./lab.");
        }
        String file = "The connection file " + arguments[0];
        try {
            KernelConnectionProperties properties =
                    KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0])));
            if (properties == null || properties.getTransport() == null || properties.getIp() == null) {
                throw new LabException(file + " names no transport and address; let Jupyter write it again.");
            }
            return new KernelConnection(properties);
        } catch (IOException e) {
            throw new LabException(file + " cannot be read; start the kernel from Jupyter or with ./lab.", e);
        } catch (JsonParseException e) {
            throw new LabException(file + " is not JSON; let Jupyter write it again.", e);
        } catch (GeneralSecurityException e) {
            throw new LabException(file + " asks for a signature this JVM does not know: " + e.getMessage() + ".", e);
        }
    }
}
