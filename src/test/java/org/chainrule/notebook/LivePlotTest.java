package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.plot.DecisionBoundary;
import org.chainrule.plot.MeasureChart;
import org.chainrule.plot.NetworkDiagram;
import org.chainrule.training.Ending;
import org.chainrule.training.History;
import org.chainrule.training.Measure;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivePlotTest {
    private static final Network NETWORK =
            Network.inputs(2).dense(2, SIGMOID).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(3));
    private static final Trainer TRAINER = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5));

    private final Screen screen = new Screen();

    @Test
    void aShortRunIsOneOutputWithItsLastState() {
        History run = TRAINER.epochs(50).watch(LivePlot.loss(screen)).fit(NETWORK, Datasets.xor());
        MimeBundle last = screen.last();
        assertEquals(1, screen.outputs());
        assertTrue(last.plainText().contains("51 points"), last.plainText());
        assertTrue(last.data().containsKey("image/png"));
        assertEquals(640, ((Map<?, ?>) last.metadata().get("image/png")).get("width"));
        assertEquals(List.of(), run.notes());
    }

    @Test
    void pacingSpreadsTheRunOverItsTimeAndTheFramesOverTheRun() {
        long start = System.nanoTime();
        TRAINER.epochs(500).watch(LivePlot.loss(screen).over(1.2)).fit(NETWORK, Datasets.xor());
        assertTrue(System.nanoTime() - start >= 1_200_000_000L);
        assertTrue(screen.frames().size() >= 5, "frames: " + screen.frames().size());
        assertTrue(screen.frames().size() <= 15, "frames: " + screen.frames().size());
    }

    @Test
    void aRunThatContinuesAnotherIsAnOutputOfItsOwnAndPacedOverItsOwnEpochs() {
        History run = TRAINER.epochs(1000).fit(NETWORK, Datasets.xor());
        long start = System.nanoTime();
        History rest = run.continueFrom(
                900, TRAINER.epochs(1000).watch(LivePlot.loss(screen).over(0.5)));
        assertTrue(System.nanoTime() - start >= 500_000_000L);
        MimeBundle first = screen.frames().get(0);
        MimeBundle last = screen.last();
        assertEquals(1, screen.outputs());
        assertTrue(first.plainText().contains("1 point"), first.plainText());
        assertTrue(screen.frames().size() >= 4, "frames: " + screen.frames().size());
        assertTrue(last.plainText().contains("101 points"), last.plainText());
        assertEquals(List.of(), rest.notes());
    }

    @Test
    void aMeasureGrowsWithThatOfTheValidationPart() {
        Trainer trainer = TRAINER.epochs(50).report(Measure.accuracy()).validate(Datasets.xor());
        History run = trainer.watch(LivePlot.measure(screen, "accuracy")).fit(NETWORK, Datasets.xor());
        assertEquals(1, screen.outputs());
        assertEquals(Renderings.of(MeasureChart.of("accuracy", run.records(), "accuracy")), screen.last());
        History none = trainer.watch(LivePlot.measure(screen, "recall")).fit(NETWORK, Datasets.xor());
        assertEquals(50, none.epochs());
        assertTrue(none.notes().get(0).contains("no measure \"recall\" was reported, only [accuracy]"));
    }

    @Test
    void aDiagramAndABoundaryAreShownAsTheyAreInTheEnd() {
        History run = TRAINER.epochs(50).watch(LivePlot.diagram(screen)).fit(NETWORK, Datasets.xor());
        MimeBundle last = screen.last();
        assertEquals(1, screen.outputs());
        assertEquals(Renderings.of(NetworkDiagram.of(run.network())), last);

        run = TRAINER.epochs(50).watch(LivePlot.boundary(screen)).fit(NETWORK, Datasets.xor());
        last = screen.last();
        assertEquals(2, screen.outputs());
        assertEquals(Renderings.of(DecisionBoundary.of(run.network(), Datasets.xor())), last);
    }

    @Test
    void aBoundaryThatCannotBeDrawnNeverCostsTheRun() {
        Network three = Network.inputs(3).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(3));
        Dataset data = Dataset.of(new double[][] {{1, 2, 3}}, new double[][] {{1}});
        History run = TRAINER.epochs(50).watch(LivePlot.boundary(screen)).fit(three, data);
        assertEquals(50, run.epochs());
        assertTrue(run.notes().get(0).contains("DecisionBoundary draws networks of 2 inputs, but this one has 3"));
    }

    @Test
    void stopWhilePacingKeepsTheRun() {
        Thread.currentThread().interrupt();
        History run = TRAINER.epochs(500).watch(LivePlot.loss(screen).over(60)).fit(NETWORK, Datasets.xor());
        assertTrue(Thread.interrupted());
        assertEquals(Ending.Kind.INTERRUPTED, run.ending().kind());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void pacesMustBePositive(double seconds) {
        assertThrows(IllegalArgumentException.class, () -> LivePlot.loss(screen).over(seconds));
    }

    @Test
    void whereNothingCanBeDrawnTheTextStays() {
        MimeBundle bundle = Drawing.bundle(
                scale -> {
                    throw new UnsatisfiedLinkError("no freetype");
                },
                "Loss: 0.69",
                2);
        assertTrue(bundle.plainText().startsWith("Loss: 0.69\n(no picture: "));
        assertEquals(1, bundle.data().size());
        assertSame(bundle, Renderings.of(bundle));
    }
}
