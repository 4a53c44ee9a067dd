package org.chainrule.kernel;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** Gives a test class one real kernel of ours, in a process of its own, and a client that talks to it. */
abstract class WithKernel extends WithClient {
    static final KernelSpec KERNEL = KernelSpec.ofThisJvm(
            System.getProperty("java.class.path"),
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8"));

    @BeforeAll
    static void startKernel() throws LabException {
        client = JupyterClient.start(KERNEL, Path.of("").toAbsolutePath());
    }
}
