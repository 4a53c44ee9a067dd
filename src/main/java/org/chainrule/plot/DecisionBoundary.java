package org.chainrule.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Network;
import org.chainrule.training.History;

/**
 * What a network of two inputs answers all over the plane around its samples. Of one output the shade tells how near it is to
 * the least or the largest target, and a line where it is half-way; of several outputs the shade tells which is the largest.
 * The shape of a sample's mark tells its class.
 *
 * <p>Immutable.
 */
public final class DecisionBoundary implements Chart {
    private static final double MARGIN = 0.25;
    private static final int MOST_FRAMES = 12;
    private static final int FRAMES_A_ROW = 4;
    private static final int[] SQUARES = {300, 200, 170, 145};
    private static final int TOP = 64;
    private static final int LEFT = 64;
    private static final int BETWEEN = 56;
    private static final int BELOW = 66;

    private record Frame(String title, Network network) {}

    private final Dataset data;
    private final Decision decision;
    private final List<Frame> frames;

    private DecisionBoundary(Dataset data, List<Frame> frames) {
        this.data = data;
        this.decision = Decision.of(data);
        this.frames = frames;
    }

    /**
     * The answers of a network around these samples.
     *
     * @param data samples of two inputs
     * @throws ShapeException if the network or the samples have another number of inputs than two, or the targets are not as
     *     wide as the output
     */
    public static DecisionBoundary of(Network network, Dataset data) {
        require(network, data);
        return new DecisionBoundary(data, List.of(new Frame("", network)));
    }

    /**
     * The answers after each of these epochs of a run, side by side.
     *
     * @param epochs up to twelve, ascending; 0 is before any training
     * @throws ShapeException as {@link #of} does
     * @throws IndexOutOfBoundsException if an epoch is not between 0 and the run's last
     * @throws IllegalArgumentException if there are no epochs or more than twelve, or they do not ascend
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while epochs are trained again
     */
    public static DecisionBoundary over(History run, int... epochs) {
        require(Require.present("run", run).network(), run.data());
        int count = Require.present("epochs", epochs).length;
        if (count == 0 || count > MOST_FRAMES) {
            throw new IllegalArgumentException("a picture has room for 1 to " + MOST_FRAMES + " epochs, but " + count
                    + " were given; choose a few, as DecisionBoundary.over(run, 0, " + run.epochs() + ")");
        }
        List<Frame> frames = new ArrayList<>();
        run.walk((network, epoch) -> frames.add(new Frame("epoch " + epoch, network)), epochs);
        return new DecisionBoundary(run.data(), frames);
    }

    private static void require(Network network, Dataset data) {
        Samples.require(network, data, 2, "DecisionBoundary", "for one input there is OutputCurve.of(network, data)");
    }

    @Override
    public Picture picture(int scale) {
        int rows = (frames.size() + FRAMES_A_ROW - 1) / FRAMES_A_ROW;
        int columns = (frames.size() + rows - 1) / rows;
        int square = SQUARES[columns - 1];
        int legend = LEFT + columns * (square + BETWEEN) - BETWEEN / 2;
        Range x = range(0);
        Range y = range(1);
        int height = TOP + rows * (square + BELOW);
        return Card.draw(legend + BoundaryLegend.WIDTH, height, scale, alt(), graphics -> {
            graphics.setColor(Inks.TEXT);
            graphics.setFont(Card.font(Font.BOLD, 15));
            graphics.drawString(Summary.shortened(title(), 60), 20, 26);
            for (int f = 0; f < frames.size(); f++) {
                Frame frame = frames.get(f);
                int left = LEFT + f % columns * (square + BETWEEN);
                int top = TOP + f / columns * (square + BELOW);
                new BoundaryPanel(new Rectangle(left, top, square, square), x, y)
                        .paint(graphics, frame.title, frame.network, data, decision);
            }
            new BoundaryLegend(decision).paint(graphics, legend, TOP);
            drawNote(graphics, height);
        });
    }

    private Range range(int input) {
        return Range.around(data.inputs().getColumn(input).getDDRM().data, MARGIN);
    }

    private void drawNote(Graphics2D graphics, int height) {
        graphics.setColor(Inks.AXIS);
        graphics.setFont(Card.font(Font.PLAIN, 11));
        graphics.drawString(note(), 12, height - 8);
    }

    private String note() {
        return data.size() <= BoundaryPanel.MOST_SAMPLES
                ? ""
                : "The first " + BoundaryPanel.MOST_SAMPLES + " of " + data.size() + " samples are drawn.";
    }

    private String title() {
        return "Decision boundary of " + frames.get(frames.size() - 1).network;
    }

    /** In one line: how many of the samples the network answers rightly. */
    @Override
    public String alt() {
        String counts = frames.stream()
                .map(frame -> (frame.title.isEmpty() ? "" : frame.title + ": ") + decision.right(frame.network, data)
                        + " of " + data.size())
                .collect(Collectors.joining("; "));
        return title() + ": " + counts + " samples are " + decision.rightPlace() + "."
                + (note().isEmpty() ? "" : " " + note());
    }

    @Override
    public String toString() {
        return alt();
    }
}
