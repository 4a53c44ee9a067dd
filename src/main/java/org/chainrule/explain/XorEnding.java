package org.chainrule.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.data.DataException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.training.Ending;
import org.chainrule.training.History;
import org.ejml.simple.SimpleMatrix;

/**
 * How a run on XOR ended, told by the four answers of its last network.
 *
 * @param alike the inputs that are answered alike though their labels differ, in the order of the samples; else empty
 */
public record XorEnding(Kind kind, List<String> alike) {
    /** What a run on XOR can end with. */
    public enum Kind {
        /** Each answer is nearer to its label than to ½. */
        SOLVED("solved"),
        /**
         * Two samples of different labels share an answer, the two others are right. With the cross-entropy and small steps
         * the shared answer is ½; after a large step it is off, towards the label of the last update.
         */
        TWO_AT_HALF("two at ½"),
        /** Three samples share an answer, ⅔ if two of their labels are 1, else ⅓; the fourth is right. */
        THREE_AT_THIRDS("three at ⅔ or ⅓"),
        /** All four samples share an answer. */
        ALL_AT_HALF("all at ½"),
        /** An answer is off its label by more than 0.9. */
        WRONG("sure and wrong"),
        /** None of these: the answers were still on their way. */
        UNFINISHED("not finished"),
        /** A number became NaN or infinite. */
        DIVERGED("diverged");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final double NEARER_THAN_HALF = 0.25;
    private static final double SURE = 0.9;
    private static final double ALIKE = 0.1;

    public XorEnding {
        alike = List.copyOf(alike);
    }

    /**
     * How a run ended.
     *
     * @throws DataException if its samples are not four with one label each, 0 or 1
     * @throws CancellationException if the run was interrupted, and so has no ending
     */
    public static XorEnding of(History run) {
        Ending ending = Require.present("run", run).ending();
        if (ending.kind() == Ending.Kind.INTERRUPTED) {
            throw new CancellationException(ending.reason());
        }
        requireFourLabels(run.data());
        if (ending.kind() == Ending.Kind.DIVERGED) {
            return new XorEnding(Kind.DIVERGED, List.of());
        }
        return of(run.network().predict(run.data().inputs()), run.data());
    }

    static void requireFourLabels(Dataset data) {
        SimpleMatrix Y = data.targets();
        boolean labels = Y.getNumElements() == 4
                && data.size() == 4
                && IntStream.range(0, 4).allMatch(i -> Y.get(i) == 0 || Y.get(i) == 1);
        if (!labels) {
            throw new DataException(
                    "the endings are those of XOR: four samples with one label each, 0 or 1, but these are " + data
                            + "; Diagnosis.of(run) is for any run");
        }
    }

    static XorEnding of(SimpleMatrix answers, Dataset data) {
        double[] off = new double[4];
        for (int i = 0; i < 4; i++) {
            off[i] = Math.abs(answers.get(i) - data.targets().get(i));
        }
        if (IntStream.range(0, 4).allMatch(i -> isRight(off[i]))) {
            return new XorEnding(Kind.SOLVED, List.of());
        }
        if (IntStream.range(0, 4).anyMatch(i -> off[i] > SURE)) {
            return new XorEnding(Kind.WRONG, List.of());
        }
        for (int size = 4; size >= 2; size--) {
            for (List<Integer> group : neighbours(answers, size)) {
                boolean restIsRight = IntStream.range(0, 4).allMatch(i -> group.contains(i) || isRight(off[i]));
                if (restIsRight && isAlike(group, answers) && hasBothLabels(group, data.targets())) {
                    return new XorEnding(kind(size), names(group, data.inputs()));
                }
            }
        }
        return new XorEnding(Kind.UNFINISHED, List.of());
    }

    private static boolean isRight(double off) {
        return off < NEARER_THAN_HALF;
    }

    private static Kind kind(int size) {
        return size == 2 ? Kind.TWO_AT_HALF : size == 3 ? Kind.THREE_AT_THIRDS : Kind.ALL_AT_HALF;
    }

    /** So many samples each whose answers follow one another by size. */
    private static List<List<Integer>> neighbours(SimpleMatrix answers, int size) {
        List<Integer> bySize = IntStream.range(0, 4)
                .boxed()
                .sorted(Comparator.comparingDouble(answers::get))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        for (int from = 0; from + size <= 4; from++) {
            groups.add(bySize.subList(from, from + size));
        }
        return groups;
    }

    private static boolean isAlike(List<Integer> group, SimpleMatrix answers) {
        return answers.get(group.get(group.size() - 1)) - answers.get(group.get(0)) <= ALIKE;
    }

    private static boolean hasBothLabels(List<Integer> group, SimpleMatrix Y) {
        return group.stream().mapToDouble(Y::get).distinct().count() == 2;
    }

    private static List<String> names(List<Integer> group, SimpleMatrix X) {
        return group.stream()
                .sorted()
                .map(i -> Arrays.stream(X.getRow(i).getDDRM().data)
                        .mapToObj(x -> NumpyFormat.significant(x, 3))
                        .collect(Collectors.joining(", ", "(", ")")))
                .toList();
    }

    @Override
    public String toString() {
        return alike.isEmpty() ? kind.toString() : kind + ": " + String.join(", ", alike);
    }
}
