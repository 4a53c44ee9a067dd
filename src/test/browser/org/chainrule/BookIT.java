package org.chainrule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.chainrule.book.Book;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The book as it is made here: valid, whole, readable on a phone, and alone in the world. */
class BookIT {
    private static final Path BOOK = Path.of("target", "book").toAbsolutePath();
    private static final List<Integer> WIDTHS = List.of(360, 1280);


    private static final Map<Path, Document> READ = new HashMap<>();

    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void makeTheBook() throws Exception {
        new Book(Path.of("").toAbsolutePath(), BOOK).make();
        try (InputStream script = BookIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        browser = Browser.start();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(BOOK)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void hasAPageForEachChapterInOrder() throws IOException {
        List<String> chapters;
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            chapters = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .map(name -> name.replace(".ipynb", ".html"))
                    .sorted()
                    .toList();
        }
        Document index = read(BOOK.resolve("index.html"));
        assertEquals(chapters, index.select("#contents a").eachAttr("href"));
        assertEquals(chapters, index.select("main table a").eachAttr("href"), "README's table of chapters");

        List<String> turned = new ArrayList<>();
        for (String page = chapters.get(0); !page.isEmpty(); ) {
            turned.add(page);
            page = read(BOOK.resolve(page)).select(".turn [rel=next]").attr("href");
        }
        assertEquals(chapters, turned);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isValidHtml(Path page) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        assertEquals("", validator.validate(page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadsNowhereThatIsNot(Path page) throws IOException {
        Document document = read(page);
        List<String> broken = new ArrayList<>();
        for (Element element : document.select("[href], [src]")) {
            String address = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            boolean link = element.normalName().equals("a");
            if (!(link && address.startsWith("https://")) && !isThere(page, address)) {
                broken.add(element.normalName() + " " + address);
            }
        }
        assertEquals(List.of(), broken);
    }

    private static boolean isThere(Path page, String address) throws IOException {
        URI target = URI.create(address);
        if (target.isAbsolute()) {
            return false;
        }
        Path file = target.getPath().isEmpty() ? page : page.resolveSibling(target.getPath());
        return Files.isRegularFile(file)
                && (target.getFragment() == null || read(file).getElementById(target.getFragment()) != null);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasItsHeadingsInOrder(Path page) throws IOException {
        int before = 0;
        for (Element heading : read(page).select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0';
            assertTrue(level <= before + 1, heading.text() + " is of level " + level + " below " + before);
            before = level;
        }
        assertEquals(1, read(page).select("h1").size());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReadableOnAPhoneAndOnADesktop(Path page) {
        for (int width : WIDTHS) {
            show(page, width, "light");
            long needed = (long) browser.run("return document.documentElement.scrollWidth");
            assertTrue(needed <= width, "a window of " + width + " pixels has a page of " + needed);
        }
        assertEquals(List.of(), browser.run("""
                        return [...document.images]
                            .filter(image => !image.complete || image.naturalWidth === 0 || !image.alt.trim())
                            .map(image => image.src)"""), "pictures");
        assertEquals(List.of(), browser.run("""
                        return performance.getEntriesByType('resource').map(entry => entry.name)
                            .filter(name => !name.startsWith('file:'))"""), "what comes from elsewhere");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasItsFormulasTypeset(Path page) throws IOException {
        show(page, 1280, "light");
        String text = (String) browser.run("""
                document.querySelectorAll('details').forEach(folded => folded.open = true);
                document.querySelectorAll('pre, code').forEach(code => code.remove());
                return document.body.innerText""");
        for (String raw : List.of("$", "\\frac", "\\partial", "\\begin")) {
            assertTrue(!text.contains(raw), "there is a raw " + raw + " in the text");
        }
        Document document = read(page);
        for (Element formula : document.select(".formula")) {
            assertEquals(1, formula.select("> mjx-container").size());
            assertEquals(1, formula.select("> .spoken > math").size());
        }
        String notebook = page.getFileName().toString().replace(".html", ".ipynb");
        Path source = Path.of("notebooks", notebook);
        if (Files.exists(source) && Files.readString(source).contains("text/latex")) {
            assertTrue(!document.select(".outputs .formula").isEmpty(), "formulas that a cell gave");
        }
        assertEquals(
                true,
                browser.run(
                        "return !document.querySelector('mjx-container')"
                                + " || [...document.fonts].some(font => font.family.includes('MJXTEX') && font.status === 'loaded')"));
    }

    /**
     * What there is by the thousand is taken out before: the glyphs of the formulas, because what is read of a formula is its
     * MathML, and of each kind of word in the code all but the first, because all have one colour.
     */
    @ParameterizedTest
    @MethodSource("pages")
    void isAccessibleInLightAndDark(Path page) {
        assertEquals(List.of(), violations(page, 360, "light", "{}"), "light");
        assertEquals(List.of(), violations(page, 1280, "dark", "{runOnly: ['color-contrast']}"), "dark");
    }

    private static Object violations(Path page, int width, String scheme, String rules) {
        show(page, width, scheme);
        browser.run(
                """
                document.querySelectorAll('mjx-container').forEach(glyphs => glyphs.remove());
                const kinds = new Set();
                for (const word of document.querySelectorAll('.token')) {
                    if (kinds.has(word.className)) {
                        word.replaceWith(...word.childNodes);
                    }
                    kinds.add(word.className);
                }""");
        browser.run(axe);
        return browser.promised(
                """
                axe.run(%s).then(result => result.violations.map(
                    found => found.id + ': ' + found.nodes.slice(0, 3).map(node => node.html.slice(0, 200))))"""
                        .formatted(rules));
    }

    private static void show(Path page, int width, String scheme) {
        browser.look(width, scheme);
        browser.open(page.toUri().toString());
        // Until then the formulas are as wide as in another font.
        browser.await("document.fonts.ready");
    }

    private static Document read(Path page) throws IOException {
        Document known = READ.get(page);
        if (known == null) {
            known = Jsoup.parse(page.toFile(), "UTF-8");
            READ.put(page, known);
        }
        return known;
    }
}
