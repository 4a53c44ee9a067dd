package org.chainrule.sources;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chainrule.data.Tabular;
import org.chainrule.sources.a.SourceA;
import org.chainrule.sources.b.SourceB;
import org.chainrule.sources.d.SourceD;

/** Every published number beside ours, with its verdict, and the verdicts that were reached before. */
public final class Reproduction implements Tabular {
    private static final String RESOURCE = "verdicts.tsv";

    private static final Map<Source, Supplier<List<Reproduced>>> SOURCES = new EnumMap<>(Map.of(
            Source.A, SourceA::reproduce,
            Source.B, SourceB::reproduce,
            Source.D, SourceD::reproduce));

    private final List<Reproduced> rows;

    private Reproduction(List<Reproduced> rows) {
        this.rows = rows;
    }

    /** Of all sources that print numbers. */
    public static Reproduction all() {
        return new Reproduction(SOURCES.values().stream()
                .flatMap(reproduce -> reproduce.get().stream())
                .toList());
    }

    /**
     * Of one source.
     *
     * @param letter its letter, as "A"
     * @throws IllegalArgumentException if there is no such source, or it prints no numbers
     */
    public static Reproduction of(String letter) {
        Source source = Source.of(letter);
        if (!SOURCES.containsKey(source)) {
            throw new IllegalArgumentException(
                    "source " + source + " prints no numbers to reproduce; these do: " + SOURCES.keySet());
        }
        return new Reproduction(SOURCES.get(source).get());
    }

    /** In the order in which the sources print them. */
    public List<Reproduced> rows() {
        return rows;
    }

    @Override
    public List<String> columns() {
        return List.of("where", "printed", "ours", "digits", "verdict", "cause of the rest");
    }

    @Override
    public List<List<Object>> cells() {
        return rows.stream()
                .map(row -> List.<Object>of(
                        row.published().place(),
                        row.published().printed(),
                        row.printed(),
                        row.digits(),
                        row.verdict(),
                        row.cause()))
                .toList();
    }

    /** How many numbers of each source have which verdict, as "A: 51 exact, 3 close". */
    public String summary() {
        Map<String, Map<Agreement, Integer>> counts = new TreeMap<>();
        rows.forEach(row -> counts.computeIfAbsent(row.published().source(), letter -> new EnumMap<>(Agreement.class))
                .merge(row.agreement(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(source -> source.getKey() + ": "
                        + source.getValue().entrySet().stream()
                                .map(count -> count.getValue() + " " + word(count.getKey()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String word(Agreement agreement) {
        return agreement.name().toLowerCase(Locale.ROOT);
    }

    /** A sentence for each number whose digits were changed, or whose verdict is worse than the stored one. */
    public List<String> worse() {
        return worse(Resource.lines(RESOURCE));
    }

    List<String> worse(List<String> storedTable) {
        return sentences(storedTable, Stored::complaint);
    }

    /** A sentence for each number of ours that is not the one that was stored, to the last bit. */
    public List<String> changed() {
        return changed(Resource.lines(RESOURCE));
    }

    List<String> changed(List<String> storedTable) {
        return sentences(storedTable, Stored::change);
    }

    private List<String> sentences(
            List<String> storedTable, BiFunction<Stored, Reproduced, Optional<String>> sentence) {
        Map<String, Stored> stored = Stored.read(storedTable);
        return rows.stream()
                .filter(row -> stored.containsKey(row.published().place()))
                .flatMap(row -> sentence.apply(stored.get(row.published().place()), row).stream())
                .toList();
    }

    /** A sentence for each number that has no stored verdict yet. */
    public List<String> unstored() {
        return unstored(Resource.lines(RESOURCE));
    }

    List<String> unstored(List<String> storedTable) {
        Map<String, Stored> stored = Stored.read(storedTable);
        return rows.stream()
                .map(row -> row.published().place())
                .filter(place -> !stored.containsKey(place))
                .map(place -> place + " has no stored verdict yet")
                .toList();
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
                .append(row.published().printed())
                .append('\t')
                .append(row.printed())
                .append('\t')
                .append(row.verdict())
                .append('\n'));
        return table.toString();
    }

    @Override
    public String toString() {
        return "Published numbers and ours: " + summary();
    }
}
