package org.chainrule.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code ./lab} does before there is a Java to test it with. */
class LabScriptTest {
    @Test
    void theScriptHelpsOnEveryMachine() {
        Machine.Outcome outcome = Machine.here(Path.of(""))
                .run(
                        Duration.ofMinutes(2),
                        List.of("/bin/sh", Path.of("src/test/sh/lab-test.sh").toString()));
        assertEquals("", outcome.output());
        assertEquals(0, outcome.exitCode());
    }
}
