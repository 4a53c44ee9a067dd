package org.chainrule.book;

import org.commonmark.node.CustomNode;

/** TeX between dollars: in the line, or, between two on each side, displayed on its own. */
final class Formula extends CustomNode {
    private final String tex;
    private final boolean display;

    Formula(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    boolean display() {
        return display;
    }
}
