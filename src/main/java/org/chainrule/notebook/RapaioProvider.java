package org.chainrule.notebook;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/** What Rapaio's kernel asks, once the library's jar is on its class path, how our types look. */
public final class RapaioProvider implements DisplayProvider {
    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        Stream<DisplayRenderer> types = Renderings.byType().entrySet().stream()
                // Rapaio shows collections in its own way.
                .filter(type -> type.getKey() != Iterable.class)
                .map(type -> new Renderer(type.getKey(), type.getValue()));
        return Stream.concat(types, Stream.of(new Renderer(MimeBundle.class, Renderings::of)))
                .toList();
    }

    /** Tablesaw's tables: no renderer can name their class, which may be absent. */
    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of(new TableTransformer());
    }

    private record Renderer(Class<?> rendererClass, Function<Object, MimeBundle> rendering) implements DisplayRenderer {
        @Override
        public boolean canRender(String mime) {
            return true;
        }

        /** The form that was asked for, by its mime type or its short name; all where none was, or there is none such. */
        @Override
        public DisplayData render(String mime, Object object) {
            MimeBundle bundle = rendering.apply(object);
            return RapaioDisplay.MESSAGE.of(
                    bundle.forms(form -> mime == null || form.equals(mime) || form.endsWith("/" + mime)));
        }
    }

    private static final class TableTransformer implements DisplayTransformer {
        @Override
        public boolean canTransform(Object object) {
            return TablesawName.isOf(object);
        }

        @Override
        public Class<?> transformedClass() {
            return MimeBundle.class;
        }

        @Override
        public Object transform(Object table) {
            return Renderings.of(table);
        }
    }
}
