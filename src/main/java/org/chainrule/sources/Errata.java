package org.chainrule.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chainrule.data.Tabular;

/** The mistakes of a source, in the order in which a reader meets them. */
public final class Errata implements Tabular {
    private final Source source;
    private final List<Erratum> list;

    private Errata(Source source, List<Erratum> list) {
        this.source = source;
        this.list = List.copyOf(list);
    }

    /**
     * The mistakes that the room of a source lists in its {@code errata.tsv}.
     *
     * @param controls by the number of a mistake, the gradient that it spoils
     * @throws IllegalStateException if there is a control for a mistake that is not listed
     */
    public static Errata of(Source source, Map<Integer, NegativeControl> controls) {
        List<Erratum> list = new ArrayList<>();
        TreeSet<Integer> unlisted = new TreeSet<>(controls.keySet());
        for (String[] row : Resource.rows(Resource.lines(source.room() + "/errata.tsv"))) {
            int number = Integer.parseInt(row[0]);
            list.add(new Erratum(number, row[1], row[2], row[3], controls.get(number)));
            unlisted.remove(number);
        }
        if (!unlisted.isEmpty()) {
            throw new IllegalStateException("no mistakes of these numbers are listed: " + unlisted);
        }
        return new Errata(source, list);
    }

    /** All of them. */
    public List<Erratum> list() {
        return list;
    }

    @Override
    public List<String> columns() {
        return List.of("number", "as printed", "what is wrong", "gradient check", "repair");
    }

    @Override
    public List<List<Object>> cells() {
        return list.stream()
                .map(mistake -> List.<Object>of(
                        mistake.number(), mistake.line(), mistake.wrong(), mistake.verdict(), mistake.repair()))
                .toList();
    }

    @Override
    public String toString() {
        long spoil = list.stream().filter(Erratum::spoilsAGradient).count();
        return "Mistakes of source " + source + ": " + list.size() + ", of which " + spoil + " make a gradient wrong";
    }
}
