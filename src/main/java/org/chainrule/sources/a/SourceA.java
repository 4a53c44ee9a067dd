package org.chainrule.sources.a;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Network;
import org.chainrule.sources.Errata;
import org.chainrule.sources.Printout;
import org.chainrule.sources.PublishedNumber;
import org.chainrule.sources.RecoveredStart;
import org.chainrule.sources.Reproduced;
import org.chainrule.sources.Source;
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
        return RecoveredStart.of(
                "A",
                "recovered",
                Network.inputs(2).dense(2, SIGMOID).dense(2, SIGMOID).dense(1, SIGMOID));
    }

    /** Every printed number beside ours, from the recovered start and the program that fits. */
    public static List<Reproduced> reproduce() {
        PublishedProgram program = PublishedProgram.asRun(recoveredStart());
        double[] predictions = new double[UPDATES + 1];
        Printout printout = new Printout("A");
        for (int updates = 0; updates <= UPDATES; updates++) {
            predictions[updates] = program.prediction();
            String series = updates == 0 ? "untrained" : "training";
            SimpleMatrix prediction = SimpleMatrix.filled(1, 1, program.prediction());
            printout.array(series, updates, i -> "prediction", prediction);
            printout.number(series, updates, "loss", program.loss());
            program.update();
        }
        return printout.besidePublished((number, ours) -> cause(number, predictions[number.updates()]));
    }

    /** Its mistakes, and the gradients that they spoil. */
    public static Errata errata() {
        return Errata.of(Source.A, Controls.all());
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
}
