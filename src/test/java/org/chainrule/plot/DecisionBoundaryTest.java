package org.chainrule.plot;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Activation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class DecisionBoundaryTest {
    private static final int LARGEST_SAVED_CHART = 80_000;
    private static final Dataset XOR = Datasets.xor();
    private static final Network START = start(2, 3, 1, SIGMOID);

    private static Network start(int inputs, int hidden, int outputs, Activation last) {
        return Network.inputs(inputs)
                .dense(hidden, SIGMOID)
                .dense(outputs, last)
                .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(42));
    }

    private static History run(int epochs) {
        return Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                .epochs(epochs)
                .online()
                .fit(START, XOR);
    }

    @Test
    void countsTheSamplesThatAreAnsweredRightly() {
        assertEquals(
                "Decision boundary of Network 2-3-1 (13 parameters): 4 of 4 samples are on their side of 0.5.",
                DecisionBoundary.of(run(3000).network(), XOR).alt());
        Network larger = Network.inputs(2)
                .denseWithoutBias(2, SOFTMAX)
                .initialize(Initializer.he(), NumpyRandom.seed(0))
                .withParameters(new double[] {1, 0, 0, 1});
        Dataset three = Dataset.of(new double[][] {{1, 0}, {0, 1}, {2, 1}}, new double[][] {{0}, {1}, {1}})
                .oneHot(2);
        assertTrue(DecisionBoundary.of(larger, three)
                .alt()
                .endsWith(": 2 of 3 samples are in the region of their class."));
    }

    @Test
    void framesOfARunStandSideBySide() {
        History run = run(3000);
        DecisionBoundary frames = DecisionBoundary.over(run, 0, 100, 3000);
        assertTrue(frames.alt().contains("epoch 0: 2 of 4; epoch 100: 3 of 4; epoch 3000: 4 of 4"), frames.alt());
        Picture three = frames.picture(2);
        assertTrue(three.width() > DecisionBoundary.of(START, XOR).picture(1).width());
        assertTrue(three.png().length <= LARGEST_SAVED_CHART, three.png().length + " bytes");
        assertNotEquals(three, DecisionBoundary.over(run, 0, 101, 3000).picture(2));
        assertThrows(IndexOutOfBoundsException.class, () -> DecisionBoundary.over(run, 3001));
        assertThrows(IllegalArgumentException.class, () -> DecisionBoundary.over(run));
        assertThrows(IllegalArgumentException.class, () -> DecisionBoundary.over(run, new int[13]));
    }

    @Test
    void otherNumbersOfInputsAreRefusedInWords() {
        ShapeException error =
                assertThrows(ShapeException.class, () -> DecisionBoundary.of(start(3, 2, 1, SIGMOID), XOR));
        assertEquals(
                "DecisionBoundary draws networks of 2 inputs, but this one has 3; for one input there is"
                        + " OutputCurve.of(network, data)",
                error.getMessage());
        Dataset oneInput = Dataset.of(new double[][] {{1}}, new double[][] {{1}});
        assertThrows(ShapeException.class, () -> DecisionBoundary.of(START, oneInput));
        assertThrows(ShapeException.class, () -> DecisionBoundary.of(start(2, 3, 2, SOFTMAX), XOR));
        assertThrows(IllegalArgumentException.class, () -> DecisionBoundary.of(START, null));
        assertThrows(IllegalArgumentException.class, () -> DecisionBoundary.over(null, 0));
    }

    @Test
    void manySamplesKeepToTheSizeAndSayWhatIsLeftOut() {
        NumpyRandom random = NumpyRandom.seed(1);
        Dataset many = Dataset.of(random.randn(3000, 2), random.rand(3000, 1));
        DecisionBoundary boundary = DecisionBoundary.of(START, many);
        assertTrue(boundary.alt().endsWith("The first 2000 of 3000 samples are drawn."), boundary.alt());
        int bytes = boundary.picture(2).png().length;
        assertTrue(bytes <= LARGEST_SAVED_CHART, bytes + " bytes");
    }

    /** Overflowing to infinity, and infinity less infinity: grey, and no sample is right. */
    @Test
    void whatIsNoNumberIsNoClass() {
        Network overflowing = Network.inputs(2)
                .dense(2, IDENTITY)
                .dense(1, IDENTITY)
                .initialize(Initializer.constant(1e308), NumpyRandom.seed(0))
                .withParameters(new double[] {1e308, -1e308, 1e308, -1e308, 0, 0, 1e308, 1e308, 0});
        Dataset far = Dataset.of(new double[][] {{9, 9}, {8, 9}}, new double[][] {{0}, {1}});
        DecisionBoundary boundary = DecisionBoundary.of(overflowing, far);
        assertTrue(boundary.alt().contains("0 of 2 samples"), boundary.alt());
        assertTrue(boundary.picture(1).png().length > 2000);
    }

    private static Threshold threshold(double... targets) {
        return Threshold.of(Dataset.of(new SimpleMatrix(targets.length, 2), new SimpleMatrix(targets)));
    }

    @Test
    void namesOfTheDataStandAtTheAxesAndInTheLegend() {
        Dataset named = XOR.named(List.of("left switch", "right switch"), List.of("light"));
        assertEquals("light 1", Threshold.of(named).name(1));
        assertEquals("odd", Decision.of(XOR.oneHot(List.of("even", "odd"))).name(1));
        assertFalse(Arrays.equals(
                DecisionBoundary.of(START, XOR).picture(1).png(),
                DecisionBoundary.of(START, named).picture(1).png()));
    }

    @Test
    void oneOutputDecidesByTheMiddleOfItsTargets() {
        Threshold bits = threshold(0, 1, 1, 0);
        assertEquals(0.5, bits.middle());
        assertEquals("target 1", bits.name(1));
        assertEquals(0, bits.classOf(new double[] {0.5}));
        assertEquals(1, bits.classOf(new double[] {0.51}));
        assertEquals(Decision.NONE, bits.classOf(new double[] {Double.NaN}));
        Threshold signs = threshold(-1, 1);
        assertEquals(0, signs.middle());
        assertEquals("target -1", signs.name(0));
        assertEquals("target ≤ 0.5", threshold(0.725).name(0));
        assertEquals(7, threshold(7).middle());
        assertEquals("target > 3", threshold(1, 2, 5).name(1));
    }

    /** Ten bands: at each side of the middle the palest, at the ends and beyond the fullest. */
    @Test
    void shadesArePalestNearTheMiddle() {
        Threshold bits = threshold(0, 1);
        assertEquals(Threshold.shade(4), bits.shade(new double[] {0.5}));
        assertEquals(Threshold.shade(5), bits.shade(new double[] {0.51}));
        assertEquals(Threshold.shade(0), bits.shade(new double[] {-3}));
        assertEquals(Threshold.shade(9), bits.shade(new double[] {1e300}));
        assertTrue(Threshold.shade(5).getBlue() > Threshold.shade(9).getBlue());
        assertTrue(Threshold.shade(4).getRed() > Threshold.shade(0).getRed());
    }

    @Test
    void severalOutputsDecideByTheLargest() {
        LargestOutput decision = new LargestOutput(XOR.oneHot(3).classNames());
        assertEquals(2, decision.classOf(new double[] {-3, -2, -1}));
        assertEquals(0, decision.classOf(new double[] {1, 1, 1}));
        assertEquals(Decision.NONE, decision.classOf(new double[] {0, Double.POSITIVE_INFINITY, 0}));
        assertEquals("class 2", decision.name(2));
    }

    /** Between grid points the outputs are interpolated, which is exact for x₀ + 2x₁. */
    @Test
    void theGridKnowsTheOutputsBetweenItsPoints() {
        Network linear = Network.inputs(2)
                .denseWithoutBias(1, IDENTITY)
                .initialize(Initializer.constant(1), NumpyRandom.seed(0))
                .withParameters(new double[] {1, 2});
        Interpolation grid = OutputGrid.of(linear, new Range(-1, 1), new Range(10, 20), 30, 1e7);
        double[] output = new double[1];
        for (double[] at : new double[][] {{0, 0}, {1, 1}, {0.5, 0.25}, {0.123, 0.987}}) {
            grid.at(at[0], at[1], output);
            assertEquals(-1 + 2 * at[0] + 2 * (10 + 10 * at[1]), output[0], 1e-12);
        }
    }
}
