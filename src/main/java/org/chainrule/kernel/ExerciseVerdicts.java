package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the exercises of a notebook said when it ran: each exercise's verdict stands in the output of the cell that checks it. */
public final class ExerciseVerdicts {
    private static final Pattern CHECK = Pattern.compile("Exercises\\.chapter[0-9]+\\(([0-9]+)\\)\\.check\\(");
    private static final Pattern SAID = Pattern.compile("^Exercise ([0-9]+)(?:: | )(.*)$", Pattern.MULTILINE);

    private ExerciseVerdicts() {}

    /** How far a learner is with an exercise. */
    public enum Kind {
        RIGHT("right"),
        NOT_YET("not yet"),
        UNANSWERED("no answer"),
        FAILED("the cell failed"),
        MISSING("no such cell");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * The verdict on one exercise.
     *
     * @param said what the exercise answered, or an empty string where it could not
     */
    public record Verdict(Kind kind, String said) {}

    /**
     * The verdicts in the outputs of a notebook that was run, by the exercises' numbers.
     *
     * @param asked the notebook whose exercises count: the chapter as it was handed out
     */
    public static Map<Integer, Verdict> of(NotebookFile asked, NotebookFile ran) {
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        for (int position : asked.codeCells()) {
            Matcher check = CHECK.matcher(asked.source(position));
            while (check.find()) {
                verdicts.put(Integer.valueOf(check.group(1)), new Verdict(Kind.MISSING, ""));
            }
        }
        for (int position : ran.codeCells()) {
            Matcher check = CHECK.matcher(ran.source(position));
            while (check.find()) {
                int number = Integer.parseInt(check.group(1));
                verdicts.computeIfPresent(number, (n, before) -> verdict(n, ran, position));
            }
        }
        return verdicts;
    }

    private static Verdict verdict(int number, NotebookFile ran, int position) {
        for (JsonObject output : ran.outputs(position)) {
            Matcher said = SAID.matcher(output.has("text") ? MultilineText.join(output.get("text")) : "");
            while (said.find()) {
                if (Integer.parseInt(said.group(1)) == number) {
                    return new Verdict(kind(said.group(2)), said.group(2));
                }
            }
        }
        return new Verdict(Kind.FAILED, "");
    }

    private static Kind kind(String said) {
        if (said.startsWith("✓")) {
            return Kind.RIGHT;
        }
        return said.startsWith("✗") ? Kind.NOT_YET : Kind.UNANSWERED;
    }
}
