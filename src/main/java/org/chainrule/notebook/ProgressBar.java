package org.chainrule.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.data.Require;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.training.Sweep;
import org.chainrule.training.SweepListener;

/**
 * How far a sweep is: one output of the cell, replaced in place. Where the sweep was interrupted, what was counted until then
 * stands below the bar.
 */
public final class ProgressBar implements SweepListener {
    private static final double EARLY = 2;

    private final Display display;
    private final String name;
    private FramePace pace;
    private String output;

    ProgressBar(Display display, String name) {
        this.display = display;
        this.name = Require.present("name of the progress bar", name);
    }

    @Override
    public void progress(int done, int all) {
        if (pace == null) {
            pace = new FramePace();
            output = display.publish(bar(done, all, ""));
            pace.drawn();
        } else if (pace.isDue(false)) {
            display.update(output, bar(done, all, timeLeft(done, all)));
            pace.drawn();
        }
    }

    @Override
    public void end(Sweep<?> sweep, Object result) {
        int over = sweep.done() + sweep.failures().size();
        MimeBundle bar = bundle(name + ": " + sweep.reason(), over, sweep.runs(), sweep.reason());
        display.update(output, sweep.isInterrupted() ? withTable(bar, Renderings.of(result)) : bar);
        pace = null;
    }

    private String timeLeft(int done, int all) {
        double seconds = (System.nanoTime() - pace.started()) / 1e9;
        double left = seconds / done * (all - done);
        return done == 0 || seconds < EARLY ? "" : ", about " + NumpyFormat.significant(Math.ceil(left), 2) + " s left";
    }

    /** In text only tens of percent: a console cannot replace a line, and prints one for each. */
    private MimeBundle bar(int done, int all, String timeLeft) {
        String text = name + ": " + 10 * (int) (10.0 * done / all) + " % of " + all + " runs";
        return bundle(text, done, all, done + " of " + all + " runs" + timeLeft);
    }

    private MimeBundle bundle(String text, int done, int all, String words) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/plain", text);
        forms.put(
                "text/html",
                Markup.text(name) + " <progress max=\"" + all + "\" value=\"" + done + "\"></progress> "
                        + Markup.text(words));
        return MimeBundle.of(forms);
    }

    private static MimeBundle withTable(MimeBundle bar, MimeBundle table) {
        Map<String, Object> forms = new LinkedHashMap<>(bar.data());
        forms.put("text/plain", bar.plainText() + "\n" + table.plainText());
        forms.merge("text/html", table.data().getOrDefault("text/html", ""), (above, below) -> above + "\n" + below);
        return MimeBundle.of(forms);
    }
}
