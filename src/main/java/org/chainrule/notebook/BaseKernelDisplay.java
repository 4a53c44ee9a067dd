package org.chainrule.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Shows outputs through a kernel built on the JVM base kernel: IJava and Chainrule's own. */
public final class BaseKernelDisplay implements Display {
    private final BaseKernel kernel;
    private final Map<Class<?>, Function<Object, MimeBundle>> renderings = new ConcurrentHashMap<>();

    public BaseKernelDisplay(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public String publish(MimeBundle bundle) {
        String id = UUID.randomUUID().toString();
        DisplayData data = displayData(bundle, id);
        withoutInterruptFlag(() -> kernel.display(data));
        return id;
    }

    @Override
    public void update(String id, MimeBundle bundle) {
        DisplayData data = displayData(bundle, id);
        withoutInterruptFlag(() -> kernel.getIO().display.updateDisplay(data));
    }

    /**
     * Makes last expressions and {@code display(x)} render objects of {@code type}, its subtypes included, with {@code rendering}.
     * Registering a type again replaces its rendering.
     */
    public void register(Class<?> type, Function<Object, MimeBundle> rendering) {
        // The kernel has no way to take a registration back: it gets one per type, which looks the rendering up.
        if (renderings.put(type, rendering) == null) {
            kernel.getRenderer()
                    .createRegistration(type)
                    .register((object, context) -> render(renderings.get(type).apply(object), context));
        }
    }

    private static void render(MimeBundle bundle, RenderContext context) {
        DisplayData output = context.getOutputContainer();
        bundle.data().forEach((mime, content) -> {
            if (context.wantsDataRenderedAs(MIMEType.parse(mime))) {
                output.putData(mime, content);
                if (bundle.metadata().containsKey(mime)) {
                    output.putMetaData(mime, bundle.metadata().get(mime));
                }
            }
        });
    }

    private static DisplayData displayData(MimeBundle bundle, String id) {
        DisplayData data = new DisplayData();
        bundle.data().forEach(data::putData);
        bundle.metadata().forEach(data::putMetaData);
        data.putTransientData("display_id", id);
        return data;
    }

    // IJava writes to its socket on the caller's thread, and a channel written to by an interrupted thread closes for
    // good.
    private static void withoutInterruptFlag(Runnable publication) {
        boolean interrupted = Thread.interrupted();
        try {
            publication.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
