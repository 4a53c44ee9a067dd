package org.chainrule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A learner's first hour: a chapter is opened untrusted, run from top to bottom, watched, and saved. */
class ChaptersInABrowserIT {
    private static final Path SCREENSHOTS = Path.of("target", "browser");
    private static final Duration CHAPTER = Duration.ofSeconds(120);

    @TempDir
    static Path directory;

    private static FrontEnd frontEnd;
    private static ChromeDriver browser;

    @BeforeAll
    static void openTheFrontEnd() throws Exception {
        Files.createDirectories(SCREENSHOTS);
        frontEnd = FrontEnd.start(directory);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browserPath("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(browserPath("chromedriver")))
                        .build(),
                options);
        browser.manage().window().setSize(new Dimension(1100, 1400));
    }

    @AfterAll
    static void closeTheFrontEnd() throws Exception {
        if (browser != null) {
            browser.quit();
        }
        if (frontEnd != null) {
            frontEnd.close();
        }
    }

    static Stream<String> chapters() throws IOException {
        return Files.list(Path.of("notebooks"))
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".ipynb"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void runsFromTopToBottomWithItsLivePlots(String chapter) throws Exception {
        browser.get(frontEnd.chapter(chapter));
        waitFor("return !!(window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded)");
        assertEquals(List.of(), brokenPictures(), "as stored, untrusted");
        screenshot(chapter, "1-stored");

        waitFor("return Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
        browser.executeScript("Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells();");
        Set<Object> frames = watchTheLivePlot(chapter);
        if (stored(chapter).contains(".watch(liveLoss()")) {
            assertTrue(frames.size() >= 5, "the live plot was seen in " + frames.size() + " states");
        }
        waitFor("return Jupyter.notebook.get_cells().every(c => c.cell_type != 'code' || c.input_prompt_number > 0)");

        assertEquals(0L, browser.executeScript("return document.querySelectorAll('.output_error').length"));
        assertEquals(List.of(), brokenPictures(), "after the run");
        screenshot(chapter, "3-run");

        browser.executeAsyncScript("const done = arguments[0]; Jupyter.notebook.save_notebook().then(() => done(true));");
        String saved = frontEnd.saved(chapter);
        assertFalse(saved.contains("\"output_type\": \"error\""));
        assertEquals(pictures(JsonParser.parseString(stored(chapter))),
                pictures(JsonParser.parseString(saved)));
    }

    private static String stored(String chapter) throws IOException {
        return Files.readString(Path.of("notebooks", chapter));
    }

    private static String browserPath(String name) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, name))) {
                return Path.of(directory, name).toString();
            }
        }
        throw new IllegalStateException("no " + name + " was found; ./lab test with --browser installs it");
    }

    /** Every state of the last picture of the cell that is running, as long as the run goes on. */
    private static Set<Object> watchTheLivePlot(String chapter) throws Exception {
        Set<Object> frames = new HashSet<>();
        long end = System.nanoTime() + CHAPTER.toNanos();
        boolean shot = false;
        while (System.nanoTime() < end) {
            Object source = browser.executeScript(
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
            if (Boolean.TRUE.equals(browser.executeScript(
                    "return Jupyter.notebook.get_cells().every(c => !c.element.hasClass('running'))"))) {
                return frames;
            }
            Thread.sleep(50);
        }
        return frames;
    }

    /** Pictures that are not shown: not loaded, or of no size. */
    private static Object brokenPictures() {
        waitFor("return [...document.querySelectorAll('.output img')].every(i => i.complete)");
        return browser.executeScript(
                """
                return [...document.querySelectorAll('.output img')]
                    .filter(i => i.naturalWidth == 0 || i.getBoundingClientRect().width < 100)
                    .map(i => i.src.substring(0, 80))""");
    }

    private static int pictures(JsonElement notebook) {
        int pictures = 0;
        for (JsonElement cell : notebook.getAsJsonObject().getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().has("outputs")) {
                for (JsonElement output : cell.getAsJsonObject().getAsJsonArray("outputs")) {
                    pictures += output.toString().contains("image/png") ? 1 : 0;
                }
            }
        }
        return pictures;
    }

    private static void waitFor(String condition) {
        new WebDriverWait(browser, CHAPTER).until(page -> Boolean.TRUE.equals(browser.executeScript(condition)));
    }

    private static void screenshot(String chapter, String moment) throws Exception {
        browser.executeScript(
                "const live = document.querySelector('.code_cell.running') || document.querySelector('.output img');"
                        + " if (live) live.scrollIntoView({block: 'center'});");
        Thread.sleep(300);
        Files.write(
                SCREENSHOTS.resolve(chapter.replace(".ipynb", "-" + moment + ".png")),
                browser.getScreenshotAs(OutputType.BYTES));
    }
}
