package org.chainrule.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.data.Require;
import org.chainrule.explain.LandscapePath;
import org.chainrule.explain.LandscapeWindow;
import org.chainrule.explain.LossLandscape;

/**
 * A landscape as a map: the deeper the darker, contours with their losses, the ways of the runs with epochs. Immutable.
 */
public final class LandscapeMap implements Chart {
    private static final int SIDE = 360;
    private static final int LEFT = 84;
    private static final int TOP = 44;
    private static final int BETWEEN = 20;
    private static final int BELOW = 62;

    private final LossLandscape landscape;
    private final Levels levels;
    private final double[] sorted;

    private LandscapeMap(LossLandscape landscape) {
        this.landscape = landscape;
        this.sorted = landscape.grid().sorted();
        this.levels = Levels.of(sorted);
    }

    /**
     * The map of a landscape, whose losses are computed for it.
     *
     * @throws IllegalArgumentException if there is no landscape
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public static LandscapeMap of(LossLandscape landscape) {
        return new LandscapeMap(Require.present("landscape", landscape));
    }

    @Override
    public Picture picture(int scale) {
        int legend = LEFT + SIDE + BETWEEN;
        int height = TOP + SIDE + BELOW;
        return Card.draw(legend + LandscapeLegend.WIDTH, height, scale, alt(), graphics -> {
            graphics.setColor(Inks.TEXT);
            graphics.setFont(Card.font(Font.BOLD, 15));
            graphics.drawString(Summary.shortened(landscape.toString(), 60), 20, 26);
            new LandscapePanel(new Rectangle(LEFT, TOP, SIDE, SIDE), landscape, levels).paint(graphics);
            drawTitles(graphics);
            new LandscapeLegend(landscape, levels).paint(graphics, legend, TOP);
            graphics.setColor(Inks.AXIS);
            graphics.setFont(Card.font(Font.PLAIN, 11));
            graphics.drawString(note(), 12, height - 8);
        });
    }

    private void drawTitles(Graphics2D graphics) {
        graphics.setFont(Card.font(Font.PLAIN, 13));
        Card.centered(graphics, landscape.xName(), LEFT + SIDE / 2f, TOP + SIDE + 34f);
        Card.upright(graphics, landscape.yName(), 20, TOP + SIDE / 2f);
    }

    /** What a reader of the map should know beside it; empty if there is nothing. */
    private String note() {
        int overflows = landscape.grid().overflows();
        boolean plain = sorted.length > 0 && sorted[0] == sorted[sorted.length - 1];
        int outside = outside();
        return Stream.of(
                        overflows == 0
                                ? ""
                                : overflows + " of " + (overflows + sorted.length)
                                        + " points have no loss: a sum overflows there.",
                        plain ? "The loss is the same everywhere" + (overflows == 0 ? "." : " else.") : "",
                        outside == 0 ? "" : outside + (outside == 1 ? " epoch is" : " epochs are") + " beside the map.")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private int outside() {
        LandscapeWindow window = landscape.window();
        int outside = 0;
        for (LandscapePath path : landscape.paths()) {
            double[] x = path.x();
            double[] y = path.y();
            for (int k = 0; k < x.length; k++) {
                outside += window.holds(x[k], y[k]) ? 0 : 1;
            }
        }
        return outside;
    }

    /** In one line: the runs, how much of each is on the map, and from where to where the losses go. */
    @Override
    public String alt() {
        String what = Stream.concat(landscape.paths().stream(), landscape.marks().stream())
                .map(Object::toString)
                .collect(Collectors.joining("; "));
        String losses = sorted.length == 0
                ? "no losses"
                : "losses from " + Summary.number(sorted[0]) + " to " + Summary.number(sorted[sorted.length - 1]);
        return landscape + ": " + losses + (what.isEmpty() ? "" : "; " + what) + "."
                + (note().isEmpty() ? "" : " " + note());
    }

    @Override
    public String toString() {
        return alt();
    }
}
