package org.chainrule.sources.d;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Architecture;
import org.chainrule.network.Initializer;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.Errata;
import org.chainrule.sources.Printout;
import org.chainrule.sources.PublishedNumber;
import org.chainrule.sources.RecoveredStart;
import org.chainrule.sources.Reproduced;
import org.chainrule.sources.Source;
import org.ejml.simple.SimpleMatrix;

/** Source D: "Back Propagation in Neural Networks", a notebook by Nikolas Achatz. */
public final class SourceD {
    /** The learning rate of the printed run. */
    public static final double RATE = 0.01;
    /** The epochs of the printed run, of four updates each. */
    public static final int EPOCHS = 50_000;

    private static final int UPDATES = 4 * EPOCHS;
    private static final String LIBM =
            "e^x is rounded differently below NumPy and in Java, and 200,000 updates carry the last bits on";
    private static final String TEXT = "the source's own output above the text, and this program, say otherwise";

    private SourceD() {}

    /** The exclusive or in the order in which the program trains: (0, 0), (1, 1), (1, 0), (0, 1). */
    public static Dataset data() {
        return Dataset.of(new double[][] {{0, 0}, {1, 1}, {1, 0}, {0, 1}}, new double[][] {{0}, {0}, {1}, {1}});
    }

    /**
     * A 2-6-1 network that gives the four outputs that are printed before training. The source drew its weights without a seed
     * and did not print them; four numbers leave the eighteen weights wide open, so this is <em>a</em> solution: one that looks
     * like an ordinary draw.
     */
    public static Network untrained() {
        return RecoveredStart.of("D", "untrained", architecture(6));
    }

    /** Another network with the same four printed outputs: the one with the smallest weights. */
    public static Network smallestUntrained() {
        return RecoveredStart.of("D", "untrained, smallest", architecture(6));
    }

    /**
     * A 2-2-1 start from which training gives the four printed predictions. It was recovered from them, and is <em>a</em>
     * solution, not <em>the</em> one: four numbers, six weights.
     */
    public static Network recoveredStart() {
        return RecoveredStart.of("D", "trained", architecture(2));
    }

    /**
     * The start that the program draws after {@code np.random.seed(seed)}: normal weights of deviation √(2/d), biases 0.5.
     *
     * @param hidden the units of the hidden layer; the printed run has 2
     */
    public static Network start(int hidden, long seed) {
        return architecture(hidden).initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(seed));
    }

    /** Every printed number beside ours, from the recovered starts and the program as printed. */
    public static List<Reproduced> reproduce() {
        return reproduce(untrained(), recoveredStart());
    }

    /** The same from other starts: how sharply the printed numbers tell one from another. */
    public static List<Reproduced> reproduce(Network untrained, Network start) {
        Printout printout = new Printout("D");
        SimpleMatrix X = Datasets.xor().inputs();
        for (int i = 0; i < X.getNumRows(); i++) {
            SimpleMatrix x = X.rows(i, i + 1);
            SimpleMatrix prediction = untrained.predict(x);
            printout.array("untrained", 0, entry -> "prediction for " + sample(x), prediction);
        }
        SimpleMatrix trainedOn = data().inputs();
        double[] predictions = PublishedProgram.asPrinted(start).train(EPOCHS);
        for (int i = 0; i < predictions.length; i++) {
            String sample = sample(trainedOn.rows(i, i + 1));
            double answer = Math.rint(predictions[i]);
            printout.number("trained", UPDATES, "prediction for " + sample, predictions[i]);
            printout.number("trained", UPDATES, "answer for " + sample, answer, Integer.toString((int) answer));
        }
        printout.contradiction(
                "text", 0, "prediction for (0, 0)", untrained.predict(0, 0).get(0, 0));
        return printout.besidePublished((number, ours) -> cause(number));
    }

    /** Every mistake of the source; {@link SpoiledGradients} has the gradients that they spoil. */
    public static Errata errata() {
        return Errata.of(Source.D, SpoiledGradients.byNumber());
    }

    private static String cause(PublishedNumber number) {
        return switch (number.series()) {
            case "text" -> TEXT;
            case "trained" -> LIBM;
            default -> "unknown";
        };
    }

    private static String sample(SimpleMatrix x) {
        return "(" + (int) x.get(0) + ", " + (int) x.get(1) + ")";
    }

    private static Architecture architecture(int hidden) {
        return Network.inputs(2).dense(hidden, SIGMOID).dense(1, SIGMOID);
    }
}
