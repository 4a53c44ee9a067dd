package org.chainrule.notebook;

import java.util.regex.Pattern;

/** Names and cells of a table in HTML: whatever they hold is shown, and nothing of it is taken for markup or for formulas. */
final class Markup {
    /** Line ends, what a terminal would obey, and what turns the direction of the text after it. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Pattern MATH = Pattern.compile("[$\\\\]");

    private Markup() {}

    /** Text on one line, with a space for each control character. */
    static String line(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    /** Text as the content of an element. A formula ends where an element begins, so one around each $ and \ keeps it text. */
    static String text(String text) {
        return MATH.matcher(attribute(text)).replaceAll("<span>$0</span>");
    }

    /** Text as the value of an attribute in double quotes. */
    static String attribute(String text) {
        return line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
