package org.chainrule.notebook;

import org.rapaio.jupyter.kernel.core.RapaioKernel;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** Shows outputs through Rapaio's kernel. How types look it asks {@link RapaioProvider}. */
final class RapaioDisplay extends KernelDisplay {
    private final RapaioKernel kernel;

    RapaioDisplay(RapaioKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    void send(MimeBundle bundle, String id) {
        kernel.display(data(bundle, id));
    }

    @Override
    void sendUpdate(MimeBundle bundle, String id) {
        kernel.updateDisplay(data(bundle, id));
    }

    private static DisplayData data(MimeBundle bundle, String id) {
        DisplayData data = data(bundle);
        data.setDisplayId(id);
        return data;
    }

    /** The forms of the bundle, its text always among them: Rapaio adds none, and front ends without pictures need it. */
    static DisplayData data(MimeBundle bundle) {
        DisplayData data = DisplayData.fromText(bundle.plainText());
        bundle.copyTo(data::putData, data::putMetaData);
        return data;
    }
}
