package org.chainrule.notebook;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import java.nio.charset.StandardCharsets;

class BaseKernelDisplayTest extends KernelDisplayContract {
    private final TestKernel kernel = new TestKernel(new RecordingIO());

    @Override
    RegisteringDisplay<?> display() {
        return new BaseKernelDisplay(kernel);
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

    private static final class TestKernel extends BaseKernel {
        private final JupyterIO io;

        TestKernel(JupyterIO io) {
            this.io = io;
        }

        @Override
        public JupyterIO getIO() {
            return io;
        }

        @Override
        public void display(DisplayData data) {
            io.display.display(data);
        }

        @Override
        public DisplayData eval(String code) {
            return null;
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return null;
        }
    }
}
