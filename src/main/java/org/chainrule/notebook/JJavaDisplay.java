package org.chainrule.notebook;

import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Shows outputs through JJava. Calls only what has the same signature in its version 1.0-a6 and in every later one: there is one
 * jar for all of them.
 */
final class JJavaDisplay extends RegisteringDisplay<DisplayData> {
    private static final DisplayMessage<DisplayData> MESSAGE = new DisplayMessage<>(
            DisplayData::new, DisplayData::putData, DisplayData::putMetaData, DisplayData::putTransientData);

    private final BaseKernel kernel;

    JJavaDisplay(BaseKernel kernel) {
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
