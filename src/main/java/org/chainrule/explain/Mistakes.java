package org.chainrule.explain;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.chainrule.data.Tabular;

/** The samples that were told wrong, in the order of the data unless another is asked for. Immutable. */
public final class Mistakes implements Tabular, Iterable<Mistake> {
    private final List<Mistake> all;
    private final int of;

    /** @param of how many samples were asked about */
    Mistakes(List<Mistake> all, int of) {
        this.all = List.copyOf(all);
        this.of = of;
    }

    /** The same, that first of which the network was surest. */
    public Mistakes surestFirst() {
        return new Mistakes(
                all.stream()
                        .sorted(Comparator.comparingDouble(Mistake::confidence).reversed())
                        .toList(),
                of);
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    /** All of them. */
    public List<Mistake> all() {
        return all;
    }

    /** Their rows in the data, as {@link org.chainrule.data.Dataset#take} takes them. */
    public int[] samples() {
        return all.stream().mapToInt(Mistake::sample).toArray();
    }

    /** What can stand below each of them: "3, said 9". */
    public List<String> captions() {
        return all.stream()
                .map(mistake -> mistake.actual() + ", said " + mistake.said())
                .toList();
    }

    @Override
    public Iterator<Mistake> iterator() {
        return all.iterator();
    }

    @Override
    public List<String> columns() {
        return List.of("sample", "class", "said", "confidence");
    }

    @Override
    public List<List<Object>> cells() {
        return all.stream()
                .map(mistake ->
                        List.<Object>of(mistake.sample(), mistake.actual(), mistake.said(), mistake.confidence()))
                .toList();
    }

    @Override
    public String toString() {
        return all.size() + " of " + of + " samples told wrong";
    }
}
