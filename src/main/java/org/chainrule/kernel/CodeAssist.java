package org.chainrule.kernel;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;
import org.chainrule.notebook.ValueSummary;

/** What a front end asks while code is typed: completions, documentation, whether the code is complete. */
final class CodeAssist {
    private static final int INDENT = 4;
    private static final Pattern VARIABLE = Pattern.compile("(\\w+):(.+)");
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Function<VarSnippet, Object> values;

    /** @param values from a variable of the session to its value, or null */
    CodeAssist(JShell shell, Function<VarSnippet, Object> values) {
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
        this.values = values;
    }

    /** What may stand at the cursor in place of the unfinished name before it. */
    ReplacementOptions complete(String code, int codePoint) {
        String before = code.substring(0, offset(code, codePoint));
        CellReader.Piece piece = lastPiece(before);
        if (piece == null) {
            return new ReplacementOptions(List.of(), codePoint, codePoint);
        }
        if (piece.isMagic()) {
            List<String> names = Magics.NAMES.stream()
                    .filter(name -> name.startsWith(piece.source()))
                    .toList();
            return new ReplacementOptions(names, code.codePointCount(0, piece.offset()), codePoint);
        }
        int[] start = {0};
        int from = piece.offset();
        List<String> found = suggestions(before.substring(from), start);
        if (found.isEmpty()) {
            // JShell has no answer to some conditions, "if (net.fo", but to what the parenthesis holds.
            from = afterOpenParenthesis(before, from);
            found = suggestions(before.substring(from), start);
        }
        return new ReplacementOptions(found, code.codePointCount(0, from + start[0]), codePoint);
    }

    private List<String> suggestions(String snippet, int[] start) {
        if (analysis.analyzeCompletion(snippet).completeness() == Completeness.UNKNOWN) {
            // Not Java so far, or within a text: JShell would suggest every class there is.
            start[0] = snippet.length();
            return List.of();
        }
        return analysis.completionSuggestions(snippet, snippet.length(), start).stream()
                .map(Suggestion::continuation)
                .filter(name -> !name.startsWith("$"))
                .distinct()
                .toList();
    }

    /** The signatures at the cursor, each with its Javadoc; a variable's type and value in brief; null where there is nothing. */
    DisplayData inspect(String code, int codePoint, boolean detailed) {
        int cursor = offset(code, codePoint);
        int end = cursor;
        boolean inName = cursor > 0 && Character.isJavaIdentifierPart(code.charAt(cursor - 1));
        while (inName && end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String before = code.substring(0, end);
        CellReader.Piece piece = lastPiece(before);
        if (piece == null || piece.isMagic()) {
            return null;
        }
        int start = piece.offset();
        String snippet = before.substring(start);
        String call = before.substring(start, afterOpenParenthesis(before, start));
        // JShell knows a method only where its arguments begin, and no call with an argument it cannot resolve.
        for (String attempt : List.of(snippet, snippet + "(", call)) {
            List<Documentation> found = analysis.documentation(attempt, attempt.length(), detailed);
            if (!found.isEmpty()) {
                return new DisplayData(found.stream().map(this::text).collect(Collectors.joining("\n\n")));
            }
        }
        return null;
    }

    private String text(Documentation documentation) {
        String signature = documentation.signature();
        Matcher variable = VARIABLE.matcher(signature);
        if (variable.matches()) {
            return withoutPackages(variable.group(2)) + " " + variable.group(1) + value(variable.group(1));
        }
        String javadoc = documentation.javadoc() == null
                ? new LibraryJavadoc(shell).of(signature)
                : documentation.javadoc().strip();
        // Of a class the package is worth knowing; in front of every parameter it hides the rest.
        String head = signature.contains("(") ? withoutPackages(signature) : signature;
        return head + indented(javadoc);
    }

    private static String indented(String text) {
        return text.isEmpty()
                ? ""
                : ("\n\n" + text.indent(INDENT)).replaceAll("(?m) +$", "").stripTrailing();
    }

    private static String withoutPackages(String signature) {
        return PACKAGE.matcher(signature).replaceAll("");
    }

    private String value(String name) {
        String summary = shell.variables()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .map(values)
                .map(ValueSummary::of)
                .orElse("");
        return indented(summary);
    }

    /** The base library's words for complete and invalid, or the indent of the next line. */
    String isComplete(String code) {
        CellReader reader = new CellReader(analysis, code);
        for (CellReader.Piece piece = reader.next(); piece != null; piece = reader.next()) {
            if (piece.completeness() == Completeness.UNKNOWN) {
                return "invalid";
            }
            if (piece.completeness() == Completeness.DEFINITELY_INCOMPLETE
                    || piece.completeness() == Completeness.CONSIDERED_INCOMPLETE) {
                return indentAfter(code);
            }
        }
        return "complete";
    }

    private static String indentAfter(String code) {
        String line = code.stripTrailing();
        line = line.substring(line.lastIndexOf('\n') + 1);
        int indent = line.length() - line.stripLeading().length();
        return " ".repeat(line.matches(".*(\\{|\\(|->)") ? indent + INDENT : indent);
    }

    private static int offset(String code, int codePoint) {
        return code.offsetByCodePoints(0, Math.max(0, Math.min(codePoint, code.codePointCount(0, code.length()))));
    }

    /** The piece that the end of the code stands in, null in a comment: JShell's analysis knows one snippet, a cell holds many. */
    private CellReader.Piece lastPiece(String code) {
        CellReader reader = new CellReader(analysis, code);
        CellReader.Piece last = null;
        for (CellReader.Piece piece = reader.next(); piece != null; piece = reader.next()) {
            last = piece;
        }
        if (reader.endsInComment()) {
            return null;
        }
        boolean ended =
                last == null || !last.isMagic() && last.source().matches("(?s).*[;}]") && code.matches("(?s).*[;}\\s]");
        return ended ? new CellReader.Piece("", code.length(), Completeness.EMPTY) : last;
    }

    /** Where the arguments of the innermost call that is still open begin; {@code from} if none is. */
    private static int afterOpenParenthesis(String code, int from) {
        int closed = 0;
        for (int i = code.length() - 1; i >= from; i--) {
            closed += code.charAt(i) == ')' ? 1 : 0;
            if (code.charAt(i) == '(' && closed-- == 0) {
                return i + 1;
            }
        }
        return from;
    }
}
