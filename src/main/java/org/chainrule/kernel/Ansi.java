package org.chainrule.kernel;

/** The colours of a traceback: front ends show them, and leave them out in plain text. */
final class Ansi {
    private Ansi() {}

    static String red(String text) {
        return "\u001b[1;31m" + text + "\u001b[0m";
    }
}
