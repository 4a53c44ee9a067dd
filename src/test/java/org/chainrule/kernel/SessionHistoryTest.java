package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionHistoryTest extends WithKernel {
    @BeforeAll
    static void runCells() throws LabException {
        run("int first = 1;");
        run("first + 1");
        run("missing");
        run("first + 1");
    }

    private static List<String> history(String access, Object... pairs) throws LabException {
        JsonObject content = new JsonObject();
        content.addProperty("hist_access_type", access);
        content.addProperty("raw", true);
        content.addProperty("output", false);
        for (int i = 0; i < pairs.length; i += 2) {
            content.add(pairs[i].toString(), Json.GSON.toJsonTree(pairs[i + 1]));
        }
        JsonArray entries = ask("history_request", content).getAsJsonArray("history");
        return entries.asList().stream().map(JsonElement::toString).toList();
    }

    @Test
    void theTailIsTheLastCellsOldestFirst() throws LabException {
        int number = run("absent").executionCount();
        run("first + 2");
        assertEquals(
                List.of("[0," + number + ",\"absent\"]", "[0," + (number + 1) + ",\"first + 2\"]"),
                history("tail", "n", 2));
        assertEquals(
                List.of("[0," + number + ",[\"absent\",\"\"]]", "[0," + (number + 1) + ",[\"first + 2\",\"3\"]]"),
                history("tail", "n", 2, "output", true));
    }

    @Test
    void aRangeIsOfThisSessionOnly() throws LabException {
        assertEquals(
                List.of("[0,2,\"first + 1\"]", "[0,3,\"missing\"]"),
                history("range", "session", 0, "start", 2, "stop", 4));
        assertEquals(List.of(), history("range", "session", -1, "start", 1, "stop", 4));
    }

    @Test
    void aSearchTakesWildcards() throws LabException {
        assertEquals(List.of("[0,1,\"int first = 1;\"]"), history("search", "n", 5, "pattern", "int*"));
        assertEquals(List.of("[0,3,\"missing\"]"), history("search", "n", 5, "pattern", "[a-m]?ss*"));
        assertEquals(2, history("search", "n", 5, "pattern", "first + 1*").size());
        assertEquals(
                1,
                history("search", "n", 5, "pattern", "first + 1*", "unique", true)
                        .size());
        assertEquals(List.of(), history("search", "n", 5, "pattern", "first"));
    }

    @Test
    void silentAndUnstoredCellsLeaveNoTrace() throws LabException {
        int before = run("0").executionCount();
        int remembered = history("tail", "n", 1000).size();
        JsonObject request = new JsonObject();
        request.addProperty("code", "int quiet = 5; System.out.println(quiet); show(quiet); quiet");
        request.addProperty("silent", true);
        request.addProperty("store_history", true);
        JupyterClient.Result silent = client.execute(request, Duration.ofSeconds(20));
        assertNull(silent.error());
        assertEquals(List.of(), silent.outputs());

        request.addProperty("code", "quiet + 1");
        request.addProperty("silent", false);
        request.addProperty("store_history", false);
        assertEquals(
                List.of("execute_result: 6"),
                client.execute(request, Duration.ofSeconds(20)).outputs().stream()
                        .map(WithKernel::brief)
                        .toList());

        assertEquals(remembered, history("tail", "n", 1000).size());
        assertEquals(before + 1, run("1").executionCount());
    }
}
