package org.chainrule.plot;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Activation;
import org.chainrule.network.Architecture;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Measure;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.junit.jupiter.api.Test;

/** Charts of what is inside a network, and of how it changes in a run. */
class RunChartsTest {
    private static final int LARGEST_SAVED_CHART = 80_000;
    private static final Dataset XOR = Datasets.xor();
    private static final Trainer TRAINER = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5));

    private static Network network(int hidden) {
        return Network.inputs(2)
                .dense(hidden, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.he(), NumpyRandom.seed(1));
    }

    /** A run that is over before its first epoch. */
    private static History empty() {
        Thread.currentThread().interrupt();
        try {
            return TRAINER.epochs(5).fit(network(2), XOR);
        } finally {
            Thread.interrupted();
        }
    }

    private static void assertDrawn(Chart chart) {
        int bytes = chart.picture(2).png().length;
        assertTrue(bytes > 2000 && bytes <= LARGEST_SAVED_CHART, bytes + " bytes");
    }

    @Test
    void anActivationIsDrawnWithItsDerivative() {
        ActivationChart chart = ActivationChart.of(SIGMOID, Activation.of("half", z -> z / 2, (z, a) -> 0.5));
        assertEquals(
                "Activations and their derivatives:"
                        + " sigmoid f first 0.00669, last 0.993, lowest 0.00669, 501 points;"
                        + " sigmoid f′ first 0.00665, last 0.00665, lowest 0.00665, 501 points;"
                        + " half f first -2.5, last 2.5, lowest -2.5, 501 points;"
                        + " half f′ first 0.5, last 0.5, lowest 0.5, 501 points.",
                chart.alt());
        assertDrawn(chart);
    }

    @Test
    void whatHasNoCurveIsRefusedInWords() {
        String softmax = assertThrows(IllegalArgumentException.class, () -> ActivationChart.of(RELU, SOFTMAX))
                .getMessage();
        assertTrue(softmax.startsWith("softmax has no curve over one z"), softmax);
        assertThrows(IllegalArgumentException.class, ActivationChart::of);
        assertThrows(IllegalArgumentException.class, () -> ActivationChart.of(new Activation[8]));
        assertThrows(IllegalArgumentException.class, () -> ActivationChart.of(TANH, null));
        assertThrows(IllegalArgumentException.class, () -> ActivationChart.of(TANH, TANH));
        Activation log = Activation.of("log", Math::log, (z, a) -> 1 / z);
        assertTrue(
                ActivationChart.of(log).alt().contains("Not shown: 250 NaN"),
                ActivationChart.of(log).alt());
    }

    @Test
    void theValidationPartIsALineOfItsOwn() {
        History run = TRAINER.epochs(50)
                .report(Measure.accuracy())
                .validate(XOR.rows(1, 3))
                .fit(network(2), XOR);
        String last = Summary.number(run.validation().lastLoss());
        String alt = LossChart.of(run).alt();
        assertTrue(alt.contains("training samples first ") && alt.contains("validation samples first "), alt);
        assertTrue(alt.contains(", last " + last + ","), alt);
        assertTrue(LossChart.titled("both").add("run", run).alt().contains("; run, validation first "));
        String accuracy = MeasureChart.of(run, "accuracy").alt();
        assertTrue(accuracy.startsWith("accuracy of Network 2-2-1 (9 parameters): training samples first "), accuracy);
        assertTrue(accuracy.contains("; validation samples first "), accuracy);
        assertDrawn(LossChart.of(run));
        assertDrawn(MeasureChart.of(run, "accuracy"));
        assertThrows(IllegalArgumentException.class, () -> MeasureChart.of(run, "recall"));
    }

    @Test
    void weightsAreThoseOfTheEpochs() {
        History run = TRAINER.epochs(1000).fit(network(2), XOR);
        String alt = WeightHistory.of(run).alt();
        for (int index = 0; index < 9; index++) {
            String line = run.network().parameter(index) + " first "
                    + Summary.number(run.at(0).parameters()[index]) + ", last "
                    + Summary.number(run.network().parameters()[index]) + ",";
            assertTrue(alt.contains(line), line + " in " + alt);
        }
        assertTrue(alt.contains("101 points"), alt);
        assertDrawn(WeightHistory.of(run));
    }

    @Test
    void ofManyWeightsThoseThatMovedFurthestAreDrawn() {
        History run = TRAINER.epochs(20).fit(network(50), XOR);
        String alt = WeightHistory.of(run, 1).alt();
        assertTrue(alt.endsWith("The 15 that moved furthest; 135 more are not drawn."), alt);
        assertTrue(alt.contains("21 points") && !alt.contains("W(2)"), alt);
        assertDrawn(WeightHistory.of(run));
        double[] before = run.at(0).parameters();
        double[] after = run.network().parameters();
        int furthest = 0;
        for (int i = 0; i < before.length; i++) {
            furthest = Math.abs(after[i] - before[i]) > Math.abs(after[furthest] - before[furthest]) ? i : furthest;
        }
        assertTrue(WeightHistory.of(run).alt().contains(run.network().parameter(furthest) + " first"));
        assertThrows(IndexOutOfBoundsException.class, () -> WeightHistory.of(run, 3));
    }

    /** ‖dW‖ = √(0.3² + 0.4²) where the two entries are 0.3 and 0.4 times the error. */
    @Test
    void aNormIsTheRootOfTheSumOfSquares() {
        Dataset one = Dataset.of(new double[][] {{0.3, 0.4}}, new double[][] {{2}});
        Network zero = Network.inputs(2)
                .denseWithoutBias(1, IDENTITY)
                .initialize(Initializer.constant(0), NumpyRandom.seed(0));
        History run =
                Trainer.of(Loss.halfSquaredError(), Optimizer.sgd(1)).epochs(1).fit(zero, one);
        assertTrue(
                GradientNorms.of(run).alt().contains("‖dW(1)‖ first 1, last 0.75,"),
                GradientNorms.of(run).alt());
    }

    @Test
    void normsShowEveryLayerOfTheWholeRun() {
        History run = TRAINER.epochs(300).online().fit(network(3), XOR);
        String last = Summary.number(
                Backpropagation.gradients(run.network(), Loss.binaryCrossEntropy(), XOR.inputs(), XOR.targets())
                        .dW(2)
                        .normF());
        String alt = GradientNorms.of(run).alt();
        assertTrue(alt.contains("‖dW(1)‖ first") && alt.contains(", last " + last + ", lowest"), alt);
        assertDrawn(GradientNorms.of(run));
    }

    @Test
    void ofADeepNetworkAndManySamplesItSaysWhatIsLeftOut() {
        Architecture deep = Network.inputs(2);
        for (int width : Collections.nCopies(14, 2)) {
            deep = deep.dense(width, TANH);
        }
        NumpyRandom random = NumpyRandom.seed(2);
        Dataset many = Dataset.of(random.randn(1200, 2), random.rand(1200, 1));
        History run = TRAINER.epochs(2)
                .miniBatches(100, 1)
                .fit(deep.dense(1, SIGMOID).initialize(Initializer.he(), random), many);
        String alt = GradientNorms.of(run).alt();
        assertTrue(alt.endsWith("12 of 15 layers are drawn. Gradients over the first 1000 of 1200 samples."), alt);
        assertTrue(alt.contains("‖dW(1)‖") && alt.contains("‖dW(15)‖") && !alt.contains("‖dW(5)‖"), alt);
    }

    @Test
    void aRunThatContinuesAnotherIsShownFromEpochZeroOn() {
        History run = TRAINER.epochs(60).fit(network(2), XOR);
        History branch =
                run.continueFrom(50, TRAINER.optimizer(Optimizer.adam(0.1)).epochs(80));
        String alt = WeightHistory.of(branch, 2).alt();
        String first = Summary.number(run.at(0).layer(2).W().get(0, 0));
        String last = Summary.number(branch.network().layer(2).W().get(0, 0));
        assertTrue(alt.contains("W(2)[0, 0] first " + first + ", last " + last + ","), alt);
        assertTrue(alt.contains("81 points"), alt);
        assertTrue(GradientNorms.of(branch).alt().contains("81 points"));
        assertDrawn(WeightHistory.of(branch));
    }

    @Test
    void aRunWithoutEpochsIsOnePoint() {
        History run = empty();
        assertEquals(0, run.epochs());
        assertTrue(WeightHistory.of(run).alt().contains("1 point"));
        assertDrawn(WeightHistory.of(run));
        assertDrawn(GradientNorms.of(run));
    }

    @Test
    void theOutputOfOneInputIsACurveWithItsSamples() {
        Network line = Network.inputs(1)
                .dense(1, IDENTITY)
                .initialize(Initializer.constant(1), NumpyRandom.seed(0))
                .withParameters(new double[] {2, 1});
        Dataset data = Dataset.of(new double[][] {{0}, {10}}, new double[][] {{0}, {5}});
        OutputCurve curve = OutputCurve.of(line, data);
        // The axis goes 15 % beyond the samples, from -1.5 to 11.5.
        assertEquals(
                "Output of Network 1-1 (2 parameters): output first -2, last 24, lowest -2, 401 points;"
                        + " target first 0, last 5, lowest 0, 2 points.",
                curve.alt());
        assertDrawn(curve);
    }

    @Test
    void aCurveNeedsOneInput() {
        ShapeException error = assertThrows(ShapeException.class, () -> OutputCurve.of(network(2), XOR));
        assertEquals(
                "OutputCurve draws networks of 1 input, but this one has 2; for two inputs there is"
                        + " DecisionBoundary.of(network, data)",
                error.getMessage());
    }
}
