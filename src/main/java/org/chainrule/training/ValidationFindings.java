package org.chainrule.training;

import java.util.List;
import org.chainrule.numpy.NumpyFormat;

/** What the validation part shows that the training samples cannot: that they were learned by heart. */
final class ValidationFindings {
    /** Between two epochs a validation loss moves by some percent without meaning anything. */
    private static final double ABOVE_THE_LEAST = 1.1;

    private ValidationFindings() {}

    /** Adds that the run went on after its best epoch, if the validation loss rose while the loss fell. */
    static void add(History run, List<Diagnosis.Finding> findings) {
        if (!run.records().hasValidation()) {
            return;
        }
        double[] loss = run.loss();
        double[] validation = run.validation().loss();
        int best = 0;
        for (int i = 1; i < validation.length; i++) {
            best = validation[i] < validation[best] ? i : best;
        }
        int last = validation.length - 1;
        if (validation[last] > ABOVE_THE_LEAST * validation[best] && loss[last] < loss[best]) {
            int epoch = run.records().epochs()[best];
            findings.add(new Diagnosis.Finding(
                    Diagnosis.Kind.OVERFITTED,
                    "since epoch " + epoch + " the loss fell from " + brief(loss[best]) + " to " + brief(loss[last])
                            + ", but that of the validation part rose from " + brief(validation[best]) + " to "
                            + brief(validation[last]),
                    "run.best(), the network after epoch " + epoch
                            + "; patience(20) ends such a run by itself. Then more samples, or fewer units"));
        }
    }

    private static String brief(double value) {
        return NumpyFormat.significant(value, 3);
    }
}
