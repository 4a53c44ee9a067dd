package org.chainrule.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/** What can be wrong with the way of the loss: it ran away, it stands still too high, it was not given the time. */
final class LossFindings {
    /** From fewer records the last tenth of a run cannot be told from the tenth before. */
    private static final int ENOUGH_RECORDS = 20;
    /** No start is so lucky that an honest run makes it twice as bad. */
    private static final double GREW = 2;
    /**
     * What a loss that still falls loses in the last tenth of a run: two hundredths of itself, or half a hundredth of all it lost
     * before. Measured on XOR: runs that are stuck stay below 0.002 and 0.0015, runs at a hundredth of a good rate are above
     * one of these.
     */
    private static final double FALLING = 0.02;

    private static final double FALLING_OF_ALL = 0.005;
    private static final int SHOWN = 4;
    private static final String XOR_STARTS =
            ": of thousands of starts on XOR 33 % failed with two, 5 % with three, 0.5 %"
                    + " with four, none with six. More epochs and other optimizers freed few of them: some with three answers at"
                    + " ⅔, none with two at ½";
    private static final String ELSEWHERE =
            "; inputs of a size near 1, as Scaler.standardize(data) makes them; or a rate ten times smaller";

    private final Examination examination;
    private final History run;
    private final double[] loss;

    private LossFindings(Examination examination) {
        this.examination = examination;
        this.run = examination.run;
        this.loss = run.loss();
    }

    /** Adds what there is to say about the loss; that all is well, only if nothing else was found. */
    static void add(Examination examination, List<Diagnosis.Finding> findings) {
        Diagnosis.Finding finding = new LossFindings(examination).finding();
        if (finding.kind() != Diagnosis.Kind.WELL || findings.isEmpty()) {
            findings.add(finding);
        }
    }

    private Diagnosis.Finding finding() {
        if (run.ending().kind() == Ending.Kind.DIVERGED) {
            return diverged(run.ending().reason());
        }
        if (run.epochs() == run.firstEpoch()) {
            return tooShort("no epoch was trained: " + run.ending().reason());
        }
        if (examination.learned) {
            return well();
        }
        if (run.lastLoss() > GREW * loss[0]) {
            return diverged("the loss grew from " + brief(loss[0]) + " to " + brief(run.lastLoss()));
        }
        if (loss.length < ENOUGH_RECORDS) {
            return tooShort("the loss was recorded " + loss.length + " times, in " + (run.epochs() - run.firstEpoch())
                    + " epochs; how it goes shows from " + ENOUGH_RECORDS + " records on");
        }
        if (isFalling()) {
            return run.ending().kind() == Ending.Kind.STOPPED ? well() : unfinished();
        }
        return examination.yesOrNo ? plateau() : well();
    }

    private static Diagnosis.Finding diverged(String evidence) {
        return new Diagnosis.Finding(
                Diagnosis.Kind.DIVERGED,
                evidence,
                "a rate ten times smaller, and then smaller still; inputs and targets of a size near 1");
    }

    private Diagnosis.Finding tooShort(String evidence) {
        return new Diagnosis.Finding(
                Diagnosis.Kind.TOO_SHORT,
                evidence,
                run.epochs() - run.firstEpoch() < ENOUGH_RECORDS
                        ? "more epochs, as run.continueFrom(" + run.epochs() + ", run.trainer().epochs("
                                + (run.epochs() + 1_000L) + "))"
                        : "a smaller number in recordEvery(…)");
    }

    private Diagnosis.Finding unfinished() {
        return new Diagnosis.Finding(
                Diagnosis.Kind.UNFINISHED,
                "the loss was still falling at the end: " + brief(last()) + " in the last tenth of the run, "
                        + brief(before()) + " in the tenth before",
                "to go on, as run.continueFrom(" + run.epochs() + ", run.trainer().epochs(" + 2L * run.epochs()
                        + ")), or a larger rate than in \"" + run.trainer().optimizer + "\"");
    }

    private Diagnosis.Finding plateau() {
        int[] undecided = examination.undecided();
        String evidence = "the loss stays at " + brief(last()) + " (" + brief(before())
                + " a tenth of the run before), but " + undecided.length + " of " + examination.n
                + " samples have an output nearer to ½ than to its target: "
                + Arrays.stream(undecided).limit(SHOWN).mapToObj(this::worst).collect(Collectors.joining(", "))
                + (undecided.length > SHOWN ? ", …" : "");
        return new Diagnosis.Finding(
                Diagnosis.Kind.PLATEAU,
                evidence,
                examination.network.depth() == 1
                        ? "a hidden layer: without one, only what a straight line separates can be told apart"
                        : "another seed, or more hidden units" + (isXor() ? XOR_STARTS : ELSEWHERE));
    }

    /** In any order, and however often each sample comes. */
    private boolean isXor() {
        SimpleMatrix X = examination.X;
        return X.getNumCols() == 2
                && examination.Y.getNumCols() == 1
                && IntStream.range(0, examination.n)
                        .allMatch(i -> isXor(X.get(i, 0), X.get(i, 1), examination.Y.get(i, 0)));
    }

    private static boolean isXor(double one, double other, double target) {
        return (one == 0 || one == 1) && (other == 0 || other == 1) && target == (one == other ? 0 : 1);
    }

    private String worst(int i) {
        int j = examination.worstOutput(i);
        return brief(examination.output.get(i, j)) + " for " + brief(examination.Y.get(i, j));
    }

    private Diagnosis.Finding well() {
        String told = examination.yesOrNo
                ? "; " + (examination.n - examination.undecided().length) + " of " + examination.n
                        + " samples have every output nearer to its target than to ½"
                : "";
        return new Diagnosis.Finding(
                Diagnosis.Kind.WELL,
                "the loss went from " + brief(loss[0]) + " to " + brief(run.lastLoss()) + told,
                "nothing");
    }

    private boolean isFalling() {
        double fall = before() - last();
        return fall > FALLING * before() || fall > FALLING_OF_ALL * (loss[0] - last()) && loss[0] > last();
    }

    /** The mean loss of the last tenth of the records, and of the tenth before: single ones may jump. */
    private double last() {
        return mean(loss.length - tenth(), loss.length);
    }

    private double before() {
        return mean(loss.length - 2 * tenth(), loss.length - tenth());
    }

    private int tenth() {
        return loss.length / 10;
    }

    private double mean(int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> loss[i]).average().getAsDouble();
    }

    private static String brief(double value) {
        return NumpyFormat.significant(value, 3);
    }
}
