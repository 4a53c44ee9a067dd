package org.chainrule.book;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Finds the formulas of a text as Jupyter does, so that Markdown leaves what is in them alone. */
final class FormulaParser implements InlineContentParser {
    private static final char DOLLAR = '$';

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int fence = scanner.matchMultiple(DOLLAR);
        if (fence > 2) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        while (scanner.find(DOLLAR) >= 0) {
            Position end = scanner.position();
            // A dollar behind a backslash is one, and ends nothing.
            boolean escaped = scanner.peekPreviousCodePoint() == '\\';
            if (scanner.matchMultiple(DOLLAR) == fence && !escaped) {
                String tex = scanner.getSource(start, end).getContent().strip();
                return tex.isEmpty()
                        ? ParsedInline.none()
                        : ParsedInline.of(new Formula(tex, fence == 2), scanner.position());
            }
        }
        return ParsedInline.none();
    }

    /** Makes one for each dollar that opens a formula. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(DOLLAR);
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }
}
