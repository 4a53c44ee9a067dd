package org.chainrule;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window, asked in JavaScript about the page that it shows. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "browser");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() throws IOException {
        Files.createDirectories(SCREENSHOTS);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onThePath("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(onThePath("chromedriver")))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(LONGEST_WAIT);
        driver.manage().window().setSize(new Dimension(1100, 1400));
        return new Browser(driver);
    }

    private static String onThePath(String name) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, name))) {
                return Path.of(directory, name).toString();
            }
        }
        throw new IllegalStateException("no " + name + " was found; ./lab test with --browser installs it");
    }

    /** Shows pages from now on in a window of that width, to a reader who prefers light or dark. */
    void look(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void open(String address) {
        driver.get(address);
    }

    /** What a script returns: its numbers as {@code Long} or {@code Double}, its arrays as lists. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script that gives a promise, and waits until it is kept. */
    void await(String promise) {
        driver.executeAsyncScript("const done = arguments[0]; (" + promise + ").then(() => done(null));");
    }

    /** What a promise gives. */
    Object promised(String promise) {
        return driver.executeAsyncScript("const done = arguments[0]; (" + promise + ").then(done);");
    }

    boolean is(String condition) {
        return Boolean.TRUE.equals(run("return " + condition));
    }

    void waitUntil(String condition) {
        new WebDriverWait(driver, LONGEST_WAIT).withMessage(condition).until(page -> is(condition));
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Pictures that are not shown, not loaded or of no size, by the beginning of their source. */
    Object brokenPictures(String selector) {
        waitUntil("[...document.querySelectorAll('" + selector + "')].every(i => i.complete)");
        return run(
                """
                return [...document.querySelectorAll(arguments[0])]
                    .filter(i => i.naturalWidth == 0 || i.getBoundingClientRect().width < 100)
                    .map(i => i.src.substring(0, 80))""",
                selector);
    }

    /** Stores what is seen now, with the first element that a selector finds in the middle. */
    void screenshot(String name, String selector) throws Exception {
        run("document.querySelector(arguments[0])?.scrollIntoView({block: 'center'})", selector);
        Thread.sleep(300);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
