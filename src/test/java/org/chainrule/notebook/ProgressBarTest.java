package org.chainrule.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.explain.XorAtlas;
import org.chainrule.explain.XorExperiment;
import org.chainrule.training.SweepListener;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final Screen screen = new Screen();

    @Test
    void isOneOutputThatEndsFull() {
        XorExperiment.usual().epochs(10).atlas(50, new ProgressBar(screen, "XOR <atlas>"));
        assertEquals(1, screen.outputs());
        MimeBundle last = screen.last();
        assertEquals("XOR <atlas>: all 50 runs", last.plainText());
        assertEquals(
                "XOR &lt;atlas&gt; <progress max=\"50\" value=\"50\"></progress> all 50 runs",
                last.data().get("text/html"));
    }

    @Test
    void isReplacedTenTimesASecondAtMost() throws Exception {
        ProgressBar bar = new ProgressBar(screen, "runs");
        long start = System.nanoTime();
        for (int done = 0; done < 50; done++) {
            bar.progress(done, 50);
            Thread.sleep(10);
        }
        long frames = (System.nanoTime() - start) / 100_000_000 + 1;
        assertTrue(screen.frames().size() >= 3, "frames: " + screen.frames().size());
        assertTrue(
                screen.frames().size() <= frames, "frames: " + screen.frames().size());
        assertEquals("runs: 0 % of 50 runs", screen.frames().get(0).plainText());
    }

    @Test
    void whereTheSweepWasInterruptedWhatWasCountedStandsBelow() {
        Thread caller = Thread.currentThread();
        SweepListener stopsSoon = (done, all) -> {
            if (done > 0) {
                caller.interrupt();
            }
        };
        XorAtlas atlas = XorExperiment.usual().atlas(1_000_000, new ProgressBar(screen, "XOR atlas"), stopsSoon);
        assertTrue(Thread.interrupted());
        String text = screen.last().plainText();
        assertTrue(text.startsWith("XOR atlas: interrupted after "), text);
        assertTrue(text.endsWith(Renderings.of(atlas).plainText()), text);
        assertTrue(screen.last().data().get("text/html").toString().contains("<table>"));
    }

    @Test
    void servesOneSweepAfterAnother() {
        ProgressBar bar = new ProgressBar(screen, "runs");
        XorExperiment.usual().epochs(10).atlas(2, bar);
        XorExperiment.usual().epochs(10).atlas(3, bar);
        assertEquals(2, screen.outputs());
        assertEquals("runs: all 3 runs", screen.last().plainText());
    }
}
