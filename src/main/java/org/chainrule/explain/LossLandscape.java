package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.data.Tabular;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.training.History;

/**
 * The loss on a plane through the space of all parameters, with the ways of runs on it, after Li, Xu, Taylor, Studer and
 * Goldstein, "Visualizing the loss landscape of neural nets" (2018). A plane is a slice: of nine dimensions it shows two,
 * and of a run its shadow, so it says how much of the movement lies in it.
 *
 * <p>Immutable. Its losses are computed when they are asked for the first time.
 */
public final class LossLandscape implements Tabular {
    private static final int STEPS = 200;
    private static final int FEWEST_STEPS = 8;
    private static final double ROUNDING = 1e-12;
    private static final double NUMBERS = 1e6;

    private final Network network;
    private final Loss loss;
    private final Dataset data;
    private final Plane plane;
    private final List<LandscapePath> paths;
    private final List<LandscapeMark> marks;
    private final LandscapeWindow window;
    private final boolean windowChosen;
    private LandscapeGrid grid;

    private LossLandscape(
            Network network,
            Loss loss,
            Dataset data,
            Plane plane,
            List<LandscapePath> paths,
            List<LandscapeMark> marks,
            LandscapeWindow chosen) {
        this.network = network;
        this.loss = loss;
        this.data = data;
        this.plane = plane;
        this.paths = paths;
        this.marks = marks;
        this.windowChosen = chosen != null;
        this.window = windowChosen ? chosen : around(paths, marks);
    }

    private static LandscapeWindow around(List<LandscapePath> paths, List<LandscapeMark> marks) {
        return LandscapeWindow.around(
                DoubleStream.concat(
                                paths.stream().flatMapToDouble(path -> DoubleStream.of(path.x())),
                                marks.stream().mapToDouble(LandscapeMark::x))
                        .toArray(),
                DoubleStream.concat(
                                paths.stream().flatMapToDouble(path -> DoubleStream.of(path.y())),
                                marks.stream().mapToDouble(LandscapeMark::y))
                        .toArray());
    }

    /** The landscape around one run, which is called "run" on the map; throws as the other form does. */
    public static LossLandscape of(History run) {
        return of("run", run);
    }

    /**
     * The landscape around one run, on the plane through its end that is nearest to its path. Two parameters are the plane
     * themselves: the map then shows all there is, and its axes are the parameters.
     *
     * @param name what the run is called on the map
     * @throws IllegalArgumentException if the run runs beyond 1e150, has one parameter only, or has more than two and stays where
     *     it begins
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while epochs are trained again
     */
    public static LossLandscape of(String name, History run) {
        Network network = Require.present("run", run).network();
        if (network.parameterCount() < 2) {
            throw new IllegalArgumentException(
                    network + " has no plane of parameters, but a line; draw it with" + " LossProfile.of(run)");
        }
        int[] epochs = epochs(run);
        List<double[]> thetas = LandscapePath.walk(run, epochs);
        Plane plane = network.parameterCount() == 2 ? Plane.ofTwo(network) : Plane.along(network, thetas);
        LossSurface surface = new LossSurface(network, run.trainer().loss(), run.data());
        LandscapePath path = new LandscapePath(named(name), epochs, thetas, plane, surface);
        return new LossLandscape(network, run.trainer().loss(), run.data(), plane, List.of(path), List.of(), null);
    }

    /**
     * The landscape on the plane through three networks, which are marked A, B and C. The x axis goes from A to B.
     *
     * @throws ShapeException if they are not built alike, or the samples do not fit
     * @throws IllegalArgumentException if they lie on a line, or the loss makes no sense on their outputs
     */
    public static LossLandscape through(Network a, Network b, Network c, Loss loss, Dataset data) {
        Require.present("network a", a);
        LossSurface.requireSameArchitecture(a, "network b", b);
        LossSurface.requireSameArchitecture(a, "network c", c);
        Plane plane = Plane.through(a.parameters(), b.parameters(), c.parameters());
        LossSurface surface = new LossSurface(a, loss, data);
        List<LandscapeMark> marks =
                List.of(mark("A", a, plane, surface), mark("B", b, plane, surface), mark("C", c, plane, surface));
        return new LossLandscape(a, loss, data, plane, List.of(), marks, null);
    }

