package org.chainrule.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.UUID;

/** The functions that every cell can call, with the signatures they have in IJava. */
public final class CellFunctions {
    private static volatile JavaKernel kernel;

    private CellFunctions() {}

    static void serve(JavaKernel running) {
        kernel = running;
    }

    /** The forms in which a notebook would show the object. */
    public static DisplayData render(Object object) {
        return object == null ? new DisplayData("null") : kernel().getRenderer().render(object);
    }

    /** The object in the given mime types, as far as it has them, and as text. */
    public static DisplayData render(Object object, String... as) {
        return object == null ? new DisplayData("null") : kernel().getRenderer().renderAs(object, as);
    }

    /** Shows the object, and answers the id for {@link #updateDisplay(String, Object)}. */
    public static String display(Object object) {
        return publish(render(object));
    }

    /** Shows the object in the given mime types, and answers the id for {@link #updateDisplay(String, Object)}. */
    public static String display(Object object, String... as) {
        return publish(render(object, as));
    }

    /** Shows the object in place of what has this id. */
    public static void updateDisplay(String id, Object object) {
        kernel().getIO().display.updateDisplay(id, render(object));
    }

    /** Shows the object, in the given mime types, in place of what has this id. */
    public static void updateDisplay(String id, Object object, String... as) {
        kernel().getIO().display.updateDisplay(id, render(object, as));
    }

    /**
     * Evaluates code as if it stood in a cell.
     *
     * @return the value of its last expression, or null
     * @throws Exception if the code does not compile or throws, with the message a cell would show
     */
    public static Object eval(String code) throws Exception {
        return kernel().evaluateWithinCell(code);
    }

    private static String publish(DisplayData data) {
        if (!data.hasDisplayId()) {
            data.setDisplayId(UUID.randomUUID().toString());
        }
        kernel().display(data);
        return data.getDisplayId();
    }

    static JavaKernel kernel() {
        if (kernel == null) {
            throw new IllegalStateException(
                    "There is no kernel here to show anything: call this from a notebook's cell.");
        }
        return kernel;
    }
}
