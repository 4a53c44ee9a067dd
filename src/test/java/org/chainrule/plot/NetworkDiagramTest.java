package org.chainrule.plot;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chainrule.data.DataException;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Activation;
import org.chainrule.network.Architecture;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Gradients;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NetworkDiagramTest {
    private static final Network XOR_START = network(2, 2, 1);

    private static Network network(int... widths) {
        Architecture architecture = Network.inputs(widths[0]);
        for (int l = 1; l < widths.length; l++) {
            architecture = architecture.dense(widths[l], SIGMOID);
        }
        return architecture.initialize(Initializer.he().withNormalBias(), NumpyRandom.seed(3));
    }

    /** The picture as XML: what does not parse here, no browser would show. */
    private static Document drawn(NetworkDiagram diagram) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(diagram.picture().svg())));
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    /** Two lines belong to the legend. */
    private static long lines(Document svg) {
        return elements(svg, "line").size() - 2;
    }

    @Test
    void everyUnitWeightAndBiasIsThere() throws Exception {
        Document svg = drawn(NetworkDiagram.of(XOR_START));
        assertEquals(5, elements(svg, "circle").size());
        assertEquals(6, lines(svg));
        for (double parameter : XOR_START.parameters()) {
            String number = Summary.number(parameter);
            assertTrue(texts(svg).contains(number) || texts(svg).contains("b " + number), number);
        }
        assertTrue(texts(svg).containsAll(List.of("x₀", "x₁", "a₀", "layer 2", "sigmoid", "2 inputs")));
    }

    @Test
    void theSignIsADashAndTheSizeAWidth() throws Exception {
        Network network = Network.inputs(2)
                .denseWithoutBias(1, IDENTITY)
                .initialize(Initializer.constant(1), NumpyRandom.seed(0))
                .withParameters(new double[] {-4, 1});
        List<Element> lines = elements(drawn(NetworkDiagram.of(network)), "line");
        assertEquals("7 4", lines.get(0).getAttribute("stroke-dasharray"));
        assertEquals("", lines.get(1).getAttribute("stroke-dasharray"));
        // 0.6 + 4.4·√(|w| ÷ largest)
        assertEquals("5.00", lines.get(0).getAttribute("stroke-width"));
        assertEquals("2.80", lines.get(1).getAttribute("stroke-width"));
    }

    @Test
    void aSampleFillsTheUnits() throws Exception {
        NetworkDiagram diagram = NetworkDiagram.of(XOR_START).forSample(0, 1);
        double output = XOR_START.predict(0, 1).get(0, 0);
        assertTrue(texts(drawn(diagram)).contains(Summary.number(output)));
        assertTrue(diagram.alt().contains("a(0) [0, 1]"), diagram.alt());
        assertTrue(diagram.alt().endsWith("a(2) [" + Summary.number(output) + "]."), diagram.alt());
    }

    @Test
    void gradientsTakeThePlaceOfWeightsAndSaySo() throws Exception {
        Gradients g = Backpropagation.gradients(
                XOR_START,
                Loss.binaryCrossEntropy(),
                Datasets.xor().inputs(),
                Datasets.xor().targets());
        NetworkDiagram diagram = NetworkDiagram.of(XOR_START).withGradients(g);
        List<String> texts = texts(drawn(diagram));
        assertTrue(texts.contains("Lines: the gradients dW = ∂C/∂W. Below the units: db = ∂C/∂b."), texts.toString());
        assertTrue(texts.contains(Summary.number(g.dW(1).get(0, 1))));
        assertTrue(texts.contains("db " + Summary.number(g.db(2).get(0, 0))));
        assertTrue(diagram.text().contains("\nLayer 2, 2 → 1 sigmoid: dW ["), diagram.text());
    }

    @Test
    void gradientsOfAnotherNetworkAreRefused() {
        Network other = network(2, 3, 1);
        Gradients g = Backpropagation.gradients(
                other,
                Loss.binaryCrossEntropy(),
                Datasets.xor().inputs(),
                Datasets.xor().targets());
        NetworkDiagram diagram = NetworkDiagram.of(XOR_START);
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> diagram.withGradients(g));
        assertTrue(error.getMessage().startsWith("the gradients were taken at Network 2-3-1"), error.getMessage());
        NetworkDiagram moved = NetworkDiagram.of(other.withParameters(new double[13]));
        error = assertThrows(IllegalArgumentException.class, () -> moved.withGradients(g));
        assertTrue(error.getMessage().contains("with other weights"), error.getMessage());
    }

    @Test
    void largeLayersAreShownInPartWithTheCountOfTheRest() throws Exception {
        Document svg = drawn(NetworkDiagram.of(network(3, 50, 10)));
        assertEquals(3 + 8 + 10, elements(svg, "circle").size());
        assertTrue(texts(svg).contains("… 42 more units"));
        assertTrue(texts(svg).stream().anyMatch(text -> text.contains("104 of 650 lines are drawn")));
        assertTrue(texts(drawn(NetworkDiagram.of(network(784, 30, 10)))).contains("… 776 more inputs"));
    }

    @Test
    void deepNetworksAreShownInPartWithTheCountOfTheRest() throws Exception {
        int[] widths = new int[40];
        Arrays.fill(widths, 2);
        NetworkDiagram diagram = NetworkDiagram.of(network(widths));
        Document svg = drawn(diagram);
        assertEquals(2 * 6, elements(svg, "circle").size());
        assertTrue(texts(svg).containsAll(List.of("layer 2", "34 more layers", "layer 37")));
        assertTrue(diagram.text().contains("\n… 33 more layers …\nLayer 37"), diagram.text());
    }

    @Test
    void numbersStandOnTheLinesOfASmallNetworkOnly() throws Exception {
        assertEquals(
                18,
                texts(drawn(NetworkDiagram.of(Network.inputs(2)
                                .denseWithoutBias(3, SIGMOID)
                                .denseWithoutBias(3, SIGMOID)
                                .denseWithoutBias(1, SIGMOID)
                                .initialize(Initializer.constant(0.1), NumpyRandom.seed(0)))))
                        .stream()
                        .filter("0.1"::equals)
                        .count());
        Network wide = network(5, 5);
        String first = Summary.number(wide.parameters()[0]);
        assertTrue(texts(drawn(NetworkDiagram.of(wide))).stream().noneMatch(first::equals));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e6, -1e-9, 1e308, Double.MIN_VALUE})
    void anyFiniteWeightIsDrawn(double weight) throws Exception {
        double[] theta = XOR_START.parameters();
        theta[0] = weight;
        Document svg = drawn(NetworkDiagram.of(XOR_START.withParameters(theta)).forSample(1, 1));
        assertEquals(6, lines(svg));
        assertTrue(texts(svg).contains(Summary.number(weight)));
        assertTrue(texts(drawn(NetworkDiagram.of(XOR_START.withParameters(new double[9]))))
                .contains("all are 0"));
    }

    @Test
    void namesAreNeverTakenForMarkup() throws Exception {
        Activation own = Activation.of("<b>&\"\u0007", z -> z, (z, a) -> 1);
        Network network = Network.inputs(1).dense(1, own).initialize(Initializer.he(), NumpyRandom.seed(0));
        assertTrue(texts(drawn(NetworkDiagram.of(network))).contains("<b>&\" "));
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        NetworkDiagram diagram = NetworkDiagram.of(XOR_START);
        assertThrows(ShapeException.class, () -> diagram.forSample(1));
        assertThrows(DataException.class, () -> diagram.forSample(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> NetworkDiagram.of(null));
        assertThrows(IllegalArgumentException.class, () -> diagram.withGradients(null));
    }
}
