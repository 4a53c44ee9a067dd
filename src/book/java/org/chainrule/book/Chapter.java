package org.chainrule.book;

import java.util.List;
import java.util.Locale;
import org.chainrule.kernel.LabException;
import org.chainrule.kernel.NotebookFile;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.jsoup.nodes.Element;

/**
 * A notebook as it stands in the book.
 *
 * @param name the file's name without an ending: the notebook's and the page's
 * @param title its first heading
 * @param content its cells with their outputs, as HTML
 * @param sections its further headings, in order
 */
record Chapter(String name, String title, Element content, List<Section> sections) {
    private static final String ENDING = ".ipynb";

    /**
     * Renders a notebook.
     *
     * @throws LabException if it has no title, or something that the book cannot show
     */
    static Chapter of(NotebookFile notebook, Markdown markdown, Typesetter typesetter, Pictures pictures)
            throws LabException {
        String file = notebook.path().getFileName().toString();
        String name = file.substring(0, file.length() - ENDING.length());
        Element content = new Element("div");
        for (int i = 0; i < notebook.size(); i++) {
            try {
                switch (notebook.cellType(i)) {
                    case "markdown" ->
                        markdown.appendTo(content.appendElement("div").addClass("text"), notebook.source(i));
                    case "code" -> appendCode(content, notebook, i, typesetter, markdown, pictures);
                    default -> content.appendElement("pre").text(notebook.source(i));
                }
            } catch (LabException e) {
                throw new LabException(file + ", cell " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        Element title = content.selectFirst("h1");
        if (title == null) {
            throw new LabException(file + " has no title; its first cell needs a heading as \"# Title\".");
        }
        return new Chapter(name, title.text(), content, sections(content));
    }

    private static void appendCode(
            Element content,
            NotebookFile notebook,
            int position,
            Typesetter typesetter,
            Markdown markdown,
            Pictures pictures)
            throws LabException {
        Element cell = content.appendElement("div").addClass("cell");
        Element code = cell.appendElement("pre").addClass("code");
        code.appendElement("code")
                .html(typesetter.java(notebook.source(position).stripTrailing()));
        Wide.letScroll(code);
        Outputs outputs = new Outputs(cell.appendElement("div").addClass("outputs"), markdown, pictures);
        outputs.append(notebook.outputs(position));
    }

    private static List<Section> sections(Element content) {
        IdGenerator ids = IdGenerator.builder().build();
        return content.select("h1, h2, h3, h4").stream()
                .peek(heading -> heading.id(ids.generateId(heading.text().toLowerCase(Locale.ROOT))))
                .filter(heading -> heading.normalName().matches("h[23]"))
                .map(heading -> new Section(heading.normalName().charAt(1) - '0', heading.id(), heading.html()))
                .toList();
    }

    /** The file of its page. */
    String page() {
        return name + ".html";
    }

    /** The file of its notebook. */
    String notebook() {
        return name + ENDING;
    }
}
