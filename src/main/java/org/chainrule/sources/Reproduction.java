package org.chainrule.sources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainrule.data.Tabular;
import org.chainrule.sources.a.SourceA;

/** Every published number beside ours, with its verdict, and the verdicts that were reached before. */
public final class Reproduction implements Tabular {
    private static final String RESOURCE = "verdicts.tsv";

    private final List<Reproduced> rows;

    private Reproduction(List<Reproduced> rows) {
        this.rows = rows;
    }

    /** Of all sources that were retraced so far. */
    public static Reproduction all() {
        return new Reproduction(SourceA.reproduce());
    }

    /**
     * Of one source.
     *
     * @throws IllegalArgumentException if no source of this letter was retraced
     */
    public static Reproduction of(String source) {
        List<Reproduced> rows = all().rows.stream()
                .filter(row -> row.published().source().equals(source))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no numbers of a source \"" + source + "\" are reproduced; there is A");
        }
        return new Reproduction(rows);
    }

    /** In the order in which the sources print them. */
    public List<Reproduced> rows() {
        return rows;
    }

    @Override
    public List<String> columns() {
        return List.of("where", "printed", "ours", "verdict", "cause of the rest");
    }

    @Override
    public List<List<Object>> cells() {
        return rows.stream()
                .map(row -> List.<Object>of(
                        row.published().place(), row.published().printed(), row.printed(), row.verdict(), row.cause()))
                .toList();
    }

    /** How many numbers have which verdict, as "27 × prediction exact, 24 × loss exact". */
    public String summary() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(
                row.published().quantity() + " " + row.agreement().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " × " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    /** A sentence for each number whose verdict is worse than the stored one: verdicts may only improve. */
    public List<String> worse() {
        return worse(Resource.lines(RESOURCE));
    }

    List<String> worse(List<String> storedTable) {
        Map<String, String> stored = stored(storedTable);
        return rows.stream()
                .filter(row -> stored.containsKey(row.published().place()))
                .filter(row -> isWorse(row, stored.get(row.published().place())))
                .map(row -> row.published().place() + " was "
                        + stored.get(row.published().place()) + " and is now " + row.verdict() + ": printed "
                        + row.published().printed() + ", ours " + row.printed())
                .toList();
    }

    /** A sentence for each number that has no stored verdict yet. */
    public List<String> unstored() {
        return unstored(Resource.lines(RESOURCE));
    }

    List<String> unstored(List<String> storedTable) {
        Map<String, String> stored = stored(storedTable);
        return rows.stream()
                .map(row -> row.published().place())
                .filter(place -> !stored.containsKey(place))
                .map(place -> place + " has no stored verdict yet")
                .toList();
    }

    private static Map<String, String> stored(List<String> table) {
        return Resource.rows(table).stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** Whether the stored verdicts are those of now, neither worse nor better. */
    public boolean isStored() {
        return toTable().lines().toList().equals(Resource.lines(RESOURCE));
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
