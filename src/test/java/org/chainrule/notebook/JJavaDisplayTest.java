package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.chainrule.network.Initializer;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JJavaDisplayTest extends KernelDisplayContract {
    private final TestKernel kernel = new TestKernel(new RecordingIO());

    @Override
    RegisteringDisplay<?> display() {
        return new JJavaDisplay(kernel);
    }

    @Override
    Object rendered(Object object, String... mimes) {
        return mimes.length == 0
                ? kernel.getRenderer().render(object)
                : kernel.getRenderer().renderAs(object, mimes);
    }

    private final class RecordingIO extends JupyterIO {
        RecordingIO() {
            super(StandardCharsets.UTF_8);
            setEnv(new ShellReplyEnvironment(null, null, null, null) {
                @Override
                public <T extends ContentType<T>> void publish(T content) {
                    record(content.getType().getName(), content);
                }
            });
        }
    }

    /** Has the methods that are abstract in 1.0-a6, and that which is so later, so that it compiles against both. */
    private static final class TestKernel extends BaseKernel {
        final List<String> evaluated = new ArrayList<>();

        TestKernel(JupyterIO io) {
            super(
                    "test",
                    "1",
                    null,
                    List.of(),
                    null,
                    io,
                    new CommManager(),
                    new Renderer(),
                    null,
                    null,
                    false,
                    new StringStyler("", "", "", null));
        }

        public Object evalRaw(String source) {
            return doEval(source);
        }

        protected Object doEval(String source) {
            evaluated.add(source);
            return null;
        }

        @Override
        public DisplayData inspect(String code, int at, boolean extraDetail) {
            return null;
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            return null;
        }

        @Override
        public String isComplete(String code) {
            return IS_COMPLETE_YES;
        }
    }

    @AfterEach
    void disconnect() {
        Notebook.connect(new ConsoleDisplay(System.out));
    }

    @Test
    void theExtensionOpensTheDoorAndTeachesTheKernelOurTypes() {
        ServiceLoader.load(Extension.class).stream()
                .map(ServiceLoader.Provider::get)
                .forEach(extension -> extension.install(kernel));
        assertEquals(List.of(DefaultImports.script()), kernel.evaluated);
        Object network =
                rendered(Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(1)));
        assertTrue(new Gson().toJson(network).contains("Network 2-1 (3 parameters)"));
    }
}
