package org.chainrule.export;

/** Text of a file as it may stand in a message: short, and without characters that a console would obey. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    static String text(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return start.replaceAll("\\p{C}", "?");
    }
}
