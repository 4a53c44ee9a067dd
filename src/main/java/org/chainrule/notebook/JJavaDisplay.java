package org.chainrule.notebook;

import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Shows outputs through JJava. Calls only what has the same signature in its version 1.0-a6 and in every later one: there is one
 * jar for all of them.
 */
final class JJavaDisplay extends RegisteringDisplay {
    private final BaseKernel kernel;

    JJavaDisplay(BaseKernel kernel) {
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
