package org.chainrule.book;

import org.jsoup.nodes.Element;

/** What may be wider than a phone: it scrolls in itself, by touch and by keyboard, and the page stays as wide as it is. */
final class Wide {
    private Wide() {}

    /** A table gets a box that scrolls, code scrolls itself. */
    static void letScroll(Element element) {
        if (element.normalName().equals("table")) {
            Element caption = element.selectFirst("caption");
            Element box = new Element("div");
            element.replaceWith(box);
            box.appendChild(element);
            markAsScrolling(box, caption == null ? "Table" : caption.text());
        } else {
            markAsScrolling(element, "Code");
        }
    }

    static void markAsScrolling(Element box, String name) {
        box.addClass("wide").attr("tabindex", "0").attr("role", "group").attr("aria-label", name);
    }
}
