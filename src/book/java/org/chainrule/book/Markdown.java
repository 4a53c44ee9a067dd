package org.chainrule.book;

import java.util.List;
import java.util.Set;
import org.chainrule.kernel.LabException;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Element;

/** The text of a cell as HTML: CommonMark with tables, formulas typeset, Java coloured. */
final class Markdown {
    /** So many characters of TeX may be wider than a phone. */
    private static final int LONG = 40;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .customInlineContentParserFactory(new FormulaParser.Factory())
            .build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(context -> new NodeRenderer() {
                @Override
                public Set<Class<? extends Node>> getNodeTypes() {
                    return Set.of(Formula.class);
                }

                @Override
                public void render(Node node) {
                    context.getWriter().raw(place((Formula) node));
                }
            })
            .build();
    private final Typesetter typesetter;

    Markdown(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** Adds the blocks of a text to an element. */
    void appendTo(Element parent, String text) throws LabException {
        Element blocks = new Element("div");
        blocks.html(renderer.render(parser.parse(text)));
        for (Element formula : blocks.select("[data-tex]")) {
            typeset(formula);
        }
        for (Element code : blocks.select("pre > code.language-java")) {
            code.html(typesetter.java(code.wholeText().stripTrailing()));
        }
        for (Element entry : blocks.select("th[align], td[align]")) {
            entry.addClass(entry.attr("align")).removeAttr("align");
        }
        // The corner of a table heads nothing.
        blocks.select("th:matchesWholeText(^\\s*$)").tagName("td");
        blocks.select("pre, table").forEach(Wide::letScroll);
        parent.appendChildren(blocks.childNodesCopy());
    }

    private static String place(Formula formula) {
        return new Element("span")
                .attr("data-tex", formula.tex())
                .attr("data-display", formula.display())
                .outerHtml();
    }

    private void typeset(Element place) throws LabException {
        boolean display = place.hasAttr("data-display");
        String tex = place.attr("data-tex");
        place.html(typesetter.math(tex, display))
                .removeAttr("data-tex")
                .removeAttr("data-display")
                .addClass("formula");
        if (display || tex.length() > LONG) {
            Wide.markAsScrolling(place, "Formula");
        }
        if (display) {
            place.tagName("div");
            if (place.parent().normalName().equals("p")) {
                takeOut(place);
            }
        }
    }

    /** A block may not stand in a paragraph: what is before it stays one, what is behind it becomes another. */
    private static void takeOut(Element block) {
        Element before = block.parent();
        Element behind = before.shallowClone();
        while (block.nextSibling() != null) {
            behind.appendChild(block.nextSibling());
        }
        before.after(behind);
        before.after(block);
        for (Element paragraph : List.of(before, behind)) {
            if (paragraph.childrenSize() == 0 && !paragraph.hasText()) {
                paragraph.remove();
            }
        }
    }
}
