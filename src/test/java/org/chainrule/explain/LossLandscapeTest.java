package org.chainrule.explain;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class LossLandscapeTest {
    private static final Loss SQUARED = Loss.squaredError();
    private static final Dataset THREE =
            Dataset.of(new double[][] {{1, 0}, {1, 2}, {-1, 1}}, new double[][] {{1}, {0}, {3}});
    private static final Dataset XOR = Datasets.xor();

    /** x₀w₀ + x₁w₁. */
    private static Network linear(double... w) {
        return Network.of(Dense.withoutBias(new SimpleMatrix(w.length, 1, true, w), IDENTITY));
    }

    /** The mean square over THREE, by hand. */
    private static double bowl(double w0, double w1) {
        return ((w0 - 1) * (w0 - 1) + (w0 + 2 * w1) * (w0 + 2 * w1) + (w1 - w0 - 3) * (w1 - w0 - 3)) / 3;
    }

    private static History down(int epochs) {
        return Trainer.of(SQUARED, Optimizer.sgd(0.05)).epochs(epochs).fit(linear(4, -3), THREE);
    }

    private static History xor(int epochs, long seed) {
        Network start = Network.inputs(2)
                .dense(2, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(seed));
        return Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                .epochs(epochs)
                .fit(start, XOR);
    }

    /** Along the axes of the two weights, x and y are the weights. */
    @Test
    void onABowlTheLossesAreThoseOfTheHandFormula() {
        LossLandscape landscape = LossLandscape.through(linear(0, 0), linear(2, 0), linear(1, 3), SQUARED, THREE);
        LandscapeGrid grid = landscape.grid();
        for (int row = 0; row < grid.side(); row++) {
            for (int column = 0; column < grid.side(); column++) {
                assertEquals(bowl(grid.x(column), grid.y(row)), grid.loss(row, column), 1e-12);
            }
        }
        assertEquals(bowl(0.7, -0.4), landscape.loss(0.7, -0.4), 1e-14);
        assertArrayEquals(new double[] {0.7, -0.4}, landscape.network(0.7, -0.4).parameters(), 1e-15);
        assertEquals("C: loss 16.7, on the map 16.7", landscape.marks().get(2).toString());
        assertEquals(2, landscape.marks().get(1).x());
        assertEquals(3, landscape.marks().get(2).y(), 1e-15);
    }

    @Test
    void aPlaneOfTwoParametersHidesNothing() {
        History run = down(40);
        LossLandscape landscape = LossLandscape.of(run);
        LandscapePath path = landscape.paths().get(0);
        assertArrayEquals(run.loss(), path.losses());
        assertArrayEquals(run.loss(), path.mapLosses(), 1e-12);
        assertEquals(1, path.share(), 1e-14);
        assertEquals("W(1)[0, 0]", landscape.xName());
        assertEquals(4, path.x()[0]);
        assertEquals(-3, path.y()[0]);
        assertEquals(bowl(0.5, 2), landscape.loss(0.5, 2), 1e-14);
        assertArrayEquals(
                run.at(7).parameters(),
                landscape.network(path.x()[7], path.y()[7]).parameters(),
                1e-13);
        assertEquals("0 %", landscape.cells().get(0).get(4));
    }

    /** Pythagoras, of each epoch: what is along x, along y and beside the plane makes the squared distance from the end. */
    @Test
    void whatIsOnTheMapAndWhatIsHiddenMakeTheWholeMovement() {
        History run = xor(150, 3);
        LossLandscape landscape = LossLandscape.of(run);
        LandscapePath path = landscape.paths().get(0);
        double[] end = run.network().parameters();
        double hidden = 0;
        double all = 0;
        for (int k = 0; k < path.size(); k++) {
            double[] theta = run.at(path.epochs()[k]).parameters();
            double[] shadow = landscape.network(path.x()[k], path.y()[k]).parameters();
            for (int i = 0; i < theta.length; i++) {
                hidden += (theta[i] - shadow[i]) * (theta[i] - shadow[i]);
                all += (theta[i] - end[i]) * (theta[i] - end[i]);
            }
        }
        assertTrue(hidden > 1e-6 * all);
        assertEquals(1, path.xShare() + path.yShare() + hidden / all, 1e-12);
        assertTrue(path.xShare() > path.yShare());
        assertEquals(0, path.x()[150]);
        assertEquals(0, path.y()[150]);
        assertTrue(path.x()[0] < 0, "the main direction points from the start to the end");
        LossLandscape other = LossLandscape.through(
                        run.network(), run.at(0), run.at(75), Loss.binaryCrossEntropy(), XOR)
                .add("run", run);
        assertTrue(other.paths().get(0).share() < path.share(), "no plane through the end shows more");
        assertEquals(
                other.paths().get(0).losses()[0],
                other.paths().get(0).mapLosses()[0],
                1e-12,
                "the start is on this one");
    }

    @Test
    void theSameBitsTwice() {
        LandscapeGrid once = LossLandscape.of(xor(300, 3)).grid();
        LandscapeGrid again = LossLandscape.of(xor(300, 3)).grid();
        assertArrayEquals(once.sorted(), again.sorted());
        assertEquals(61 * 61, once.sorted().length);
    }

    @Test
    void runsAreAddedToTheSamePlaneAndTheMapGrows() {
        LossLandscape one = LossLandscape.of("slow", xor(50, 3));
        LossLandscape two = one.add("long", xor(2000, 3));
        assertEquals(1, one.paths().size(), "values do not change");
        assertEquals(one.loss(0.3, 0.2), two.loss(0.3, 0.2));
        assertTrue(two.window().xMax() - two.window().xMin()
                > one.window().xMax() - one.window().xMin());
        assertEquals(201, two.paths().get(1).size());
        LossLandscape part = two.within(-1, 1, -2, 2);
        assertEquals(
                new LandscapeWindow(-1, 1, -2, 2), part.add("other", xor(20, 4)).window());
        assertEquals(
                "saddle",
                part.mark("saddle", xor(1, 5).network()).marks().get(0).name());
    }

    @Test
    void whatDoesNotBelongOnTheMapIsRefusedInWords() {
        LossLandscape landscape = LossLandscape.of(xor(5, 1));
        String name = assertThrows(IllegalArgumentException.class, () -> landscape.add("run", xor(5, 2)))
                .getMessage();
        assertEquals("there is a \"run\" on this landscape already: give this one another name", name);
        String shape = assertThrows(ShapeException.class, () -> landscape.add("bowl", down(3)))
                .getMessage();
        assertEquals(
                "the network of \"bowl\", Network 2-1 (2 parameters), is not built like Network 2-2-1 (9 parameters); in one"
                        + " landscape all networks have the same layers and activations",
                shape);
        History otherLoss = Trainer.of(Loss.halfSquaredError(), Optimizer.sgd(0.5))
                .epochs(2)
                .fit(xor(1, 1).network(), XOR);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> landscape.add("other", otherLoss))
                .getMessage()
                .contains("landscape of its own"));
        History otherData = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                .epochs(2)
                .fit(xor(1, 1).network(), Dataset.of(new double[][] {{1, 1}}, new double[][] {{0}}));
        assertThrows(IllegalArgumentException.class, () -> landscape.add("other", otherData));
        assertThrows(IllegalArgumentException.class, () -> landscape.add(" ", xor(5, 2)));
        assertThrows(
                IllegalArgumentException.class,
                () -> landscape.mark("run", xor(5, 2).network()));
        assertThrows(IllegalArgumentException.class, () -> landscape.add("none", null));
        assertThrows(IllegalArgumentException.class, () -> landscape.within(0, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> landscape.within(Double.NaN, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> landscape.within(0, 1e200, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> LossLandscape.of(null));
    }

    @Test
    void aRunThatStaysAndANetworkOfOneParameterHaveNoPlane() {
        Network zero = xor(1, 1).network().withParameters(new double[9]);
        History still = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                .fullBatch()
                .epochs(3)
                .fit(zero, XOR);
        String stays = assertThrows(IllegalArgumentException.class, () -> LossLandscape.of(still))
                .getMessage();
        assertTrue(stays.startsWith("the run stays where it begins"), stays);
        History one = Trainer.of(SQUARED, Optimizer.sgd(0.1))
                .epochs(3)
                .fit(linear(2), Dataset.of(new double[][] {{1}}, new double[][] {{0}}));
        String line = assertThrows(IllegalArgumentException.class, () -> LossLandscape.of(one))
                .getMessage();
        assertEquals(
                "Network 1-1 (1 parameter) has no plane of parameters, but a line; draw it with LossProfile.of(run)",
                line.replace("(1 parameters)", "(1 parameter)"));
        String collinear = assertThrows(
                        IllegalArgumentException.class,
                        () -> LossLandscape.through(linear(0, 0), linear(1, 1), linear(3, 3), SQUARED, THREE))
                .getMessage();
        assertTrue(collinear.startsWith("the three networks lie on a line"), collinear);
        String apart = assertThrows(
                        IllegalArgumentException.class,
                        () -> LossLandscape.through(linear(0, 0), linear(1e200, 0), linear(0, 1), SQUARED, THREE))
                .getMessage();
        assertTrue(apart.startsWith("the three networks are too far apart"), apart);
        assertThrows(
                IllegalArgumentException.class,
                () -> LossLandscape.through(linear(1, 0), linear(1, 0), linear(3, 3), SQUARED, THREE));
    }

    /** One epoch is a straight line: the second direction is then a parameter's own. */
    @Test
    void aStraightPathHasItsMapToo() {
        LossLandscape landscape = LossLandscape.of(xor(1, 3));
        LandscapePath path = landscape.paths().get(0);
        assertEquals(1, path.xShare(), 1e-14);
        assertEquals(0, path.yShare(), 1e-14);
        assertTrue(landscape.yName().startsWith("along W(1)["), landscape.yName());
        assertArrayEquals(path.losses(), path.mapLosses(), 1e-12);
        assertTrue(landscape.window().yMax() > landscape.window().yMin());
    }

    @Test
    void aLargeNetworkHasACoarserMap() {
        Network start = Network.inputs(784)
                .dense(30, RELU)
                .dense(10, SOFTMAX)
                .initialize(Initializer.he(), NumpyRandom.seed(1));
        SimpleMatrix X = NumpyRandom.seed(2).rand(150, 784);
        SimpleMatrix classes = new SimpleMatrix(150, 1);
        for (int i = 0; i < 150; i++) {
            classes.set(i, 0, i % 10);
        }
        History run = Trainer.of(Loss.crossEntropy(), Optimizer.sgd(0.1))
                .epochs(12)
                .fit(start, Dataset.of(X, classes).oneHot(10));
        LossLandscape landscape = LossLandscape.of(run);
        assertEquals(16, landscape.grid().side());
        assertEquals(13, landscape.paths().get(0).size());
        assertTrue(landscape.paths().get(0).share() > 0.9);
    }

    @Test
    void whereASumOverflowsThereIsNoLoss() {
        LossLandscape landscape = LossLandscape.through(
                        linear(0, 0),
                        linear(2, 0),
                        linear(1, 3),
                        SQUARED,
                        Dataset.of(new double[][] {{1e250, 1}}, new double[][] {{0}}))
                .within(-1e100, 1e100, -1, 1);
        assertEquals(Double.POSITIVE_INFINITY, landscape.loss(1e100, 0));
        LandscapeGrid grid = landscape.grid();
        assertEquals(60 * 61, grid.overflows(), "all but the middle column");
        assertEquals(61, grid.sorted().length);
    }

    @Test
    void aRunThatDivergedIsTooLongForAMapButHasItsPlaceOnAPart() {
        Dataset two = Dataset.of(new double[][] {{1, 1}, {1, -1}}, new double[][] {{1}, {0}});
        Trainer trainer = Trainer.of(SQUARED, Optimizer.sgd(1000)).epochs(200);
        History diverged = trainer.fit(linear(1, 2), two);
        String message = assertThrows(IllegalArgumentException.class, () -> LossLandscape.of(diverged))
                .getMessage();
        assertTrue(message.startsWith("a run goes out to "), message);
        assertTrue(message.contains("train it for fewer epochs"), message);
        LossLandscape part = LossLandscape.of("near", trainer.epochs(3).fit(linear(1, 2), two))
                .within(-9, 9, -9, 9)
                .add("diverged", diverged);
        assertEquals(1, part.paths().get(1).share(), 1e-12);
    }

    @Test
    void anInterruptEndsIt() {
        LossLandscape landscape = LossLandscape.of(xor(5, 1));
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, landscape::grid);
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertFalse(landscape.grid().sorted().length == 0, "and it can be asked again");
    }
}
