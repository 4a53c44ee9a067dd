package org.chainrule.explain;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.junit.jupiter.api.Test;

/** What a landscape says of itself: tables and sentences. */
class LandscapeTextTest {
    private static Network start(long seed) {
        return Network.inputs(2)
                .dense(2, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(seed));
    }

    private static final History RUN = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
            .epochs(150)
            .fit(start(3), Datasets.xor());
    private static final LossLandscape LANDSCAPE = LossLandscape.of("down", RUN);

    private static String brief(double value) {
        return NumpyFormat.significant(value, 3);
    }

    @Test
    void asATableItSaysWhatIsHidden() {
        LandscapePath path = LANDSCAPE.paths().get(0);
        assertEquals(
                List.of("path", "last epoch", "on x", "on y", "hidden", "loss at the end", "on the map"),
                LANDSCAPE.columns());
        assertEquals(
                List.of(
                        "down",
                        150,
                        brief(100 * path.xShare()) + " %",
                        brief(100 * path.yShare()) + " %",
                        brief(100 * (1 - path.share())) + " %",
                        brief(RUN.lastLoss()),
                        brief(path.mapLosses()[150])),
                LANDSCAPE.cells().get(0));
        assertEquals("Loss landscape of Network 2-2-1 (9 parameters)", LANDSCAPE.toString());
    }

    @Test
    void aPathSaysHowMuchOfItIsOnTheMap() {
        LandscapePath path = LANDSCAPE.paths().get(0);
        assertEquals(
                "down: " + LandscapePath.percent(path.share()) + " of its movement is on the map, loss "
                        + brief(RUN.loss()[0]) + " → " + brief(RUN.lastLoss()) + ", on the map "
                        + brief(path.mapLosses()[0]) + " → " + brief(path.mapLosses()[150]),
                path.toString());
        assertEquals("99.9 %", LandscapePath.percent(0.99999));
        assertEquals("100 %", LandscapePath.percent(1));
        assertEquals("70 %", LandscapePath.percent(0.7));
    }

    @Test
    void itsGridGoesFromEdgeToEdge() {
        LandscapeGrid grid = LANDSCAPE.within(-1, 2, -3, 5).grid();
        int last = grid.side() - 1;
        assertEquals(List.of(-1.0, 0.5, 2.0), List.of(grid.x(0), grid.x(last / 2), grid.x(last)));
        assertEquals(List.of(-3.0, 1.0, 5.0), List.of(grid.y(0), grid.y(last / 2), grid.y(last)));
        assertEquals(LANDSCAPE.loss(2, -3), grid.loss(0, last), 1e-14);
    }

    @Test
    void aMarkBesideThePlaneHasTheLossOfItsPlaceToo() {
        LandscapeMark mark = LANDSCAPE.mark("elsewhere", start(5)).marks().get(0);
        assertEquals(LANDSCAPE.loss(mark.x(), mark.y()), mark.mapLoss(), 1e-14);
        assertEquals(
                Loss.binaryCrossEntropy()
                        .of(start(5), Datasets.xor().inputs(), Datasets.xor().targets()),
                mark.loss(),
                1e-14);
        assertNotEquals(mark.loss(), mark.mapLoss(), 1e-3);
    }
}
