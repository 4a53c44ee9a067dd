package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellResultTest extends WithKernel {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 | 3",
                "int a1 = 5; a1 | 5",
                "var text = \"τέλος 🎉\"; text | τέλος 🎉",
                "int b1 = 1; b1 = 4 | 4",
                "List.of(1, 2).size(); | 2",
                "boolean c1 = true; c1 == false; | false",
                "Stream.of(3, 1, 2).sorted().map(String::valueOf).collect(Collectors.joining()) | 123",
                "Function<Integer, Integer> twice = n -> 2 * n; twice.apply(4) | 8",
                "new BigInteger(\"2\").pow(70) | 1180591620717411303424",
                "SIGMOID | sigmoid",
                "new SimpleMatrix(2, 3).getNumCols() | 3",
                "eval(\"int fromEval = 6;\"); eval(\"fromEval + 1\") | 7",
                "System.getProperty(\"java.awt.headless\") | true",
            })
    void theLastExpressionIsTheResult(String code, String text) throws LabException {
        assertEquals(List.of("execute_result: " + text), outputs(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "// only a comment",
                "int d1 = 3;",
                "int e1; e1 = 3;",
                "int f1 = 0; f1++;",
                "int g1 = 0; g1 += 2;",
                "int[] h1 = new int[2]; h1[1] = 7;",
                "Map<String, Integer> none = new HashMap<>(); none.get(\"x\")",
                "void nothing() {} nothing();",
                "record Pair(int left, int right) {}",
                "import java.time.Duration;",
            })
    void declarationsAssignmentsAndVoidGiveNoResult(String code) throws LabException {
        JupyterClient.Result result = run(code);
        assertNull(result.error());
        assertEquals(List.of(), result.outputs());
    }

    @Test
    void declarationsOfOneCellMayNeedEachOther() throws LabException {
        assertEquals(List.of("execute_result: Square[side=2.0] 4.0"), outputs("""
                        sealed interface Shape permits Circle, Square { double area(); }
                        record Circle(double radius) implements Shape {
                            public double area() { return Math.PI * radius * radius; }
                        }
                        record Square(double side) implements Shape { public double area() { return side * side; } }
                        Shape shape = new Square(2);
                        shape + " " + shape.area()"""));
        assertEquals(List.of("execute_result: true"), outputs("""
                        boolean even(int n) { return n == 0 || odd(n - 1); }
                        boolean odd(int n) { return n != 0 && even(n - 1); }
                        even(10)"""));
    }

    @Test
    void aMethodOrVariableCanBeDeclaredAgain() throws LabException {
        assertEquals(List.of("execute_result: 1"), outputs("int version() { return 1; }\nversion()"));
        assertEquals(List.of("execute_result: two"), outputs("String version() { return \"two\"; }\nversion()"));
        assertEquals(List.of("execute_result: x"), outputs("int again = 1; String again = \"x\"; again"));
    }

    @Test
    void declaringATypeAgainSaysWhichVariablesLostTheirValue() throws LabException {
        run("class Box { int size = 1; }\nBox first = new Box(); Box second = new Box();");
        List<String> outputs = outputs("class Box { int size = 2; }\nsecond = null; Box second = new Box();");
        assertEquals(1, outputs.size());
        assertTrue(outputs.get(0).contains("are now null: first."), outputs.get(0));
    }

    @Test
    void userCodeSharesTheClassesOfTheLibraryAndItsContextLoader() throws LabException {
        assertEquals(List.of("execute_result: true true"), outputs("""
                        class Mine {}
                        ClassLoader mine = Mine.class.getClassLoader();
                        (Thread.currentThread().getContextClassLoader() == mine) + " "
                                + (org.ejml.simple.SimpleMatrix.class == mine.loadClass("org.ejml.simple.SimpleMatrix"))"""));
    }

    @Test
    void aLongResultArrivesWhole() throws LabException {
        String text = outputs("\"0123456789\".repeat(300_000)").get(0);
        assertEquals("execute_result: ".length() + 3_000_000, text.length());
    }

    @Test
    void executionsAreCountedAndTheKernelSaysWhatItIs() throws LabException {
        int before = run("1").executionCount();
        assertEquals(before + 1, run("2").executionCount());
        JsonObject language = Json.object(client.kernelInfo(), "language_info");
        assertEquals("java", Json.string(language, "name", ""));
        assertEquals(".java", Json.string(language, "file_extension", ""));
        assertEquals("text/x-java-source", Json.string(language, "mimetype", ""));
        assertEquals("text/x-java", Json.string(language, "codemirror_mode", ""));
    }
}
