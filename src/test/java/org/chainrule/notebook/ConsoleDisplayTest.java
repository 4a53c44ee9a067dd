package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleDisplayTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Display display = new ConsoleDisplay(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void anUpdatePrintsOnlyWhereTheTextHasChanged() {
        String first = display.publish(MimeBundle.text("epoch 0"));
        String second = display.publish(MimeBundle.text("other"));
        assertNotEquals(first, second);
        display.update(first, MimeBundle.text("epoch 0"));
        display.update(first, MimeBundle.text("epoch 1"));
        assertEquals(
                List.of("epoch 0", "other", "epoch 1"),
                printed.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void aBundleKeepsItsOrderAndNoChangeReachesIt() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", "p");
        data.put("image/png", "AAAA");
        data.put("text/html", "<b>p</b>");
        MimeBundle bundle = MimeBundle.of(data);
        data.clear();
        assertEquals(
                List.of("text/plain", "image/png", "text/html"),
                List.copyOf(bundle.data().keySet()));
        assertThrows(UnsupportedOperationException.class, () -> bundle.data().clear());
        assertThrows(IllegalArgumentException.class, () -> MimeBundle.of(Map.of()));
        assertEquals("[image/png]", MimeBundle.of(Map.of("image/png", "AAAA")).plainText());
    }
}
