package org.chainrule.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import java.util.List;
import java.util.function.Supplier;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.core.RapaioKernel;

/** Finds the kernel around us without linking to one: the kernels' classes may all be absent. */
final class KernelLookup {
    private static final String IJAVA = "io.github.spencerpark.ijava.IJava";
    private static final List<Supplier<Display>> KERNELS =
            List.of(KernelLookup::ijava, KernelLookup::jjava, KernelLookup::rapaio);

    private KernelLookup() {}

    static Display find() {
        for (Supplier<Display> kernel : KERNELS) {
            try {
                Display display = kernel.get();
                if (display != null) {
                    return display;
                }
            } catch (NoClassDefFoundError absent) {
                // A kernel whose classes are not here is not the one around us.
            }
        }
        return new ConsoleDisplay(System.out);
    }

    private static Display ijava() {
        try {
            Object kernel = Class.forName(IJAVA).getMethod("getKernelInstance").invoke(null);
            return kernel == null ? null : new BaseKernelDisplay((BaseKernel) kernel);
        } catch (ReflectiveOperationException noIJava) {
            return null;
        }
    }

    private static Display jjava() {
        try {
            return new JJavaDisplay(org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel());
        } catch (NullPointerException noneIsRunning) {
            // Its way to say so.
            return null;
        }
    }

    private static Display rapaio() {
        RapaioKernel kernel = MainApp.kernel;
        return kernel.channels() == null ? null : new RapaioDisplay(kernel);
    }
}
