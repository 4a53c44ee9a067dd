package org.chainrule.explain;

import java.util.stream.DoubleStream;
import org.chainrule.numpy.NumpyFormat;

/** Which part of the plane a landscape shows, in the coordinates of the plane. */
public record LandscapeWindow(double xMin, double xMax, double yMin, double yMax) {
    private static final double MARGIN = 0.3;
    /** A narrower map is widened: a path that is all but straight shall not look winding. */
    private static final double NARROWEST = 0.5;

    private static final double LARGEST = 1e150;

    /**
     * @throws IllegalArgumentException if a number is NaN, infinite or beyond 1e150, or a minimum is not below its maximum
     */
    public LandscapeWindow {
        for (double bound : new double[] {xMin, xMax, yMin, yMax}) {
            if (!(Math.abs(bound) <= LARGEST)) {
                throw new IllegalArgumentException("a map cannot reach to " + NumpyFormat.repr(bound)
                        + "; show a part of it, as .within(-1, 1, -1, 1)");
            }
        }
        if (!(xMin < xMax && yMin < yMax)) {
            throw new IllegalArgumentException("a map needs xMin < xMax and yMin < yMax, but x goes from "
                    + NumpyFormat.repr(xMin) + " to " + NumpyFormat.repr(xMax) + " and y from "
                    + NumpyFormat.repr(yMin) + " to " + NumpyFormat.repr(yMax));
        }
    }

    /**
     * Around all these places, with a margin.
     *
     * @throws IllegalArgumentException if one is too far away
     */
    static LandscapeWindow around(double[] x, double[] y) {
        double furthest = DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(y))
                .map(Math::abs)
                .max()
                .orElseThrow();
        if (!(furthest <= LARGEST / 10)) {
            throw new IllegalArgumentException("a run goes out to " + NumpyFormat.significant(furthest, 3)
                    + ", too far for a map of all of it; train it for fewer epochs, or choose a part of another run's map"
                    + " with .within(-1, 1, -1, 1) first");
        }
        double left = DoubleStream.of(x).min().orElseThrow();
        double right = DoubleStream.of(x).max().orElseThrow();
        double low = DoubleStream.of(y).min().orElseThrow();
        double high = DoubleStream.of(y).max().orElseThrow();
        double wide = right - left;
        double tall = high - low;
        double dx = MARGIN * wide + Math.max(0, NARROWEST * tall - wide) / 2;
        double dy = MARGIN * tall + Math.max(0, NARROWEST * wide - tall) / 2;
        return new LandscapeWindow(left - dx, right + dx, low - dy, high + dy);
    }

    /** Whether a place is inside. */
    public boolean holds(double x, double y) {
        return x >= xMin && x <= xMax && y >= yMin && y <= yMax;
    }
}
