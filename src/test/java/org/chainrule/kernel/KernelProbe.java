package org.chainrule.kernel;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/** Lets a cell of a test reach the kernel it runs in. */
public final class KernelProbe {
    private KernelProbe() {}

    public static BaseKernel kernel() {
        return CellFunctions.kernel();
    }
}
