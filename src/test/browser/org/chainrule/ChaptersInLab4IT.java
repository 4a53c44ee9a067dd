package org.chainrule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chapters in JupyterLab 4's own renderers: as a fresh clone shows them, in both themes, and run on our kernel. */
class ChaptersInLab4IT extends ChaptersInABrowser {
    private static final String PICTURES = ".jp-OutputArea-output img";
    private static final String ERRORS = "[data-mime-type='application/vnd.jupyter.error'], .jp-RenderedText[data-mime-type*=stderr]";
    private static final String TRUSTED = """
            return [...new Set(chapter.notebook.widgets.filter(c => c.outputArea).map(c => c.outputArea.model.trusted))]""";

    private static final String IDLE = "chapter.notebook.widgets.every(cell => cell.model.executionState !== 'running')";

    /** The parts of stored HTML that a selector finds: their words, or for a picture those that stand for it. */
    private static final String IN_STORED_HTML = """
            return arguments[0]
                .flatMap(html => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(arguments[1])])
                .map(part => part.alt ?? part.textContent)""";

    private static final String IN_SHOWN_HTML = """
            return [...document.querySelectorAll(`.jp-RenderedHTML ${arguments[0]}`)]
                .map(part => part.alt ?? part.textContent)""";

    private static final String WORDS_NOT_ON_THE_LEFT = """
            return [...document.querySelectorAll('.jp-RenderedHTML :is(td, th) > div')].filter(words => {
                const text = document.createRange();
                text.selectNodeContents(words);
                return text.getBoundingClientRect().left - words.parentNode.getBoundingClientRect().left > 15;
            }).map(words => words.textContent)""";

    private static final String TYPESET = """
            [...document.querySelectorAll('.jp-RenderedMarkdown, .jp-RenderedLatex')].every(rendered => {
                const copy = rendered.cloneNode(true);
                copy.querySelectorAll('code, mjx-container').forEach(part => part.remove());
                return !copy.textContent.includes('$');
            })""";

    private static final String PNG_SHOWN = """
            return [...document.querySelectorAll('.jp-RenderedImage img')].map(image => image.src.split(',')[1])""";

    private static final String LIVE_PLOTS = """
            return chapter.notebook.widgets
                .filter(c => c.model.executionState === 'running' && c.model.sharedModel.source.includes('liveLoss('))
                .flatMap(c => [...c.node.querySelectorAll('img')])
                .map(image => {
                    image.closest('.jp-Cell').classList.add('watched');
                    return image.src;
                })""";

    private static final String IN_LAST_CELL = "return chapter.notebook.widgets.at(-1).node.querySelectorAll(arguments[0]).length";

