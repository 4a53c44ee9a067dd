package org.chainrule.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chainrule.sources.a.SourceA;

/** Every published number beside ours, with its verdict, and the verdicts that were reached before. */
public final class Reproduction {
    private static final String RESOURCE = "verdicts.tsv";

    private final List<Reproduced> rows;

    private Reproduction(List<Reproduced> rows) {
        this.rows = rows;
    }

    /** Of all sources that were retraced so far. */
    public static Reproduction all() {
        return new Reproduction(SourceA.reproduce());
    }

    /** Of one source. */
    public static Reproduction of(String source) {
        return new Reproduction(all().rows.stream()
                .filter(row -> row.published().source().equals(source))
                .toList());
    }

    /** In the order in which the sources print them. */
    public List<Reproduced> rows() {
        return rows;
    }

    /** How many numbers have which verdict, as "27 predictions exact, 22 losses exact". */
    public String summary() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(
                row.published().quantity() + " " + row.agreement().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " × " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    /**
     * Compares with the verdicts that were stored: each may only improve.
     *
     * @return a sentence for each number whose verdict got worse, or that has none stored
     */
    public List<String> regressions() {
        return regressions(Resource.lines(RESOURCE));
    }

    List<String> regressions(List<String> storedTable) {
        Map<String, String> stored = new TreeMap<>();
        Resource.rows(storedTable).forEach(row -> stored.put(row[0], row[1]));
        List<String> sentences = new ArrayList<>();
        for (Reproduced row : rows) {
            String before = stored.get(row.published().place());
            if (before == null) {
                sentences.add(row.published().place() + " has no stored verdict; store it with ./lab run --write");
            } else if (isWorse(row, before)) {
                sentences.add(row.published().place() + " was " + before + " and is now " + row.verdict() + ": printed "
                        + row.published().printed() + ", ours " + row.printed());
            }
        }
        return sentences;
    }

    /** The verdicts as they are now, in the form in which they are stored. */
    public String toTable() {
        StringBuilder table = new StringBuilder("# The verdict of every published number; it may only improve.\n");
        rows.forEach(row -> table.append(row.published().place())
                .append('\t')
                .append(row.verdict())
                .append('\n'));
        return table.toString();
    }

    private static boolean isWorse(Reproduced row, String before) {
        int bracket = before.indexOf('(');
        String word = bracket < 0 ? before : before.substring(0, bracket);
        int digits = bracket < 0 ? 0 : Integer.parseInt(before.substring(bracket + 1, before.length() - 1));
        return row.isWorseThan(Agreement.valueOf(word.toUpperCase(Locale.ROOT)), digits);
    }
}
