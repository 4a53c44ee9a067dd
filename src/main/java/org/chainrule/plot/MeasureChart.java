package org.chainrule.plot;

import java.util.Arrays;
import org.chainrule.data.Require;
import org.chainrule.training.History;
import org.chainrule.training.Records;

/** A measure over the epochs of a run, as its accuracy: of the training samples, and of the validation part, if there is one. */
public final class MeasureChart extends ChartOfLines {
    private MeasureChart(LineChart chart) {
        super(chart);
    }

    /**
     * A measure of a run.
     *
     * @param measure its name, as "accuracy"
     * @throws IllegalArgumentException if the trainer did not report a measure of this name
     */
    public static MeasureChart of(History run, String measure) {
        String name = Require.present("measure's name", measure);
        return of(name + " of " + Require.present("run", run).network(), run.records(), name);
    }

    /**
     * A measure of a run as far as it was recorded.
     *
     * @throws IllegalArgumentException if the trainer did not report a measure of this name
     */
    public static MeasureChart of(String title, Records records, String measure) {
        double[] epochs = Arrays.stream(Require.present("records", records).epochs())
                .asDoubleStream()
                .toArray();
        LineChart chart = LineChart.titled(title).axes("epoch", measure);
        chart.add(
                records.hasValidation() ? "training samples" : measure + " over all samples",
                epochs,
                records.measure(measure));
        if (records.hasValidation()) {
            chart.add("validation samples", epochs, records.validation().measure(measure));
        }
        return new MeasureChart(chart);
    }
}
