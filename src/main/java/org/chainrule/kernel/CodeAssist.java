package org.chainrule.kernel;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What a front end asks while code is typed: completions, documentation, whether the code is complete. */
final class CodeAssist {
    private final SourceCodeAnalysis analysis;

    CodeAssist(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The snippet around the cursor: JShell's analysis knows one snippet, a cell holds many. */
    private record Focus(String snippet, int cursor, int start) {}

    ReplacementOptions complete(String code, int codePoint) {
        Focus focus = focus(code, codePoint);
        int[] anchor = {focus.cursor()};
        List<String> suggestions = analysis.completionSuggestions(focus.snippet(), focus.cursor(), anchor).stream()
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        int start = code.codePointCount(0, focus.start() + anchor[0]);
        return new ReplacementOptions(suggestions, start, codePoint);
    }

    /** The signatures, with Javadoc where asked for, at the cursor; null where there are none. */
    DisplayData inspect(String code, int codePoint, boolean withJavadoc) {
        Focus focus = focus(code, codePoint);
        List<Documentation> found = analysis.documentation(focus.snippet(), focus.cursor(), withJavadoc);
        if (found.isEmpty()) {
            return null;
        }
        return new DisplayData(found.stream()
                .map(documentation -> documentation.javadoc() == null
                        ? documentation.signature()
                        : documentation.signature() + "\n" + documentation.javadoc())
                .collect(Collectors.joining("\n\n")));
    }

    /** The base library's words for complete, or the indent of the next line. */
    String isComplete(String code) {
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            Completeness completeness = info.completeness();
            if (completeness == Completeness.DEFINITELY_INCOMPLETE) {
                return "    ";
            }
            if (completeness == Completeness.UNKNOWN) {
                return "invalid";
            }
            rest = completeness.isComplete() ? info.remaining() : "";
        }
        return "complete";
    }

    private Focus focus(String code, int codePoint) {
        int cursor = code.offsetByCodePoints(0, Math.min(codePoint, code.codePointCount(0, code.length())));
        int start = 0;
        while (true) {
            String rest = code.substring(start);
            CompletionInfo info = analysis.analyzeCompletion(rest);
            int next = info.completeness().isComplete()
                    ? code.length() - info.remaining().length()
                    : code.length();
            if (next >= cursor || next <= start) {
                return new Focus(rest, cursor - start, start);
            }
            start = next;
        }
    }
}
