package org.chainrule.plot;

import java.util.Arrays;
import org.chainrule.data.Require;
import org.chainrule.training.History;
import org.chainrule.training.Records;

/** The loss over the epochs of one run, or of several in one picture, on a logarithmic axis. */
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
        return titled(title, "epoch").add(name(records), records);
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
     * Adds the loss of a run.
     *
     * @throws IllegalArgumentException if there is a line of this name
     */
    public LossChart add(String name, History run) {
        return add(name, Require.present("run", run).records());
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

    private LossChart add(String name, Records records) {
        chart.add(name, Arrays.stream(records.epochs()).asDoubleStream().toArray(), records.loss());
        return this;
    }

    private static String name(Records records) {
        return records.isLossWhileTraining() ? "loss while training" : "loss over all samples";
    }
}
