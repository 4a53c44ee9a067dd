package org.chainrule.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.data.Tabular;
import org.chainrule.explain.XorEnding.Kind;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.training.History;
import org.chainrule.training.Sweep;

/**
 * How runs on XOR end: for each number of hidden units and each rate, from the seeds 0, 1, 2, …; a table of shares, and any
 * single run again. Immutable.
 */
public final class XorAtlas implements Tabular {
    private final XorExperiment experiment;
    private final int seeds;
    private final Sweep<XorEnding> sweep;

    XorAtlas(XorExperiment experiment, int seeds, Sweep<XorEnding> sweep) {
        this.experiment = experiment;
        this.seeds = seeds;
        this.sweep = sweep;
    }

    /** Makes one of the runs again, or one beside them; to the last bit the one that was counted. */
    public History run(int hidden, double rate, long seed) {
        return experiment.run(hidden, rate, seed);
    }

    /**
     * The endings at one number of hidden units and one rate.
     *
     * @throws IllegalArgumentException if these were not counted
     */
    public XorEndings at(int hidden, double rate) {
        int place = experiment.place(hidden, rate);
        if (place < 0) {
            throw new IllegalArgumentException(hidden + " hidden units at the rate " + NumpyFormat.repr(rate)
                    + " were not counted; there are " + Arrays.toString(hidden()) + " units at the rates "
                    + Arrays.stream(rates()).mapToObj(NumpyFormat::repr).toList());
        }
        int places = sweep.runs() / seeds;
        List<XorEnding> all = sweep.results();
        return new XorEndings(
                "2-" + hidden + "-1, rate " + NumpyFormat.significant(rate, 3),
                IntStream.range(0, seeds)
                        .map(seed -> seed * places + place)
                        .takeWhile(k -> k < all.size())
                        .mapToObj(all::get)
                        .toList());
    }

    /** The numbers of hidden units, in the order in which they were asked for. */
    public int[] hidden() {
        return experiment.hiddenSizes();
    }

    /** The rates, in the order in which they were asked for. */
    public double[] rates() {
        return experiment.learningRates();
    }

    /** How the sweep ended, in words. */
    public String reason() {
        return sweep.reason();
    }

    /** The ways to fail that occur: a column each. */
    private Set<Kind> failures() {
        return sweep.results().stream()
                .filter(Objects::nonNull)
                .map(XorEnding::kind)
                .filter(kind -> kind != Kind.SOLVED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("hidden units", "rate", "seeds", "solved", "95 % interval"));
        failures().forEach(kind -> columns.add(kind.toString()));
        return columns;
    }

    @Override
    public List<List<Object>> cells() {
        Set<Kind> failures = failures();
        List<List<Object>> rows = new ArrayList<>();
        for (int units : hidden()) {
            for (double rate : rates()) {
                rows.add(row(at(units, rate), units, rate, failures));
            }
        }
        return rows;
    }

    private static List<Object> row(XorEndings endings, int units, double rate, Set<Kind> failures) {
        List<Object> row = new ArrayList<>(Arrays.asList(units, rate, endings.counted(), null, null));
        if (endings.counted() > 0) {
            row.set(3, endings.solved().percent());
            row.set(4, endings.solved().interval());
        }
        failures.forEach(kind ->
                row.add(endings.counted() == 0 ? null : endings.share(kind).percent()));
        return row;
    }

    @Override
    public String toString() {
        String units = Arrays.stream(hidden()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return "XOR with " + units + " hidden units, seeds 0 to " + (seeds - 1) + ": " + reason();
    }
}
