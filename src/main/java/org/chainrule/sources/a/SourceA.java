package org.chainrule.sources.a;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.sources.PublishedNumber;
import org.chainrule.sources.Reproduced;
import org.ejml.simple.SimpleMatrix;

/** Source A: "Forward and Backward Propagation", a blog post of 27 June 2022; its notebook is kwangjongchoi's on Kaggle. */
public final class SourceA {
    /** The learning rate of the printed run. */
    public static final double RATE = 0.5;

    private static final int UPDATES = 501;
    private static final String ONE_ULP =
            "one unit in the last place of the prediction: the C library under NumPy and Java round e^x differently";

    private SourceA() {}

    /** One sample, (0.5, 0.35) → 0.725. */
    public static Dataset data() {
        return Datasets.singleSample();
    }

    /**
     * A start that gives the printed run. The source drew its weights without a seed and did not print them; these were
     * recovered from the 27 printed losses. They are <em>a</em> solution, not <em>the</em> one: of 15 numbers the run fixes
     * about 9.
     */
    public static Network recoveredStart() {
        return Network.of(
                sigmoid(
                        new double[][] {
                            {0.12895895418088987, -0.06070546642090469}, {0.12280173133186963, -0.05362659775070038}
                        },
                        0.32216217197767477,
                        -0.15772491102508507),
                sigmoid(
                        new double[][] {
                            {1.1321112872362709, -0.1759608912472349}, {-1.2050050648885695, -1.0194009239049084}
                        },
                        0.23685660693735597,
                        1.0436043252118163),
                sigmoid(new double[][] {{-1.5921955225367057}, {-0.4747286426058866}}, 0.1149158373190243));
    }

    /** Every printed number beside ours, from the recovered start and the program that fits. */
    public static List<Reproduced> reproduce() {
        PublishedProgram program = PublishedProgram.asRun(recoveredStart());
        double[] predictions = new double[UPDATES + 1];
        double[] losses = new double[UPDATES + 1];
        for (int updates = 0; updates <= UPDATES; updates++) {
            predictions[updates] = program.prediction();
            losses[updates] = program.loss();
            program.update();
        }
        List<Reproduced> rows = new ArrayList<>();
        for (PublishedNumber number : PublishedNumber.of("A")) {
            boolean isLoss = number.quantity().equals("loss");
            double ours = (isLoss ? losses : predictions)[number.updates()];
            String printed = isLoss ? NumpyFormat.repr(ours) : bracketless(NumpyFormat.array(new double[] {ours}));
            rows.add(Reproduced.compare(number, ours, printed, cause(number, predictions[number.updates()])));
        }
        return rows;
    }

    /** The largest distance between a program's predictions and those that the 27 printed losses stand for. */
    public static double distanceFromPrinted(PublishedProgram program) {
        double largest = 0;
        int updates = 0;
        for (PublishedNumber number : PublishedNumber.of("A")) {
            if (number.quantity().equals("loss")) {
                for (; updates < number.updates(); updates++) {
                    program.update();
                }
                largest = Math.max(largest, Math.abs(program.prediction() - impliedPrediction(number.value())));
            }
        }
        return largest;
    }

    /** The prediction below the target that has this loss: a loss of 16 digits tells more than a prediction of 8. */
    static double impliedPrediction(double loss) {
        return data().targets().get(0, 0) - Math.sqrt(2 * loss);
    }

    /** One unit in the last place, and half a one for the rounding of the implied prediction itself. */
    private static String cause(PublishedNumber number, double ourPrediction) {
        boolean isLoss = number.quantity().equals("loss");
        boolean oneUlp =
                isLoss && Math.abs(ourPrediction - impliedPrediction(number.value())) < 1.5 * Math.ulp(ourPrediction);
        return oneUlp ? ONE_ULP : "unknown";
    }

    private static String bracketless(String array) {
        return array.substring(1, array.length() - 1);
    }

    private static Dense sigmoid(double[][] W, double... b) {
        return Dense.of(new SimpleMatrix(W), new SimpleMatrix(new double[][] {b}), Activation.SIGMOID);
    }
}