    @BeforeAll
    static void openTheFrontEnd() throws Exception {
        frontEnd = FrontEnd.ofServer(directory, Lab4Page.bundle());
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void showsWhatIsStoredThoughNothingIsTrusted(String chapter) throws Exception {
        String stored = Chapters.stored(chapter);
        List<String> html = Chapters.outputs(stored, "text/html");
        List<String> latex = Chapters.outputs(stored, "text/latex");
        open(chapter, "");
        assertEquals(List.of(false), browser.run(TRUSTED));

        for (String part : List.of("img", "table", "caption", "div[align=left]", "progress")) {
            assertEquals(browser.run(IN_STORED_HTML, html, part), browser.run(IN_SHOWN_HTML, part), part);
        }
        assertEquals(Chapters.outputs(stored, "image/png"), browser.run(PNG_SHOWN));
        assertEquals(List.of(), browser.brokenPictures(PICTURES));
        assertEquals(List.of(), browser.run(WORDS_NOT_ON_THE_LEFT));

        browser.waitUntil(TYPESET);
        assertEquals((long) latex.size(), count(".jp-RenderedLatex:has(mjx-container)"));
        assertEquals(0L, count("mjx-merror"));
        assertEquals(0L, count(".jp-OutputArea script"));

        browser.screenshot("lab4-" + chapter.replace(".ipynb", "-1-light"), PICTURES);
        browser.run("chapter.showTheme('dark')");
        browser.screenshot("lab4-" + chapter.replace(".ipynb", "-2-dark"), PICTURES);
    }

    @Test
    void runsAChapterWithItsLivePlotsAndSavesWhatIsSeen() throws Exception {
        String chapter = "00-start-here.ipynb";
        String copy = frontEnd.copyOf(chapter);
        open(copy, "&kernel");
        browser.run("chapter.runAll()");
        int frames = framesWhileRunning();
        assertTrue(frames >= 5, "the live plots were seen in " + frames + " states");
        assertEquals(0L, count(ERRORS));
        assertEquals(List.of(), browser.brokenPictures(PICTURES));
        assertEquals(List.of(true), browser.run(TRUSTED));

        browser.click("[data-jp-item-name=save] jp-button");
        browser.waitUntil("!chapter.context.model.dirty");
        String saved = frontEnd.saved(copy);
        assertFalse(saved.contains("\"output_type\": \"error\""));
        assertEquals(browser.run(PNG_SHOWN), Chapters.outputs(saved, "image/png"));
        // Each live plot is one output, replaced in place: there are no more of them than stored.
        assertEquals(
                Chapters.outputs(Chapters.stored(chapter), "image/png").size(),
                Chapters.outputs(saved, "image/png").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {EndlessCells.TRAINING, EndlessCells.SWEEP})
    void anInterruptEndsTheCellAndWhatWasDoneStays(String endless) throws Exception {
        String seen = EndlessCells.picture(endless);
        open("own-notebook.ipynb", "&kernel");
        browser.run("chapter.run(arguments[0])", endless);
        browser.waitUntil("chapter.notebook.widgets.at(-1).node.querySelector('" + seen + "') !== null");
        browser.click("[data-jp-item-name=interrupt] jp-button");
        browser.waitUntil(IDLE);
        assertEquals(1L, browser.run(IN_LAST_CELL, ERRORS));
        assertEquals(1L, browser.run(IN_LAST_CELL, seen));
        browser.screenshot("lab4-interrupted-" + seen, ".jp-Cell:last-child " + seen);

        browser.run("chapter.run('begun')");
        browser.waitUntil(IDLE);
        assertEquals(1L, browser.run(IN_LAST_CELL, "table"));
        browser.screenshot("lab4-interrupted-" + seen + "-result", ".jp-Cell:last-child table");
    }

    @Test
    void aNameIsNotTakenForMathematics() {
        open("own-notebook.ipynb", "&kernel");
        browser.run(
                "chapter.run(arguments[0])",
                """
                Network.inputs(1).dense(1, Activation.of("$5 to $10, \\\\(x\\\\)", z -> z, (z, a) -> 1))
                        .initialize(Initializer.he(), NumpyRandom.seed(0))""");
        browser.waitUntil(IDLE);
        assertEquals(1L, browser.run(IN_LAST_CELL, "table"));
        assertEquals(0L, browser.run(IN_LAST_CELL, "mjx-container"));
    }

    private static void open(String chapter, String option) {
        browser.open(frontEnd.chapter(chapter) + option);
        browser.waitUntil("!!window.chapter");
    }

    /** In how many states the live plots were seen while their cells ran. */
    private static int framesWhileRunning() throws Exception {
        Set<Object> frames = new HashSet<>();
        boolean shot = false;
        while (!browser.is(IDLE)) {
            frames.addAll((List<?>) browser.run(LIVE_PLOTS));
            if (frames.size() >= 10 && !shot) {
                shot = true;
                browser.screenshot("lab4-live", ".watched img");
            }
            Thread.sleep(50);
        }
        return frames.size();
    }

    private static long count(String selector) {
        return (Long) browser.run("return document.querySelectorAll(arguments[0]).length", selector);
    }
}
