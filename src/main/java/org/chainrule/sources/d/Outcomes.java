package org.chainrule.sources.d;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.chainrule.data.Require;
import org.chainrule.data.Tabular;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.training.Ending;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Share;
import org.chainrule.training.Sweep;
import org.chainrule.training.SweepListener;
import org.chainrule.training.Tally;
import org.chainrule.training.Trainer;

/** What source D's training answers from one seed after the other: four rounded predictions each, as 0011. */
public final class Outcomes implements Tabular {
    private static final String RIGHT = "0011";

    private final int hidden;
    private final Sweep<String> sweep;
    private final Tally<String> answers;

    private Outcomes(int hidden, Sweep<String> sweep) {
        this.hidden = hidden;
        this.sweep = sweep;
        this.answers = Tally.of(sweep.results());
    }

    /**
     * The published procedure from {@code np.random.seed(0)}, {@code seed(1)}, …, on all processors; the same counts on every
     * machine.
     *
     * @param hidden the units of the hidden layer
     * @param seeds how many
     * @param listeners such as {@code progress("seeds")}
     * @throws IllegalArgumentException if one of the two is below 1
     * @throws CancellationException if the thread is interrupted before one seed was trained; after that, those are counted
     */
    public static Outcomes ofSeeds(int hidden, int seeds, SweepListener... listeners) {
        Require.atLeastOne("the number of seeds", seeds);
        Require.atLeastOne("the number of hidden units", hidden);
        return Sweep.of(
                seeds,
                seed -> answers(lastPredictions(SourceD.start(hidden, seed), SourceD.EPOCHS)),
                sweep -> new Outcomes(hidden, sweep.requireSome()),
                listeners);
    }

    /**
     * The four predictions of the last of so many epochs, each from before its own update, trained by the library; in the order of
     * {@link SourceD#data()}.
     *
     * @throws IllegalArgumentException if there are fewer than two epochs
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    public static double[] lastPredictions(Network start, int epochs) {
        int before = Require.atLeastOne("the number of epochs before the last", epochs - 1);
        History run = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(SourceD.RATE))
                .online()
                .epochs(before)
                .recordEvery(before)
                .fit(start, SourceD.data());
        if (run.ending().kind() == Ending.Kind.INTERRUPTED) {
            throw new CancellationException("interrupted after " + run.epochs() + " of " + before + " epochs");
        }
        return PublishedProgram.corrected(run.network()).epoch();
    }

    /** Four predictions, rounded as Python rounds them. */
    static String answers(double[] predictions) {
        return Arrays.stream(predictions)
                .mapToObj(prediction -> Integer.toString((int) Math.rint(prediction)))
                .collect(Collectors.joining());
    }

    /** How many seeds answer all four right. */
    public Share solved() {
        return share(RIGHT);
    }

    /** How many seeds give these answers, as "0110". */
    public Share share(String pattern) {
        return answers.share(pattern::equals);
    }

    /** The seeds that give these answers, the smallest first. */
    public int[] seeds(String pattern) {
        return answers.seeds(pattern::equals);
    }

    @Override
    public List<String> columns() {
        return List.of("answers to (0, 0), (1, 1), (1, 0), (0, 1)", "seeds", "share", "first seed");
    }

    /** The most frequent answers first. */
    @Override
    public List<List<Object>> cells() {
        return answers.outcomes().stream()
                .map(pattern -> List.<Object>of(
                        String.join(" ", pattern.split("")),
                        share(pattern).count(),
                        share(pattern).percent(),
                        seeds(pattern)[0]))
                .toList();
    }

    @Override
    public String toString() {
        return "2-" + hidden + "-1, seeds 0 to " + (sweep.runs() - 1)
                + (sweep.done() == sweep.runs() ? "" : " (" + sweep.reason() + ")") + "; all four right: " + solved();
    }
}
