package org.chainrule.notebook;

import org.chainrule.data.Require;
import org.chainrule.plot.LossChart;
import org.chainrule.training.Epoch;
import org.chainrule.training.History;
import org.chainrule.training.Records;
import org.chainrule.training.TrainingListener;

/**
 * A plot of the loss that is one output of the cell and is replaced in place: at most ten frames a second, and of a run
 * longer than two seconds at most a tenth of its time. The last frame stays, drawn twice as fine.
 */
public final class LiveLoss implements TrainingListener {
    private static final long FRAME = 100_000_000;
    private static final long SHORT_RUN = 2_000_000_000;
    private static final double SHARE = 0.1;

    private final Display display;
    private final double seconds;
    private String output;
    private long started;
    private long lastFrame;
    private long drawing;

    LiveLoss(Display display, double seconds) {
        this.display = display;
        this.seconds = seconds;
    }

    /**
     * Paces the run, so that it can be watched: all its epochs take about this long. A run that is slower by itself is not
     * held up.
     *
     * @throws IllegalArgumentException if the time is not a positive number
     */
    public LiveLoss over(double seconds) {
        return new LiveLoss(display, Require.positive("the seconds that a run is paced to", seconds));
    }

    @Override
    public void epoch(Epoch epoch) {
        if (epoch.number() == 0) {
            output = display.publish(frame(epoch.records(), 1));
            // Only from here: the first picture of a session takes long, and says nothing of those that follow.
            started = System.nanoTime();
            lastFrame = started;
            drawing = 0;
            return;
        }
        long now = System.nanoTime();
        if (isDue(epoch, now)) {
            display.update(output, frame(epoch.records(), 1));
            drawn(now);
        }
        pace(epoch);
    }

    @Override
    public void end(History history) {
        display.update(output, frame(history.records(), 2));
    }

    /** A run that is ahead of its pace would wait in any case: drawing costs it nothing. */
    private boolean isDue(Epoch epoch, long now) {
        long elapsed = now - started;
        boolean affordable = elapsed < SHORT_RUN || drawing < SHARE * elapsed || now < due(epoch);
        return now - lastFrame >= FRAME && affordable;
    }

    private void drawn(long since) {
        lastFrame = System.nanoTime();
        drawing += lastFrame - since;
    }

    /** Waits until this epoch's share of the time is over; an interrupt is left for the trainer to see. */
    private void pace(Epoch epoch) {
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
        return started + (long) (seconds * 1e9 * epoch.number() / epoch.last());
    }

    private static MimeBundle frame(Records records, int scale) {
        LossChart chart = LossChart.of("Loss", records);
        return Drawing.bundle(chart::picture, chart.alt(), scale);
    }
}
