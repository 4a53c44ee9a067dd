package org.chainrule.kernel;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.JupyterIO;

/** Where displays go. They stay with the last cell after its end, so that a thread it started can still update its plot. */
final class KernelIO extends JupyterIO {
    void attachTo(ShellReplyEnvironment cell) {
        setEnv(cell);
    }
}
