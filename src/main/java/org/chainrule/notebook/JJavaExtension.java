package org.chainrule.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What JJava runs when the library's jar enters its class path: cells then find what they find on Chainrule's own kernel. */
public final class JJavaExtension implements Extension {
    @Override
    public void install(BaseKernel kernel) {
        Notebook.connect(new JJavaDisplay(kernel));
        try {
            evaluate(DefaultImports.script(), kernel);
        } catch (ReflectiveOperationException e) {
            Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
            System.err.println("Chainrule is on the class path, but this JJava does not let it import its names ("
                    + reason + "); import them in the first cell.");
        }
    }

    // By name, because 1.0-a7 has replaced evalRaw with evalBuilder.
    private static void evaluate(String script, BaseKernel kernel) throws ReflectiveOperationException {
        Method builder;
        try {
            builder = BaseKernel.class.getMethod("evalBuilder", String.class);
        } catch (NoSuchMethodException olderThanA7) {
            BaseKernel.class.getMethod("evalRaw", String.class).invoke(kernel, script);
            return;
        }
        builder.getReturnType().getMethod("eval").invoke(builder.invoke(kernel, script));
    }
}
