package org.chainrule.notebook;

import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.Scaler;
import org.chainrule.explain.ChainRule;
import org.chainrule.explain.GradientCheck;
import org.chainrule.explain.LossLandscape;
import org.chainrule.explain.LossProfile;
import org.chainrule.explain.StepSizes;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.plot.ActivationChart;
import org.chainrule.plot.Chart;
import org.chainrule.plot.DecisionBoundary;
import org.chainrule.plot.LossChart;
import org.chainrule.plot.NetworkDiagram;
import org.chainrule.sources.Reproduction;
import org.chainrule.sources.a.SourceA;
import org.chainrule.training.Diagnosis;
import org.chainrule.training.History;
import org.chainrule.training.Measure;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class RenderingsTest {
    private static final Dataset XOR = Datasets.xor();
    private static final Network NETWORK = Network.inputs(2)
            .denseWithoutBias(2, RELU)
            .dense(1, SIGMOID)
            .initialize(Initializer.he(), NumpyRandom.seed(3));

    @Test
    void matricesLookAsInNumpy() {
        assertEquals(
                "[[0.5  0.35]]",
                Renderings.of(new SimpleMatrix(new double[][] {{0.5, 0.35}})).plainText());
        assertEquals("[1. 2.]", Renderings.of(new double[] {1, 2}).plainText());
    }

    @Test
    void aNetworkIsATableOfLayers() {
        MimeBundle bundle = Renderings.of(NETWORK);
        assertTrue(bundle.plainText().contains("4  (no bias)"), bundle.plainText());
        assertTrue(bundle.data()
                .get("text/html")
                .toString()
                .contains("<th scope=\"col\"><div align=\"left\">activation</div></th>"));
    }

    @Test
    void aModelSaysWhatGoesInAndWhatComesOut() {
        Model model = Model.of(NETWORK)
                .scaledBy(Scaler.standardize(XOR))
                .named(List.of("first", "<b>second</b>"), List.of("different"));
        MimeBundle bundle = Renderings.of(model);
        assertTrue(bundle.plainText().startsWith("Model: Network 2-2-1"), bundle.plainText());
        assertTrue(bundle.plainText().contains("first, <b>second</b>"), bundle.plainText());
        String html = bundle.data().get("text/html").toString();
        assertTrue(html.contains("first, &lt;b&gt;second&lt;/b&gt;"), html);
        assertTrue(html.contains("Scaler[2 inputs, (x − mean) / std]"), html);
        String prediction = Renderings.of(model.prediction(0, 1)).plainText();
        assertTrue(prediction.contains("target     value\ndifferent  0."), prediction);
    }

    @Test
    void gradientsNameEveryMatrix() {
        String text = Renderings.of(
                        Backpropagation.gradients(NETWORK, Loss.halfSquaredError(), XOR.inputs(), XOR.targets()))
                .plainText();
        assertTrue(text.contains("delta(2) = [[") && text.contains("dW(1) = [[") && text.contains("db(2) = [["));
        assertFalse(text.contains("db(1)"), "layer 1 has no bias");
    }

    @Test
    void aForwardPassNamesEveryLayer() {
        String text = Renderings.of(NETWORK.forward(XOR.inputs())).plainText();
        assertTrue(text.contains("a(0) = [[0. 0.]\n        [0. 1.]"), text);
        assertTrue(text.contains("z(2) = "));
    }

    @Test
    void aGradientCheckSaysWhichPartIsWrong() {
        Loss loss = Loss.halfSquaredError();
        double[] gradient = Backpropagation.gradients(NETWORK, loss, XOR.inputs(), XOR.targets())
                .toVector();
        gradient[6] += 1;
        String text = Renderings.of(GradientCheck.of(NETWORK, loss, XOR.inputs(), XOR.targets(), gradient))
                .plainText();
        assertTrue(text.startsWith("Gradient check: wrong"), text);
        assertTrue(text.contains("worst: b(2)[0]"), text);
    }

    @Test
    void aDerivationIsLatexWithItsText() {
        ChainRule rule = ChainRule.of(NETWORK, Loss.halfSquaredError(), XOR.inputs(), XOR.targets());
        MimeBundle bundle = Renderings.of(rule.weight(1, 0, 1));
        String latex = bundle.data().get("text/latex").toString();
        assertTrue(latex.startsWith("$$\\begin{aligned}\n\\frac{\\partial C}{\\partial w_{0,1}^{(1)}} &= "), latex);
        assertTrue(latex.endsWith("\n\\end{aligned}$$"), latex);
        assertTrue(bundle.plainText().startsWith("∂C/∂W(1)[0, 1] = 1/4 · Σ "), bundle.plainText());
        assertTrue(Renderings.of(rule).plainText().contains("\ndelta(2)[3, 0]  1/4 · ∂C/∂a · ∂a/∂z "));
    }

    @Test
    void anErrorOfDifferencesIsItsSlopesAndItsCurves() {
        MimeBundle bundle = Renderings.of(StepSizes.of(NETWORK, Loss.halfSquaredError(), XOR.inputs(), XOR.targets())
                .bias(2, 0));
        String[] lines = bundle.plainText().split("\n");
        assertEquals("difference  best step h  error there  slope of truncation  slope of round-off", lines[1]);
        assertTrue(lines[2].startsWith("one-sided ") && lines[3].startsWith("centred "), bundle.plainText());
        assertTrue(bundle.data().get("text/html").toString().contains("src=\"data:image/png;base64,"));
    }

    @Test
    void aHistoryIsItsFactsAndItsCurve() {
        MimeBundle bundle = Renderings.of(Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                .epochs(10)
                .report(Measure.accuracy())
                .fit(NETWORK, XOR));
        String html = bundle.data().get("text/html").toString();
        assertTrue(html.contains("completed: all 10 epochs were trained"));
        assertTrue(html.contains("<td><div align=\"left\">accuracy</div></td>"));
        assertTrue(html.contains("src=\"data:image/png;base64,"));
        assertTrue(bundle.plainText().contains("11 points"));
    }

    @Test
    void aLandscapeIsItsSharesAndItsMap() {
        History run = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                .epochs(10)
                .fit(NETWORK, XOR);
        MimeBundle bundle = Renderings.of(LossLandscape.of(run));
        String[] lines = bundle.plainText().split("\n");
        assertTrue(lines[1].matches("path  last epoch  on x +on y +hidden +loss at the end +on the map"), lines[1]);
        assertTrue(lines[2].startsWith("run   10          "), lines[2]);
        assertTrue(bundle.data().get("text/html").toString().contains("src=\"data:image/png;base64,"));
        assertTrue(Renderings.of(LossProfile.of(run)).data().containsKey("image/png"));
    }

    @Test
    void aHistoryThatContinuesAnotherSaysFromWhere() {
        Trainer trainer = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5));
        History run = trainer.epochs(10).fit(NETWORK, XOR);
        String text = Renderings.of(run.continueFrom(6, trainer.epochs(20))).plainText();
        assertTrue(text.contains("another run, from epoch 6"), text);
        assertTrue(text.contains("15 points"), text);
    }

    @Test
    void aDiagnosisIsATableWithItsVerdictAsCaption() {
        MimeBundle bundle = Renderings.of(Diagnosis.of(Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(1e-5))
                .epochs(50)
                .fit(NETWORK, XOR)));
        String html = bundle.data().get("text/html").toString();
        assertTrue(bundle.plainText().startsWith("Diagnosis of " + NETWORK + ": not finished\n"), bundle.plainText());
        assertTrue(html.contains(">the loss was still falling at the end: "), html);
    }

    @Test
    void namesAreNeverTakenForMarkup() {
        Network network = Network.inputs(1)
                .dense(1, Activation.of("<script>$x$</script>", z -> z, (z, a) -> 1))
                .initialize(Initializer.he(), NumpyRandom.seed(0));
        String html = Renderings.of(network).data().get("text/html").toString();
        assertFalse(html.contains("<script>"));
        assertTrue(html.contains("&lt;script&gt;<span>$</span>x<span>$</span>&lt;/script&gt;"));
    }

    @Test
    void aReproductionListsEveryNumber() {
        String text = Renderings.of(Reproduction.of("A")).plainText();
        assertTrue(text.startsWith("Published numbers and ours: A: 51 exact, 3 close"), text);
        assertEquals(2 + 54, text.lines().count());
    }

    /** Sentences side by side would make lines that no window holds. */
    @Test
    void rowsWithSentencesAreParagraphs() {
        String text = Renderings.of(SourceA.errata()).plainText();
        assertTrue(
                text.contains("\n\nnumber: 15\n    as printed: E = np.dot(E, w.T) * dA[i]\n    what is wrong: "), text);
        String html = Renderings.of(SourceA.errata()).data().get("text/html").toString();
        assertTrue(html.contains("<tr><td>1</td><td><div align=\"left\">"), html);
    }

    @Test
    void aChartIsAPictureWithItsLineOfText() {
        MimeBundle bundle = Renderings.of(LossChart.titled("Empty"));
        assertTrue(bundle.data().containsKey("image/png"));
        assertEquals("Empty: nothing to draw yet.", bundle.plainText());
    }

    /** An image, because a notebook that is not trusted drops SVG that stands in its HTML. */
    @Test
    void aDiagramIsAnImageWithItsWords() {
        NetworkDiagram diagram = NetworkDiagram.of(NETWORK).forSample(0, 1);
        MimeBundle bundle = Renderings.of(diagram);
        String html = bundle.data().get("text/html").toString();
        assertEquals(diagram.text(), bundle.plainText());
        assertTrue(html.startsWith("<img width=\"640\" height=\"344\" alt=\"Network 2-2-1 (7 parameters). "), html);
        String base64 = html.substring(html.indexOf("base64,") + 7, html.lastIndexOf('"'));
        String svg = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        assertEquals(diagram.picture().svg(), svg);
    }

    @Test
    void everyChartIsAPicture() {
        for (Chart chart : List.of(ActivationChart.of(RELU), DecisionBoundary.of(NETWORK, XOR))) {
            MimeBundle bundle = Renderings.of(chart);
            assertTrue(bundle.data().containsKey("image/png"));
            assertEquals(chart.alt(), bundle.plainText());
        }
    }

    @Test
    void anythingElseIsItsText() {
        assertEquals("null", Renderings.of(null).plainText());
        assertEquals("[1, 2]", Renderings.of(java.util.List.of(1, 2)).plainText());
    }
}
