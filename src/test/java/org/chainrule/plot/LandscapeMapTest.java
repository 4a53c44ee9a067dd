package org.chainrule.plot;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.stream.DoubleStream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.explain.LossLandscape;
import org.chainrule.explain.LossProfile;
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

class LandscapeMapTest {
    private static final int LARGEST_SAVED_CHART = 80_000;

    private static History xor(int hidden, int epochs) {
        Network start = Network.inputs(2)
                .dense(hidden, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(3));
        return Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                .epochs(epochs)
                .fit(start, Datasets.xor());
    }

    private static Network linear(double... w) {
        return Network.of(Dense.withoutBias(new SimpleMatrix(w.length, 1, true, w), IDENTITY));
    }

    private static LossLandscape flat(double x) {
        Dataset one = Dataset.of(new double[][] {{x, 0}}, new double[][] {{1}});
        return LossLandscape.through(linear(0, 0), linear(2, 0), linear(1, 3), Loss.squaredError(), one);
    }

    @Test
    void saysInALineHowMuchOfEachRunIsOnTheMap() {
        LandscapeMap map =
                LandscapeMap.of(LossLandscape.of("seed 3", xor(2, 3000)).add("short", xor(2, 30)));
        String alt = map.alt();
        assertTrue(alt.startsWith("Loss landscape of Network 2-2-1 (9 parameters): losses from "), alt);
        assertTrue(alt.matches(".*seed 3: 9[0-9.]+ % of its movement is on the map, loss .* → .*; short: .*"), alt);
        assertTrue(!alt.contains("\n") && !alt.contains("NaN") && !alt.contains("nan"), alt);
        Picture picture = map.picture(2);
        assertEquals(alt, picture.alt());
        assertTrue(picture.png().length <= LARGEST_SAVED_CHART, picture.png().length + " bytes");
        assertEquals(picture, map.picture(2));
        assertThrows(IllegalArgumentException.class, () -> LandscapeMap.of(null));
    }

    @Test
    void fiftyUnitsAndASingleEpochHaveTheirMap() {
        Picture picture = LandscapeMap.of(LossLandscape.of(xor(50, 1))).picture(2);
        assertTrue(picture.alt().contains("100 % of its movement"), picture.alt());
        assertTrue(picture.png().length > 5000);
    }

    @Test
    void overflowsAndEpochsOutsideAreSaidInWords() {
        String overflow =
                LandscapeMap.of(flat(1e250).within(-1e100, 1e100, -1, 1)).alt();
        assertTrue(
                overflow.endsWith(" 3660 of 3721 points have no loss: a sum overflows there."
                        + " The loss is the same everywhere else."),
                overflow);
        String outside =
                LandscapeMap.of(LossLandscape.of(xor(2, 10)).within(0, 1, 0, 1)).alt();
        assertTrue(outside.endsWith(" 10 epochs are beside the map."), outside);
        assertTrue(LandscapeMap.of(flat(1e250).within(1e99, 1e100, -1, 1)).alt().contains("no losses"));
    }

    @Test
    void aPlainIsCalledAPlain() {
        LandscapeMap plain = LandscapeMap.of(flat(0));
        assertTrue(plain.alt().contains("The loss is the same everywhere."), plain.alt());
        assertTrue(plain.picture(1).png().length > 1000);
    }

    @Test
    void contoursAreEvenlySpacedByRatioAndTheirNumberIsBounded() {
        assertArrayEquals(
                new double[] {0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5},
                Levels.of(new double[] {0.015, 9}).values());
        for (double ratio : new double[] {1.01, 1.3, 1.6, 2, 3, 9, 30, 1e3, 1e5, 1e9, 1e17, 1e250}) {
            double[] levels = Levels.of(new double[] {0.7, 0.7 * ratio}).values();
            assertTrue(levels.length >= 3 && levels.length <= 10, ratio + ": " + levels.length);
            assertTrue(levels[0] > 0.7 && levels[levels.length - 1] < 0.7 * ratio, ratio + ": " + levels[0]);
        }
        assertEquals(0, Levels.of(new double[0]).values().length);
        assertEquals(0, Levels.of(new double[] {0, 0}).values().length);
        assertEquals(0, Levels.of(new double[] {3, 3}).values().length);
    }

    /** Dark is deep, white is high, grey is nothing. */
    @Test
    void shadesGoFromDarkToWhite() {
        Levels levels = new Levels(new double[] {1, 2, 3});
        assertEquals(0, levels.band(0.5));
        assertEquals(2, levels.band(2.5));
        assertEquals(3, levels.band(1e300));
        assertEquals(-1, levels.band(Double.NaN));
        assertEquals(-1, levels.band(Double.POSITIVE_INFINITY));
        assertEquals(Inks.color(0), levels.shade(0));
        assertEquals(Color.WHITE, levels.shade(3));
        assertEquals(Inks.AXIS, levels.shade(-1));
        assertTrue(DoubleStream.of(0, 1, 2)
                .allMatch(k -> levels.shade((int) k).getRed()
                        < levels.shade((int) k + 1).getRed()));
    }

    @Test
    void aProfileIsALineWithBothNetworksOnIt() {
        LineChart chart = LossProfileChart.of(LossProfile.of(xor(2, 3000)));
        String alt = chart.alt();
        assertTrue(alt.startsWith("Loss on the straight line from start to end: loss first "), alt);
        assertTrue(alt.contains("; start first 0.73") || alt.contains("; start first "), alt);
        assertTrue(alt.contains("241 points") && alt.contains("arrier"), alt);
        assertThrows(IllegalArgumentException.class, () -> LossProfileChart.of(null));
    }
}