    /**
     * This landscape with the way of another run on the same plane.
     *
     * @param name what the run is called on the map
     * @throws ShapeException if its networks are built otherwise
     * @throws IllegalArgumentException if its loss or its samples are others, since it then ran over another landscape; if
     *     there is a run of this name; or if it runs beyond 1e150
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while epochs are trained again
     */
    public LossLandscape add(String name, History run) {
        LossSurface.requireSameArchitecture(
                network,
                "the network of \"" + named(name) + "\"",
                Require.present("run", run).network());
        if (!loss.equals(run.trainer().loss())) {
            throw new IllegalArgumentException("the landscape is one of " + loss + ", but \"" + name + "\" went down "
                    + run.trainer().loss() + "; show it on a landscape of its own");
        }
        if (!data.equals(run.data())) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" was trained on other samples than those of the landscape;"
                            + " show it on a landscape of its own");
        }
        requireNewName(name);
        int[] epochs = epochs(run);
        LandscapePath path = new LandscapePath(name, epochs, LandscapePath.walk(run, epochs), plane, surface());
        return with(with(paths, path), marks, windowChosen ? window : null);
    }

    /**
     * This landscape with a network marked on it.
     *
     * @throws ShapeException if it is built otherwise
     * @throws IllegalArgumentException if there is a mark or a run of this name
     */
    public LossLandscape mark(String name, Network marked) {
        LossSurface.requireSameArchitecture(network, "the network \"" + named(name) + "\"", marked);
        requireNewName(name);
        return with(paths, with(marks, mark(name, marked, plane, surface())), windowChosen ? window : null);
    }

    /**
     * Another part of this landscape, in the coordinates of its axes.
     *
     * @throws IllegalArgumentException if a number is NaN, infinite or beyond 1e150, or a minimum is not below its maximum
     */
    public LossLandscape within(double xMin, double xMax, double yMin, double yMax) {
        return with(paths, marks, new LandscapeWindow(xMin, xMax, yMin, yMax));
    }

    private LossLandscape with(List<LandscapePath> paths, List<LandscapeMark> marks, LandscapeWindow chosen) {
        return new LossLandscape(network, loss, data, plane, paths, marks, chosen);
    }

    private static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static String named(String name) {
        if (Require.present("name", name).isBlank()) {
            throw new IllegalArgumentException("what is on a map needs a name: give it one for the legend");
        }
        return name;
    }

    private void requireNewName(String name) {
        if (Stream.concat(
                        paths.stream().map(LandscapePath::name), marks.stream().map(LandscapeMark::name))
                .anyMatch(name::equals)) {
            throw new IllegalArgumentException(
                    "there is a \"" + name + "\" on this landscape already: give this one another name");
        }
    }

    private static int[] epochs(History run) {
        double steps = NUMBERS / run.network().parameterCount();
        return run.epochsInSteps((int) Math.max(FEWEST_STEPS, Math.min(STEPS, steps)));
    }

    private static LandscapeMark mark(String name, Network marked, Plane plane, LossSurface surface) {
        double[] theta = marked.parameters();
        double x = plane.x(theta);
        double y = plane.y(theta);
        double own = surface.at(theta);
        plane.put(x, y, theta);
        return new LandscapeMark(name, x, y, own, surface.at(theta));
    }

    private LossSurface surface() {
        return new LossSurface(network, loss, data);
    }

    /**
     * The loss at a place; NaN or infinite where a sum overflows.
     *
     * @param x along the first axis, in units of the parameters
     * @param y along the second axis
     */
    public double loss(double x, double y) {
        double[] theta = new double[network.parameterCount()];
        plane.put(x, y, theta);
        return surface().at(theta);
    }

    /**
     * The network at a place.
     *
     * @throws org.chainrule.data.DataException if the place is so far away that a parameter overflows
     */
    public Network network(double x, double y) {
        double[] theta = new double[network.parameterCount()];
        plane.put(x, y, theta);
        return network.withParameters(theta);
    }

    /**
     * The losses on a grid over the window.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public synchronized LandscapeGrid grid() {
        if (grid == null) {
            grid = LandscapeGrid.of(surface(), plane, window, data.size());
        }
        return grid;
    }

    /** The runs, in the order in which they were added. */
    public List<LandscapePath> paths() {
        return paths;
    }

    /** The marked networks. */
    public List<LandscapeMark> marks() {
        return marks;
    }

    /** What is shown: all runs and marks with a margin, or what {@link #within} chose. */
    public LandscapeWindow window() {
        return window;
    }

    /** What the x axis is. */
    public String xName() {
        return plane.xName();
    }

    /** What the y axis is. */
    public String yName() {
        return plane.yName();
    }

    @Override
    public List<String> columns() {
        return List.of("path", "last epoch", "on x", "on y", "hidden", "loss at the end", "on the map");
    }

    /** A row a run: how much of its movement is along each axis and how much is hidden, and what the map makes of its end. */
    @Override
    public List<List<Object>> cells() {
        List<List<Object>> rows = new ArrayList<>();
        for (LandscapePath path : paths) {
            int last = path.size() - 1;
            rows.add(List.of(
                    path.name(),
                    path.epochs()[last],
                    percent(path.xShare()),
                    percent(path.yShare()),
                    path.share() > 1 - ROUNDING ? "0 %" : percent(1 - path.share()),
                    NumpyFormat.significant(path.losses()[last], 3),
                    NumpyFormat.significant(path.mapLosses()[last], 3)));
        }
        return rows;
    }

    private static String percent(double share) {
        return NumpyFormat.significant(100 * share, 3) + " %";
    }

    @Override
    public String toString() {
        return "Loss landscape of " + network;
    }
}
