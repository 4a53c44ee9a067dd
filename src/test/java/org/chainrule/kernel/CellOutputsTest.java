package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellOutputsTest {
    private final CellOutputs outputs = new CellOutputs();
    private final List<JsonObject> first = outputs.beginCell();

    private static Wire.Received message(String type, String content) {
        return new Wire.Received(
                type, "request", JsonParser.parseString(content).getAsJsonObject());
    }

    private static Wire.Received stream(String name, String text) {
        return message("stream", "{\"name\": \"" + name + "\", \"text\": \"" + text + "\"}");
    }

    private static Wire.Received display(String type, String text) {
        return message(
                type,
                "{\"data\": {\"text/plain\": \"" + text
                        + "\"}, \"metadata\": {}, \"transient\": {\"display_id\": \"d\"}}");
    }

    private List<String> brief(List<JsonObject> all) {
        return all.stream().map(WithKernel::brief).toList();
    }

    @Test
    void streamsOfOneNameInARowAreOneOutput() {
        outputs.add(stream("stdout", "a"));
        outputs.add(stream("stdout", "b"));
        outputs.add(stream("stderr", "c"));
        outputs.add(stream("stdout", "d"));
        assertEquals(List.of("stdout: ab", "stderr: c", "stdout: d"), brief(first));
    }

    @Test
    void anUpdateReachesEveryDisplayOfThatIdInEveryCell() {
        outputs.add(display("display_data", "old"));
        List<JsonObject> second = outputs.beginCell();
        outputs.add(display("display_data", "old"));
        outputs.update(display("update_display_data", "new"));
        assertEquals(List.of("display_data: new"), brief(first));
        assertEquals(List.of("display_data: new"), brief(second));
    }

    @Test
    void clearingRemovesTheCellsOutputsNowOrWithTheNextOne() {
        outputs.add(stream("stdout", "a"));
        outputs.add(message("clear_output", "{\"wait\": false}"));
        assertEquals(List.of(), brief(first));
        outputs.add(stream("stdout", "b"));
        outputs.add(message("clear_output", "{\"wait\": true}"));
        assertEquals(List.of("stdout: b"), brief(first));
        outputs.add(stream("stdout", "c"));
        assertEquals(List.of("stdout: c"), brief(first));
    }

    @Test
    void aClearedDisplayIsNotUpdatedBackToLife() {
        outputs.add(display("display_data", "old"));
        outputs.add(message("clear_output", "{\"wait\": false}"));
        outputs.update(display("update_display_data", "new"));
        assertEquals(List.of(), brief(first));
    }
}
