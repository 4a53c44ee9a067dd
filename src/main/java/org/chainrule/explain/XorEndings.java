package org.chainrule.explain;

import java.util.List;
import org.chainrule.data.Tabular;
import org.chainrule.explain.XorEnding.Kind;
import org.chainrule.training.Share;
import org.chainrule.training.Tally;

/** How the runs of many seeds ended that are the same in all else. Immutable. */
public final class XorEndings implements Tabular {
    private final String name;
    private final Tally<XorEnding> tally;

    XorEndings(String name, List<XorEnding> bySeed) {
        this.name = name;
        this.tally = Tally.of(bySeed);
    }

    /** How many seeds were counted. */
    public int counted() {
        return tally.all();
    }

    /**
     * The share that learned it.
     *
     * @throws IllegalArgumentException if no seed was counted
     */
    public Share solved() {
        return share(Kind.SOLVED);
    }

    /**
     * The share of the seeds that ended so.
     *
     * @throws IllegalArgumentException if no seed was counted
     */
    public Share share(Kind kind) {
        return tally.share(ending -> ending.kind() == kind);
    }

    /**
     * The share of the seeds with this very ending, the samples that are answered alike included.
     *
     * @throws IllegalArgumentException if no seed was counted
     */
    public Share share(XorEnding ending) {
        return tally.share(ending::equals);
    }

    /** The seeds that ended so, the smallest first. */
    public int[] seeds(Kind kind) {
        return tally.seeds(ending -> ending.kind() == kind);
    }

    /**
     * How a seed ended; null if it was not counted.
     *
     * @throws IndexOutOfBoundsException if it was not to be
     */
    public XorEnding of(int seed) {
        return tally.of(seed);
    }

    @Override
    public List<String> columns() {
        return List.of("ending", "seeds", "share", "95 % interval", "first seed");
    }

    /** The most frequent ending first. */
    @Override
    public List<List<Object>> cells() {
        return tally.outcomes().stream().map(this::row).toList();
    }

    private List<Object> row(XorEnding ending) {
        Share share = share(ending);
        return List.of(
                ending.toString(), share.count(), share.percent(), share.interval(), tally.seeds(ending::equals)[0]);
    }

    @Override
    public String toString() {
        return name + ": " + (counted() == 0 ? "no seed was counted" : "solved by " + solved());
    }
}
