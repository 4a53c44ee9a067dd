package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeAssistTest extends WithKernel {
    @BeforeAll
    static void declareVariables() throws LabException {
        run("""
                Network net = Network.inputs(2).dense(3, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(1));
                SimpleMatrix x = new SimpleMatrix(4, 2);
                double[][] rows = new double[5][7];
                String greeting = "γειά";
                var names = new ArrayList<>(List.of("a", "b"));
                double rate = 0.1;
                Dataset nothing = null;""");
    }

    /** What the completed code could be, with the replacement put where the reply says. */
    private static List<String> completed(String marked) throws LabException {
        JsonObject reply = askAt("complete_request", marked);
        assertEquals("ok", Json.string(reply, "status", ""));
        String code = marked.replace("|", "");
        int start = code.offsetByCodePoints(0, reply.get("cursor_start").getAsInt());
        int end = code.offsetByCodePoints(0, reply.get("cursor_end").getAsInt());
        return reply.getAsJsonArray("matches").asList().stream()
                .map(JsonElement::getAsString)
                .map(match -> code.substring(0, start) + match + code.substring(end))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "net.forw| -> net.forward(",
                "int n = 1; // 🎉\\nnet.layer(1).inp| -> int n = 1; // 🎉\\nnet.layer(1).inputs()",
                "Den| -> Dense",
                "new SimpleMat| -> new SimpleMatrix(",
                "SIGM| -> SIGMOID",
                "greet| -> greeting",
                "if (net.dep| -> if (net.depth()",
                "int[] a = {net.dep| -> int[] a = {net.depth()",
                "/* a comment */ Loss.square| -> /* a comment */ Loss.squaredError()",
                "class Box { int size() { return net.dep| -> class Box { int size() { return net.depth()",
                "net.forw|(x) -> net.forward((x)",
                "%ja| -> %jars",
                "Tables.csv(Path.of(greeting)).rowCo| -> Tables.csv(Path.of(greeting)).rowCount()",
                "import org.chainrule.tab| -> import org.chainrule.tables.*",
            })
    void namesAreCompletedInPlace(String marked, String expected) throws LabException {
        List<String> completed = completed(marked.replace("\\n", "\n"));
        String wanted = expected.replace("\\n", "\n").replace(".*", ".");
        assertTrue(completed.contains(wanted), () -> brief(completed.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"§$%|", "\"an open text |", "qqq.zzz|", "))|", "// net.fo|", "#|", "%nonsense|"})
    void nonsenseHasNoCompletions(String marked) throws LabException {
        JsonObject reply = askAt("complete_request", marked);
        assertEquals("ok", Json.string(reply, "status", ""));
        assertEquals(0, reply.getAsJsonArray("matches").size(), () -> brief(reply.toString()));
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }

    private static String inspected(String marked) throws LabException {
        JsonObject reply = askAt("inspect_request", marked);
        assertEquals("ok", Json.string(reply, "status", ""));
        return reply.get("found").getAsBoolean()
                ? Json.string(Json.object(reply, "data"), "text/plain", "")
                : "nothing";
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dense.of(|", "Dense.of|", "Dense.o|f(W, b, SIGMOID)", "int a = 1;\nDense.of(unknown, |"})
    void ourMethodsShowTheirSignatureThenTheirShapes(String marked) throws LabException {
        String text = inspected(marked);
        assertTrue(text.startsWith("Dense Dense.of(SimpleMatrix W, SimpleMatrix b, Activation activation)\n\n"), text);
        assertTrue(text.contains("W: weights, d×m\n    b: bias, 1×m\n    throws ShapeException if b is not 1×m"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "net.forward|;ForwardPass Network.forward(SimpleMatrix X);n×d",
                "net.layer(1).W(|;SimpleMatrix Dense.W();Weights, d×m, a copy.",
                "Dens|e;org.chainrule.network.Dense;Immutable: what goes in and what comes out is copied.",
                "show(|;void Notebook.show(Object... objects);Shows objects below the cell",
                "new Backpropagation(|;Backpropagation(;network",
                "Math.max(|;int Math.max(int a, int b);double Math.max(double a, double b)",
                "x.mult|;T SimpleBase<T extends SimpleBase<T>>.mult(ConstMatrix<?>;B",
                "SIGMOID|;Activation.SIGMOID:org.chainrule.network.Activation;1 / (1",
                "Ending.Kin|d;org.chainrule.training.Ending.Kind;The ways in which a run can end.",
            })
    void signaturesAndDocumentationAreFound(String marked, String signature, String documentation) throws LabException {
        String text = inspected(marked);
        assertTrue(text.startsWith(signature), text);
        assertTrue(documentation == null || text.contains(documentation), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ne|t;Network net;Network 2-3 (9 parameters)",
                "net.forward(x|);SimpleMatrix x;4×2 matrix",
                "rows|;double[][] rows;double[5][7]",
                "greeting|;String greeting;\"γειά\", 4 characters",
                "names|;ArrayList<String> names;size 2",
                "rate|;double rate;0.1",
                "nothing|;Dataset nothing;",
            })
    void variablesShowTheirTypeAndShape(String marked, String type, String value) throws LabException {
        String text = inspected(marked);
        assertTrue(text.startsWith(type), text);
        assertTrue(value == null || text.contains("\n\n    " + value), text);
    }

    @Test
    void aTypeOfTheSessionDoesNotBorrowTheDocumentationOfOurs() throws LabException {
        run("class Epoch { int number() { return 7; } }");
        assertEquals("int Epoch.number()", inspected("new Epoch().number(|"));
        run("Epoch mine = new Epoch() { public String toString() { throw new IllegalStateException(); } };");
        assertEquals("Epoch mine", inspected("mine|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "qqq.zzz(|", "§|", "%jars |"})
    void nonsenseHasNoDocumentation(String marked) throws LabException {
        assertEquals("nothing", inspected(marked));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int a = 1; a | complete",
                "names.forEach(name -> {\\n    System.out.println(name);\\n}); | complete",
                "String s = \"\"\"\\n    text\\n    \"\"\"; | complete",
                "%jars lib/*.jar\\nint b; | complete",
                "// only a comment | complete",
                "int = ; | invalid",
                "\"open | invalid",
                "int a = 1; } | invalid",
            })
    void completeCodeIsToldFromInvalidCode(String code, String status) throws LabException {
        assertEquals(status, Json.string(isComplete(code), "status", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for (int i = 0; i < 3; i++) { | 4",
                "for (;;) | 0",
                "names.forEach(name -> {\\n    if (name.isEmpty()) { | 8",
                "names.forEach(name -> {\\n    System.out.println(name); | 4",
                "Runnable r = () -> | 4",
                "String s = \"\"\"\\n  text | 2",
                "int a = 1;\\nDense.of( | 4",
                "/* a comment | 0",
                "class Box { | 4",
            })
    void incompleteCodeGoesOnWithAnIndent(String code, int indent) throws LabException {
        JsonObject reply = isComplete(code);
        assertEquals("incomplete", Json.string(reply, "status", ""));
        assertEquals(" ".repeat(indent), Json.string(reply, "indent", "missing"));
    }

    private static JsonObject isComplete(String code) throws LabException {
        JsonObject content = new JsonObject();
        content.addProperty("code", code.replace("\\n", "\n"));
        return ask("is_complete_request", content);
    }

    @Test
    void helpIsThereAfterACellThatWasInterrupted() throws LabException {
        assertEquals(
                "The cell took longer than 1 s",
                client.execute("Thread.sleep(60_000);", Duration.ofSeconds(1)).error());
        assertTrue(inspected("x|").contains("4×2 matrix"));
        assertTrue(completed("x.numRo|").contains("x.numRows()"));
    }
}
