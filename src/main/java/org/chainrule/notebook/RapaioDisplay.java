package org.chainrule.notebook;

import org.rapaio.jupyter.kernel.core.RapaioKernel;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** Shows outputs through Rapaio's kernel. How types look it asks {@link RapaioProvider}. */
final class RapaioDisplay extends KernelDisplay<DisplayData> {
    static final DisplayMessage<DisplayData> MESSAGE = new DisplayMessage<>(
            () -> DisplayData.fromText(""), DisplayData::putData, DisplayData::putMetaData, DisplayData::putTransient);

    RapaioDisplay(RapaioKernel kernel) {
        super(MESSAGE, kernel::display, kernel::updateDisplay);
    }
}
