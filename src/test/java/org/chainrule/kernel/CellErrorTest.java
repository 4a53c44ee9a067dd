package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellErrorTest extends WithKernel {
    @Test
    void aCompileErrorShowsLineSourceAndCaret() throws LabException {
        assertEquals("""
                Line 4: cannot find symbol
                      symbol:   variable foo
                      int z = foo + 1;
                              ^""", traceback("int y = 1;\n// a comment\n\n  int z = foo + 1;\nint w = 3;"));
        assertEquals("""
                Line 1: ';' expected
                    int a = 10
                              ^""", traceback("int a = 10\nint b = 3"));
        assertEquals(
                List.of(
                        "error: CompilationError: line 2: incompatible types: java.lang.String cannot be converted to int"),
                outputs("int fine = 1;\nint bad = \"text\";"));
    }

    @Test
    void theCaretStandsRightBehindTabs() throws LabException {
        assertEquals(
                "Line 2: cannot find symbol\n      symbol:   variable foo\n    \t\tint t = foo;\n    \t\t        ^",
                traceback("if (true) {\n\t\tint t = foo;\n}"));
    }

    @Test
    void whatStandsBeforeACompileErrorHasRun() throws LabException {
        assertEquals(
                List.of("stdout: ran\n", "error: CompilationError: line 2: cannot find symbol"),
                outputs("System.out.println(\"ran\");\nmissing();\nSystem.out.println(\"not this\");"));
    }

    @Test
    void aDeclarationThatStaysUnresolvedIsAnError() throws LabException {
        assertEquals(
                List.of(
                        "error: CompilationError: line 2: this declaration needs method undeclared(int), which no cell has"
                                + " declared yet"),
                outputs("int before = 1;\nint waiting() { return undeclared(3); }"));
        assertTrue(traceback("waiting()").startsWith("UnresolvedReference: waiting cannot run"));
    }

    @Test
    void anExceptionShowsItsLinesAndAllItsCauses() throws LabException {
        run("void fail(int k) {\n    throw new IllegalStateException(\"outer\", new IOException(\"disk\","
                + " new RuntimeException(\"root\")));\n}");
        String traceback = traceback("\n/* lead */ int ok = 3;\nfor (int i = 0; i < 2; i++) {\n    fail(i);\n}");
        assertEquals(
                List.of(
                        "java.lang.IllegalStateException: outer",
                        "Caused by: java.io.IOException: disk",
                        "Caused by: java.lang.RuntimeException: root"),
                traceback.lines().filter(line -> !line.startsWith("    ")).toList());
        List<String> frames = traceback.lines().skip(1).limit(2).toList();
        assertTrue(frames.get(0).matches("    at cell \\d+, line 2, in fail:  throw new .*"), frames.get(0));
        assertEquals("    at line 4:  fail(i);", frames.get(1));
        assertEquals(List.of("error: IllegalStateException: outer"), outputs("fail(1);"));
    }

    @Test
    void framesOfLibrariesAreShownAndThoseOfTheKernelAreNot() throws LabException {
        String traceback = traceback("List.of(\"x1\").forEach(v -> {\n    Integer.parseInt(v);\n});");
        assertTrue(traceback.contains("java.lang.Integer.parseInt"), traceback);
        assertTrue(traceback.contains("at line 2:  Integer.parseInt(v);"), traceback);
        assertTrue(traceback.endsWith("at line 1:  List.of(\"x1\").forEach(v -> {"), traceback);
        for (String machinery : List.of("jdk.jshell", "jdk.internal", "REPL", "org.chainrule.kernel", "reflect")) {
            assertTrue(!traceback.contains(machinery), traceback);
        }
    }

    @Test
    void aDeepRecursionIsFolded() throws LabException {
        String traceback = traceback("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertTrue(traceback.startsWith("java.lang.StackOverflowError"), traceback);
        assertTrue(traceback.lines().count() < 30, traceback);
        assertTrue(traceback(
                                "int ping(int n) {\n return pong(n) + 1; }\nint pong(int n) {\n return ping(n) + 1; }\nping(0)")
                        .lines()
                        .count()
                < 30);
    }

    @Test
    void exceptionsThatNameEachOtherAsCauseAreToldOnce() throws LabException {
        String traceback = traceback("""
                var one = new RuntimeException("one");
                var two = new IllegalStateException("two", one);
                one.initCause(two);
                throw one;""");
        assertEquals(
                List.of("java.lang.RuntimeException: one", "Caused by: java.lang.IllegalStateException: two"),
                traceback.lines().filter(line -> !line.startsWith("    ")).toList());
    }

    @Test
    void aToStringThatThrowsIsTheCellsError() throws LabException {
        String traceback = traceback(
                "new Object() { public String toString() { throw new UnsupportedOperationException(\"no text\"); } }");
        assertTrue(traceback.startsWith("java.lang.UnsupportedOperationException: no text"), traceback);
        assertEquals(List.of("execute_result: 1"), outputs("1"));
    }

    @Test
    void anExceptionTypeOfTheCellHasItsOwnName() throws LabException {
        run("class Diverged extends RuntimeException { Diverged(String m) { super(m); } }");
        assertEquals(List.of("error: Diverged: loss is NaN"), outputs("throw new Diverged(\"loss is NaN\");"));
    }

    @Test
    void whatBreaksTheCompilerEndsTheCellOnly() throws LabException {
        String nested = "1" + " + (1".repeat(20_000) + ")".repeat(20_000);
        assertTrue(run(nested).error() != null);
        assertEquals(List.of("execute_result: 1"), outputs("1"));
    }

    @Test
    void cellsQueuedBehindAFailingOneAreNotRun() throws Exception {
        run("int ran = 0;");
        List<String> queued = List.of(send("throw new RuntimeException();"), send("ran++;"), send("ran++;"));
        assertEquals(
                List.of("error", "aborted", "aborted"),
                List.of(status(queued.get(0)), status(queued.get(1)), status(queued.get(2))));
        Thread.sleep(500);
        assertEquals("ok", status(send("ran += 10;")));
        assertEquals(List.of("execute_result: 10"), outputs("ran"));
    }

    private static String send(String code) {
        JsonObject request = new JsonObject();
        request.addProperty("code", code);
        request.addProperty("stop_on_error", true);
        return client.send("execute_request", request);
    }

    private static String status(String request) throws LabException {
        return Json.string(client.await(request, Duration.ofSeconds(20)), "status", "");
    }
}
