package org.chainrule.explain;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The losses at the points of a square grid over the window of a landscape. Immutable. */
public final class LandscapeGrid {
    private static final int MOST = 61;
    private static final int FEWEST = 15;
    /** About so many multiplications are a few seconds. */
    private static final double MULTIPLICATIONS = 1e9;

    private final LandscapeWindow window;
    private final int side;
    private final double[] losses;

    private LandscapeGrid(LandscapeWindow window, int side) {
        this.window = window;
        this.side = side;
        this.losses = new double[side * side];
    }

    /**
     * @param samples with the parameters, what a point costs: a large network has a coarser grid
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    static LandscapeGrid of(LossSurface surface, Plane plane, LandscapeWindow window, int samples) {
        double[] theta = new double[plane.origin().length];
        double points = MULTIPLICATIONS / theta.length / samples;
        LandscapeGrid grid = new LandscapeGrid(window, (int) Math.max(FEWEST, Math.min(MOST, Math.sqrt(points))));
        for (int i = 0; i < grid.losses.length; i++) {
            plane.put(grid.x(i % grid.side), grid.y(i / grid.side), theta);
            grid.losses[i] = surface.at(theta);
        }
        return grid;
    }

    /** Points a side. */
    public int side() {
        return side;
    }

    /** x of a column of points, from 0. */
    public double x(int column) {
        return window.xMin() + (window.xMax() - window.xMin()) * column / (side - 1);
    }

    /** y of a row of points, from 0 for the lowest. */
    public double y(int row) {
        return window.yMin() + (window.yMax() - window.yMin()) * row / (side - 1);
    }

    /** The loss at a point; NaN or infinite where a sum overflows. */
    public double loss(int row, int column) {
        return losses[row * side + column];
    }

    /** The losses that are numbers, the lowest first. */
    public double[] sorted() {
        return Arrays.stream(losses).filter(Double::isFinite).sorted().toArray();
    }

    /** How many points have no loss, because a sum overflows there. */
    public int overflows() {
        return (int)
                DoubleStream.of(losses).filter(loss -> !Double.isFinite(loss)).count();
    }
}
