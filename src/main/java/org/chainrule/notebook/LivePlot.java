package org.chainrule.notebook;

import java.util.function.Function;
import org.chainrule.data.Require;
import org.chainrule.plot.Chart;
import org.chainrule.plot.DecisionBoundary;
import org.chainrule.plot.LossChart;
import org.chainrule.plot.MeasureChart;
import org.chainrule.plot.NetworkDiagram;
import org.chainrule.training.Epoch;
import org.chainrule.training.History;
import org.chainrule.training.Records;
import org.chainrule.training.TrainingListener;

/**
 * A picture of a run that is one output of the cell and is replaced in place: at most ten frames a second, and of a run
 * longer than two seconds at most a tenth of its time. The last frame stays, a chart drawn twice as fine.
 */
public final class LivePlot implements TrainingListener {
    private final Display display;
    private final Function<Epoch, MimeBundle> frame;
    private final Function<History, MimeBundle> lastFrame;
    private final double seconds;
    private String output;
    private FramePace pace;

    private LivePlot(
            Display display,
            Function<Epoch, MimeBundle> frame,
            Function<History, MimeBundle> lastFrame,
            double seconds) {
        this.display = display;
        this.frame = frame;
        this.lastFrame = lastFrame;
        this.seconds = seconds;
    }

    /** The loss over the epochs. */
    static LivePlot loss(Display display) {
        return new LivePlot(display, epoch -> chart(loss(epoch.records()), 1), run -> chart(loss(run.records()), 2), 0);
    }

    /** A measure over the epochs. */
    static LivePlot measure(Display display, String name) {
        return new LivePlot(
                display,
                epoch -> chart(MeasureChart.of(name, epoch.records(), name), 1),
                run -> chart(MeasureChart.of(name, run.records(), name), 2),
                0);
    }

    /** The network with its weights. */
    static LivePlot diagram(Display display) {
        return new LivePlot(
                display,
                epoch -> Drawing.bundle(NetworkDiagram.of(epoch.network())),
                run -> Drawing.bundle(NetworkDiagram.of(run.network())),
                0);
    }

    /** The answers of the network around its samples. */
    static LivePlot boundary(Display display) {
        return new LivePlot(
                display,
                epoch -> chart(DecisionBoundary.of(epoch.network(), epoch.data()), 1),
                run -> chart(DecisionBoundary.of(run.network(), run.data()), 2),
                0);
    }

    /**
     * Paces the run, so that it can be watched: all its epochs take about this long. A run that is slower by itself is not
     * held up.
     *
     * @throws IllegalArgumentException if the time is not a positive number
     */
    public LivePlot over(double seconds) {
        return new LivePlot(display, frame, lastFrame, Require.positive("the seconds that a run is paced to", seconds));
    }

    @Override
    public void epoch(Epoch epoch) {
        if (epoch.number() == epoch.first()) {
            output = display.publish(frame.apply(epoch));
            // Only from here: the first picture of a session takes long, and says nothing of those that follow.
            pace = new FramePace();
            return;
        }
        if (pace.isDue(System.nanoTime() < due(epoch))) {
            display.update(output, frame.apply(epoch));
            pace.drawn();
        }
        slowDown(epoch);
    }

    @Override
    public void end(History history) {
        display.update(output, lastFrame.apply(history));
    }

    /** Waits until this epoch's share of the time is over; an interrupt is left for the trainer to see. */
    private void slowDown(Epoch epoch) {
        long wait = (due(epoch) - System.nanoTime()) / 1_000_000;
        if (wait > 0) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long due(Epoch epoch) {
        int trained = epoch.number() - epoch.first();
        return pace.started() + (long) (seconds * 1e9 * trained / (epoch.last() - epoch.first()));
    }

    private static LossChart loss(Records records) {
        return LossChart.of("Loss", records);
    }

    private static MimeBundle chart(Chart chart, int scale) {
        return Drawing.bundle(chart::picture, chart.alt(), scale);
    }
}
