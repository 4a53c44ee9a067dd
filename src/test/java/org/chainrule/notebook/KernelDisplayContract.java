package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** What a display promises on every kernel that can be taught how a type looks. */
abstract class KernelDisplayContract {
    private static final MimeBundle PICTURE = picture("a loss");

    private final List<Sent> sent = new ArrayList<>();

    /** What a kernel was about to send: its content as JSON, and whether the thread's flag was set, which would break a socket. */
    private record Sent(String type, JsonObject content, boolean interrupted) {}

    /** A display on a fresh kernel, which hands what it sends to {@link #record}. */
    abstract RegisteringDisplay<?> display();

    /** What that kernel makes of a last expression, or of {@code display(object, mimes)}. */
    abstract Object rendered(Object object, String... mimes);

    final void record(String type, Object content) {
        sent.add(new Sent(type, json(content), Thread.currentThread().isInterrupted()));
    }

    private static JsonObject json(Object content) {
        return new Gson().toJsonTree(content).getAsJsonObject();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static MimeBundle picture(String alt) {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("text/html", "<b>" + alt + "</b>");
        forms.put("image/png", "AAAA");
        forms.put("text/plain", alt);
        return new MimeBundle(forms, Map.of("image/png", Map.of("width", 400)));
    }

    @Test
    void anOutputIsSentWithAllItsFormsAndReplacedUnderItsId() {
        RegisteringDisplay<?> display = display();
        String id = display.publish(PICTURE);
        assertNotEquals(id, display.publish(PICTURE));
        display.update(id, picture("another"));
        assertEquals(
                List.of("display_data", "display_data", "update_display_data"),
                sent.stream().map(Sent::type).toList());
        assertEquals(
                json("{'data': {'text/html': '<b>a loss</b>', 'image/png': 'AAAA', 'text/plain': 'a loss'},"
                        + " 'metadata': {'image/png': {'width': 400}}, 'transient': {'display_id': '" + id + "'}}"),
                sent.get(0).content());
        JsonObject update = sent.get(2).content();
        assertEquals(json("{'display_id': '" + id + "'}"), update.get("transient"));
        assertEquals("another", update.getAsJsonObject("data").get("text/plain").getAsString());
    }

    @Test
    void anInterruptIsKeptFromTheSocketAndForTheTrainer() {
        RegisteringDisplay<?> display = display();
        Thread.currentThread().interrupt();
        String id = display.publish(PICTURE);
        assertTrue(Thread.currentThread().isInterrupted());
        display.update(id, PICTURE);
        assertTrue(Thread.interrupted());
        assertEquals(List.of(false, false), sent.stream().map(Sent::interrupted).toList());
    }

    private record Curve(String name) implements CharSequence {
        @Override
        public int length() {
            return name.length();
        }

        @Override
        public char charAt(int index) {
            return name.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return name.subSequence(start, end);
        }
    }

    @Test
    void aRegisteredTypeAndItsSubtypesAreRenderedOnceByTheLatestRendering() {
        RegisteringDisplay<?> display = display();
        display.register(CharSequence.class, text -> picture("an old one"));
        display.register(CharSequence.class, text -> picture("curve " + ((Curve) text).name()));
        assertEquals(
                json("{'data': {'text/html': '<b>curve loss</b>', 'image/png': 'AAAA', 'text/plain': 'curve loss'},"
                        + " 'metadata': {'image/png': {'width': 400}}}"),
                json(rendered(new Curve("loss"))));
    }

    @Test
    void onlyTheFormThatIsAskedForComesAndTheText() {
        RegisteringDisplay<?> display = display();
        display.register(Curve.class, curve -> PICTURE);
        JsonObject html = json(rendered(new Curve("x"), "text/html"));
        assertEquals(json("{'text/plain': 'a loss', 'text/html': '<b>a loss</b>'}"), html.get("data"));
        assertEquals(new JsonObject(), html.get("metadata"));
    }

    @Test
    void ourTypesLookOnTheKernelAsTheyDoEverywhere() {
        RegisteringDisplay<?> display = display();
        Renderings.byType().forEach(display::register);
        SimpleMatrix matrix = new SimpleMatrix(new double[][] {{1, 2}});
        assertEquals(json("{'text/plain': '[[1. 2.]]'}"), json(rendered(matrix)).get("data"));
    }
}
