package org.chainrule.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.function.Function;

/** Shows outputs through a kernel built on the JVM base kernel: IJava and Chainrule's own. */
public final class BaseKernelDisplay extends RegisteringDisplay {
    private final BaseKernel kernel;

    public BaseKernelDisplay(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    void send(MimeBundle bundle, String id) {
        kernel.display(data(bundle, id));
    }

    @Override
    void sendUpdate(MimeBundle bundle, String id) {
        kernel.getIO().display.updateDisplay(data(bundle, id));
    }

    @Override
    void addRenderer(Class<?> type, Function<Object, MimeBundle> rendering) {
        kernel.getRenderer().createRegistration(type).register((object, context) -> {
            DisplayData output = context.getOutputContainer();
            rendering
                    .apply(object)
                    .forms(form -> context.wantsDataRenderedAs(MIMEType.parse(form)))
                    .copyTo(output::putData, output::putMetaData);
        });
    }

    private static DisplayData data(MimeBundle bundle, String id) {
        DisplayData data = new DisplayData();
        bundle.copyTo(data::putData, data::putMetaData);
        data.putTransientData("display_id", id);
        return data;
    }
}
