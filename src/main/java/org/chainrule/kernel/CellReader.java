package org.chainrule.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Reads a cell piece by piece: snippets, of which JShell takes one at a time, and magics, which it does not know. */
final class CellReader {
    // JShell counts lines wrongly in a snippet that begins with blank lines or comments.
    private static final Pattern LEAD = Pattern.compile("(\\s+|//[^\n]*|(?s:/\\*.*?\\*/))+");

    private final SourceCodeAnalysis analysis;
    private final String code;
    private int next;

    CellReader(SourceCodeAnalysis analysis, String code) {
        this.analysis = analysis;
        this.code = code;
    }

    /**
     * A snippet, or a line that begins with a percent sign.
     *
     * @param offset the character of the cell at which it begins
     * @param completeness what JShell thinks of the snippet; null for a magic
     */
    record Piece(String source, int offset, Completeness completeness) {
        boolean isMagic() {
            return completeness == null;
        }
    }

    /** The next piece, or null at the end of the cell. */
    Piece next() {
        Matcher lead = LEAD.matcher(code).region(next, code.length());
        int offset = lead.lookingAt() ? lead.end() : next;
        String rest = code.substring(offset);
        if (rest.isEmpty()) {
            return null;
        }
        if (rest.startsWith("%")) {
            String line = rest.lines().findFirst().orElseThrow();
            next = offset + line.length();
            return new Piece(line, offset, null);
        }
        CompletionInfo info = analysis.analyzeCompletion(rest);
        boolean whole = info.completeness().isComplete();
        next = whole ? code.length() - info.remaining().length() : code.length();
        return new Piece(whole ? info.source() : rest, offset, info.completeness());
    }

    /** After the last piece: whether the code ends within a comment to the end of the line. */
    boolean endsInComment() {
        return code.substring(Math.max(next, code.lastIndexOf('\n') + 1)).contains("//");
    }
}
