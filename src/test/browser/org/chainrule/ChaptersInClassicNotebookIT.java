package org.chainrule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A learner's first hour: chapters are opened untrusted, run from top to bottom, watched, and saved. */
class ChaptersInClassicNotebookIT extends ChaptersInABrowser {
    private static final Duration CHAPTER = Duration.ofSeconds(120);
    private static final String PICTURES = ".output img";
    private static final String CONNECTED = "Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()";

    @BeforeAll
    static void openTheFrontEnd() throws Exception {
        frontEnd = FrontEnd.ofLab(directory);
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void showsWhatIsStoredThoughNothingIsTrusted(String chapter) throws Exception {
        open(chapter);
        assertEquals(List.of(), browser.brokenPictures(PICTURES));
        browser.waitUntil("document.querySelectorAll('.output_latex:has(.MathJax)').length == "
                + Chapters.outputs(Chapters.stored(chapter), "text/latex").size());
        screenshot(chapter, "1-stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-start-here.ipynb", "04-xor.ipynb", "08-real-digits.ipynb"})
    void runsFromTopToBottomWithItsLivePlots(String chapter) throws Exception {
        String stored = Chapters.stored(chapter);
        open(chapter);
        browser.waitUntil(CONNECTED);
        browser.run("Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells();");
        Set<Object> frames = watchTheLivePlot(chapter);
        if (stored.contains(".watch(liveLoss()")) {
            assertTrue(frames.size() >= 5, "the live plot was seen in " + frames.size() + " states");
        }
        browser.waitUntil("Jupyter.notebook.get_cells().every(c => c.cell_type != 'code' || c.input_prompt_number > 0)");

        assertEquals(0L, browser.run("return document.querySelectorAll('.output_error').length"));
        assertEquals(List.of(), browser.brokenPictures(PICTURES), "after the run");
        screenshot(chapter, "3-run");

        browser.await("Jupyter.notebook.save_notebook()");
        String saved = frontEnd.saved(chapter);
        assertFalse(saved.contains("\"output_type\": \"error\""));
        assertEquals(
                Chapters.outputs(stored, "image/png").size(),
                Chapters.outputs(saved, "image/png").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {EndlessCells.TRAINING, EndlessCells.SWEEP})
    void anInterruptEndsTheCellAndWhatWasDoneStays(String endless) throws Exception {
        String seen = ".output " + EndlessCells.picture(endless);
        open(frontEnd.copyOf("own-notebook.ipynb"));
        browser.waitUntil(CONNECTED);
        browser.run("const cell = Jupyter.notebook.insert_cell_at_bottom('code');"
                + " cell.set_text(arguments[0]); cell.execute();", endless);
        browser.waitUntil("Jupyter.notebook.get_cells().at(-1).element.find('" + seen + "').length == 1");
        browser.click("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
        browser.waitUntil("!Jupyter.notebook.get_cells().at(-1).element.hasClass('running')");
        assertEquals(1L, browser.run("return Jupyter.notebook.get_cells().at(-1).element.find('.output_error').length"));
        assertEquals(1L, browser.run("return Jupyter.notebook.get_cells().at(-1).element.find(arguments[0]).length", seen));
    }

    private static void open(String chapter) {
        browser.open(frontEnd.chapter(chapter));
        browser.waitUntil("!!(window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded)");
    }

    /** Every state of the last picture of the cell that is running, as long as the run goes on. */
    private static Set<Object> watchTheLivePlot(String chapter) throws Exception {
        Set<Object> frames = new HashSet<>();
        long end = System.nanoTime() + CHAPTER.toNanos();
        boolean shot = false;
        while (System.nanoTime() < end) {
            Object source = browser.run(
                    """
                    const busy = Jupyter.notebook.get_cells().find(c => c.cell_type == 'code'
                        && c.get_text().includes('liveLoss') && c.element.hasClass('running'));
                    const image = busy && busy.element.find('.output img').last()[0];
                    return image ? image.src : null""");
            if (source != null) {
                frames.add(source);
                if (frames.size() == 4 && !shot) {
                    shot = true;
                    screenshot(chapter, "2-live");
                }
            }
            if (browser.is("Jupyter.notebook.get_cells().every(c => !c.element.hasClass('running'))")) {
                return frames;
            }
            Thread.sleep(50);
        }
        return frames;
    }

    private static void screenshot(String chapter, String moment) throws Exception {
        boolean running = browser.is("!!document.querySelector('.code_cell.running')");
        browser.screenshot(
                "classic-" + chapter.replace(".ipynb", "-" + moment), running ? ".code_cell.running" : PICTURES);
    }
}
