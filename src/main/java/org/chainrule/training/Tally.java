package org.chainrule.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.data.Require;

/** What came of each seed, counted. Immutable. */
public final class Tally<T> {
    private final List<T> bySeed;
    private final int all;

    private Tally(List<T> bySeed) {
        this.bySeed = bySeed;
        this.all = (int) bySeed.stream().filter(Objects::nonNull).count();
    }

    /** @param bySeed what came of the seeds 0, 1, 2, …; null for a seed that does not count */
    public static <T> Tally<T> of(List<T> bySeed) {
        return new Tally<>(new ArrayList<>(Require.present("what came of the seeds", bySeed)));
    }

    /** How many seeds count. */
    public int all() {
        return all;
    }

    /** All that came, the most frequent first; of equally frequent ones that of the smaller seed. */
    public List<T> outcomes() {
        Map<T, Long> counts = bySeed.stream()
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(outcome -> outcome, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The share of the seeds that this holds for.
     *
     * @throws IllegalArgumentException if no seed counts
     */
    public Share share(Predicate<T> holds) {
        return new Share(seeds(holds).length, all);
    }

    /** The seeds that this holds for, the smallest first. */
    public int[] seeds(Predicate<T> holds) {
        return IntStream.range(0, bySeed.size())
                .filter(seed -> bySeed.get(seed) != null && holds.test(bySeed.get(seed)))
                .toArray();
    }

    /**
     * What came of a seed; null if it does not count.
     *
     * @throws IndexOutOfBoundsException if it was not among the seeds
     */
    public T of(int seed) {
        if (seed < 0 || seed >= bySeed.size()) {
            throw new IndexOutOfBoundsException(
                    "seed " + seed + " was not counted; ask for one from 0 to " + (bySeed.size() - 1));
        }
        return bySeed.get(seed);
    }
}
