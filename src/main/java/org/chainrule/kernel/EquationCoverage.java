package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.sources.Source;

/** Which of the sources' equations the checks in a notebook's outputs proved or refuted: only checks that ran are in there. */
public final class EquationCoverage {
    private static final Pattern VERDICT = Pattern.compile("^([A-E][0-9]{2}) ([✓✗])", Pattern.MULTILINE);

    private final Set<String> checked = new TreeSet<>();
    private final Set<String> refuted = new TreeSet<>();

    /** Counts the outputs of a notebook in. */
    public void add(NotebookFile notebook) {
        for (int position : notebook.codeCells()) {
            for (JsonObject output : notebook.outputs(position)) {
                Matcher verdict = VERDICT.matcher(output.has("text") ? MultilineText.join(output.get("text")) : "");
                while (verdict.find()) {
                    (verdict.group(2).equals("✓") ? checked : refuted).add(verdict.group(1));
                }
            }
        }
    }

    /** The equations of all sources that no check proved. One that was only refuted is among them: its repair is missing. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        Arrays.stream(Source.values()).forEach(source -> missing.addAll(source.equations()));
        missing.removeAll(checked);
        return missing;
    }

    /** The equations that are wrong as they are printed. */
    public Set<String> refuted() {
        return Set.copyOf(refuted);
    }

    /** The count in a line. */
    @Override
    public String toString() {
        long all = Arrays.stream(Source.values())
                .mapToLong(source -> source.equations().size())
                .sum();
        Set<String> missing = missing();
        return "Equations: " + (all - missing.size()) + " of " + all + " checked, " + refuted.size()
                + " of them refuted as printed and repaired"
                + (missing.isEmpty() ? "" : "; without a check: " + String.join(" ", missing));
    }
}
