package org.chainrule.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.function.Function;

/** Shows outputs through a kernel built on the JVM base kernel: IJava and Chainrule's own. */
public final class BaseKernelDisplay extends RegisteringDisplay<DisplayData> {
    private static final DisplayMessage<DisplayData> MESSAGE = new DisplayMessage<>(
            DisplayData::new, DisplayData::putData, DisplayData::putMetaData, DisplayData::putTransientData);

    private final BaseKernel kernel;

    public BaseKernelDisplay(BaseKernel kernel) {
        super(MESSAGE, kernel::display, data -> kernel.getIO().display.updateDisplay(data));
        this.kernel = kernel;
    }

    @Override
    void addRenderer(Class<?> type, Function<Object, MimeBundle> rendering) {
        kernel.getRenderer()
                .createRegistration(type)
                .register((object, context) -> MESSAGE.fill(
                        context.getOutputContainer(),
                        rendering.apply(object).forms(form -> context.wantsDataRenderedAs(MIMEType.parse(form)))));
    }
}
