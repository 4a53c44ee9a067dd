package org.chainrule.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chainrule.kernel.LabException;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final Path FIRST = Path.of("first");
    private static final Path SECOND = Path.of("second");

    @Test
    void resultsAreToldInTheOrderOfTheFiles() throws LabException {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        List<Path> told = new ArrayList<>();
        SideBySide.run(
                List.of(FIRST, SECOND),
                file -> {
                    if (file.equals(SECOND)) {
                        secondIsDone.countDown();
                    } else {
                        await(secondIsDone);
                    }
                    return file;
                },
                told::add);
        assertEquals(List.of(FIRST, SECOND), told);
    }

    @Test
    void whereOneCannotBeRunTheOtherIsEndedFirst() {
        CountDownLatch secondRuns = new CountDownLatch(1);
        AtomicBoolean secondHasEnded = new AtomicBoolean();
        SideBySide.Task<Path> task = file -> {
            if (file.equals(FIRST)) {
                await(secondRuns);
                throw new LabException("no kernel");
            }
            secondRuns.countDown();
            assertThrows(InterruptedException.class, () -> new CountDownLatch(1).await());
            secondHasEnded.set(true);
            return file;
        };
        assertThrows(LabException.class, () -> SideBySide.run(List.of(FIRST, SECOND), task, result -> {}));
        assertTrue(secondHasEnded.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
