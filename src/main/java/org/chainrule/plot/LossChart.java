package org.chainrule.plot;

import java.util.Arrays;
import org.chainrule.data.Require;
import org.chainrule.training.History;
import org.chainrule.training.Records;

/**
 * The loss over the epochs of one run, or of several in one picture, on a logarithmic axis; where a run has a validation part,
 * its loss too, as a line of its own.
 */
public final class LossChart extends ChartOfLines {
    private LossChart(LineChart chart) {
        super(chart.logarithmic());
    }

    /** The loss of one run. */
    public static LossChart of(History run) {
        return of("Loss of " + Require.present("run", run).network(), run.records());
    }

    /** The loss of a run as far as it was recorded. */
    public static LossChart of(String title, Records records) {
        LossChart chart = titled(title, "epoch");
        chart.chart.add(name(records), epochs(records), records.loss());
        if (records.hasValidation()) {
            chart.chart.add(
                    "validation samples", epochs(records), records.validation().loss());
        }
        return chart;
    }

    /** An empty chart, to {@link #add} several runs to. */
    public static LossChart titled(String title) {
        return titled(title, "epoch");
    }

    /**
     * An empty chart for losses that were not recorded by epochs.
     *
     * @param step what the x axis counts, as "update"
     */
    public static LossChart titled(String title, String step) {
        return new LossChart(LineChart.titled(title).axes(step, "loss"));
    }

    /**
     * Adds the loss of a run, and that of its validation part, if it has one.
     *
     * @throws IllegalArgumentException if there is a line of this name
     */
    public LossChart add(String name, History run) {
        Records records = Require.present("run", run).records();
        chart.add(name, epochs(records), records.loss());
        if (records.hasValidation()) {
            chart.add(
                    name + ", validation", epochs(records), records.validation().loss());
        }
        return this;
    }

    /**
     * Adds losses after 0, 1, 2, … steps.
     *
     * @throws IllegalArgumentException if there is a line of this name
     */
    public LossChart add(String name, double[] losses) {
        double[] steps = new double[Require.present("losses", losses).length];
        Arrays.setAll(steps, i -> i);
        chart.add(name, steps, losses);
        return this;
    }

    private static double[] epochs(Records records) {
        return Arrays.stream(records.epochs()).asDoubleStream().toArray();
    }

    private static String name(Records records) {
        if (records.isLossWhileTraining()) {
            return "loss while training";
        }
        return records.hasValidation() ? "training samples" : "loss over all samples";
    }
}
