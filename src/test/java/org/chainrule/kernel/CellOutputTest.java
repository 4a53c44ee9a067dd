package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellOutputTest extends WithKernel {
    @Test
    void outputsKeepTheOrderInWhichTheyWereWritten() throws LabException {
        assertEquals(
                List.of(
                        "stdout: one",
                        "stderr: two",
                        "stdout:  three\n",
                        "display_data: four",
                        "stdout: five",
                        "execute_result: six"),
                outputs("""
                        System.out.print("one"); System.err.print("two"); System.out.println(" three");
                        show("four");
                        System.out.print("five");
                        "six\""""));
    }

    @Test
    void manyPrintedLinesArriveWhole() throws LabException {
        List<String> outputs = outputs("for (int i = 0; i < 5000; i++) System.out.println(i);");
        assertEquals(1, outputs.size());
        assertEquals(5000, outputs.get(0).lines().count());
        assertEquals("4999", outputs.get(0).lines().skip(4999).findFirst().orElse(""));
    }

    @Test
    void charactersBeyondAsciiArriveEvenByteByByte() throws LabException {
        assertEquals(
                List.of("stdout: ∂C/∂w ✓ 🎉"),
                outputs(
                        "for (byte b : \"∂C/∂w ✓ 🎉\".getBytes(java.nio.charset.StandardCharsets.UTF_8)) System.out.write(b);"
                                + " System.out.flush();"));
    }

    @Test
    void threadsPrintToo() throws LabException {
        assertEquals(
                List.of("stdout: from a thread\n"),
                outputs("var t = new Thread(() -> System.out.println(\"from a thread\")); t.start(); t.join();"));
    }

    @Test
    void aDisplayIsUpdatedInPlaceAlsoFromALaterCell() throws LabException {
        List<JsonObject> outputs = run("String shown = display(\"first\");\nSystem.out.println(\"after\");")
                .outputs();
        assertEquals("display_data: first", brief(outputs.get(0)));
        assertEquals(List.of(), outputs("updateDisplay(shown, \"second\");"));
        assertEquals("display_data: second", brief(outputs.get(0)));
        assertEquals("stdout: after\n", brief(outputs.get(1)));
    }

    @Test
    void registeredRenderingsServeLastExpressionsAndDisplayWithMetadata() throws LabException {
        run("""
                import org.chainrule.notebook.*;
                record Chart(String name) {}
                var display = new BaseKernelDisplay(org.chainrule.kernel.KernelProbe.kernel());
                for (int i = 0; i < 2; i++) {
                    display.register(Chart.class, c -> new MimeBundle(
                            Map.of("text/plain", "chart " + ((Chart) c).name(), "image/png", "AAAA", "text/html", "<b>c</b>"),
                            Map.of("image/png", Map.of("width", 400))));
                }""");
        JsonObject result = run("new Chart(\"loss\")").outputs().get(0);
        assertEquals("execute_result: chart loss", brief(result));
        assertEquals("AAAA", Json.string(Json.object(result, "data"), "image/png", ""));
        assertEquals(
                400,
                Json.object(Json.object(result, "metadata"), "image/png")
                        .get("width")
                        .getAsDouble());

        JsonObject onlyHtml = run("display(new Chart(\"x\"), \"text/html\"); int done = 1;")
                .outputs()
                .get(0);
        assertEquals(2, Json.object(onlyHtml, "data").size());

        JsonObject live = run("String id = display.publish(MimeBundle.text(\"epoch 0\"));\n"
                        + "for (int e = 1; e <= 50; e++) display.update(id, MimeBundle.text(\"epoch \" + e));")
                .outputs()
                .get(0);
        assertEquals("display_data: epoch 50", brief(live));
    }

    @Test
    void printingAndDisplayingWithTheInterruptFlagSetDoesNotHarmTheKernel() throws LabException {
        assertEquals(
                List.of("stdout: printed\n", "display_data: shown", "display_data: displayed", "stdout: true\n"),
                outputs("""
                        Thread.currentThread().interrupt();
                        for (int i = 0; i < 1; i++) {
                            Thread.currentThread().interrupt();
                            System.out.println("printed"); show("shown"); String unused = display("displayed");
                            System.out.println(Thread.currentThread().isInterrupted());
                        }"""));
        JupyterClient.Result next = run("Thread.currentThread().isInterrupted()");
        assertNull(next.error());
        assertEquals("execute_result: false", brief(next.outputs().get(0)));
    }

    @Test
    void thousandsOfDisplaysAllArrive() throws LabException {
        assertEquals(
                5000, run("for (int i = 0; i < 5000; i++) show(i);").outputs().size());
    }

    @Test
    void anOutputWithoutJsonFormIsToldAndTheKernelGoesOn() throws LabException {
        List<String> outputs = outputs("""
                var nan = new org.chainrule.notebook.MimeBundle(
                        Map.of("text/plain", "x"), Map.of("image/png", Map.of("width", Double.NaN)));
                new org.chainrule.notebook.BaseKernelDisplay(org.chainrule.kernel.KernelProbe.kernel()).publish(nan);
                System.out.println("on");
                int end = 0;""");
        assertTrue(outputs.get(0).startsWith("stderr: An output cannot be sent: NaN"), outputs.get(0));
        assertEquals("stdout: on\n", outputs.get(1));
    }
}
