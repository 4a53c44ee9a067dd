package org.chainrule.book;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chainrule.kernel.LabException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of the book: the frame that all share, with the contents on one side and a chapter, or the start, in it. */
final class Page {
    private static final String INDEX = "index.html";

    private final Document document;
    private final List<Chapter> chapters;
    private final String file;

    /**
     * Opens a page.
     *
     * @param chapters all of them, for the contents
     * @param file its name in the book
     */
    Page(List<Chapter> chapters, String file, String title) throws IOException {
        try (InputStream frame = Page.class.getResourceAsStream("page.html")) {
            document = Jsoup.parse(frame, "UTF-8", "");
        }
        document.outputSettings().prettyPrint(false);
        document.title(title);
        this.chapters = chapters;
        this.file = file;
    }

    static Page index(List<Chapter> chapters, Readme readme) throws IOException {
        Page page = new Page(chapters, INDEX, "Chainrule");
        page.main().appendChildren(readme.introduction());
        page.main().appendElement("h2").id("run-it-yourself").text("Run it yourself");
        page.main().appendChildren(readme.start());
        page.fillContents(null);
        return page;
    }

    static Page of(Chapter chapter, List<Chapter> chapters) throws IOException {
        Page page = new Page(chapters, chapter.page(), chapter.title() + " – Chainrule");
        page.main().appendChildren(chapter.content().childNodesCopy());
        int position = chapters.indexOf(chapter);
        Element turn = page.main().appendElement("nav").addClass("turn").attr("aria-label", "Previous and next");
        if (position > 0) {
            page.turn(turn, "prev", "Previous", chapters.get(position - 1));
        }
        if (position + 1 < chapters.size()) {
            page.turn(turn, "next", "Next", chapters.get(position + 1));
        }
        page.fillContents(chapter);
        return page;
    }

    private void turn(Element turn, String relation, String word, Chapter to) {
        Element link = turn.appendElement("a").attr("href", to.page()).attr("rel", relation);
        link.appendElement("small").text(word);
        link.appendText(" " + to.title());
        document.head().appendElement("link").attr("rel", relation).attr("href", to.page());
    }

    private void fillContents(Chapter shown) {
        Element list = document.expectFirst("#contents ol");
        for (Chapter chapter : chapters) {
            Element entry = list.appendElement("li");
            Element link = entry.appendElement("a").attr("href", chapter.page()).text(chapter.title());
            if (chapter == shown) {
                link.attr("aria-current", "page");
                fillSections(entry.appendElement("ol"), chapter.sections());
            }
        }
    }

    private static void fillSections(Element list, List<Section> sections) {
        Element below = null;
        for (Section section : sections) {
            Element last = list.lastElementChild();
            Element target = list;
            if (section.level() == 3 && last != null) {
                if (below == null) {
                    below = last.appendElement("ol");
                }
                target = below;
            } else {
                below = null;
            }
            target.appendElement("li")
                    .appendElement("a")
                    .attr("href", "#" + section.id())
                    .html(section.heading());
        }
    }

    private Element main() {
        return document.expectFirst("main");
    }

    /**
     * Turns links to notebooks into links to pages, and writes the page.
     *
     * @throws LabException if a link leads out of the book, but not to another host
     */
    void write(Path book) throws LabException, IOException {
        for (Element link : main().select("a[href]")) {
            link.attr("href", address(link.attr("href")));
        }
        Files.writeString(book.resolve(file), document.outerHtml());
    }

    private String address(String href) throws LabException {
        URI target = URI.create(href);
        if (target.isAbsolute() || target.getPath().isEmpty()) {
            return href;
        }
        String name = Path.of(target.getPath()).getFileName().toString();
        for (Chapter chapter : chapters) {
            if (name.equals(chapter.notebook()) || name.equals(chapter.page())) {
                return chapter.page() + (target.getFragment() == null ? "" : "#" + target.getFragment());
            }
        }
        throw new LabException(
                file + ": the link to " + href + " leads out of the book; link a chapter, or a full address.");
    }
}
