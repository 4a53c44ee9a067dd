package org.chainrule.network;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.data.DataException;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    private final Network network = Network.inputs(2)
            .dense(3, TANH)
            .denseWithoutBias(2, RELU)
            .dense(1, SIGMOID)
            .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(42));

    @Test
    void drawsAsNumpyDoesWeightsBeforeBiases() {
        NumpyRandom random = NumpyRandom.seed(7);
        SimpleMatrix W1 = random.randn(2, 2);
        SimpleMatrix W2 = random.randn(2, 1);
        SimpleMatrix b1 = random.randn(1, 2);
        SimpleMatrix b2 = random.randn(1, 1);
        assertEquals(
                Network.of(Dense.of(W1, b1, SIGMOID), Dense.of(W2, b2, SIGMOID)),
                Network.inputs(2)
                        .dense(2, SIGMOID)
                        .dense(1, SIGMOID)
                        .initialize(Initializer.normal(1).withNormalBias(), NumpyRandom.seed(7)));
    }

    @Test
    void summaryCountsParameters() {
        assertEquals("""
                layer  shape      activation   parameters
                1      2 → 3      tanh                  9
                2      3 → 2      relu                  6  (no bias)
                3      2 → 1      sigmoid               3
                all    2 → 1                           18""".stripIndent(), network.summary());
        assertEquals("Network 2-3-2-1 (18 parameters)", network.toString());
    }

    @Test
    void parametersGoOutAndComeBack() {
        double[] theta = network.parameters();
        assertEquals(18, theta.length);
        assertEquals(network, network.withParameters(theta));
        assertEquals(network.hashCode(), network.withParameters(theta).hashCode());
        assertEquals(new Parameter(1, true, 0, 2), network.parameter(8));
        assertEquals("W(3)[1, 0]", network.parameter(16).toString());
        theta[16] = 99;
        assertEquals(99, network.withParameters(theta).layer(3).W().get(1, 0));
        assertNotEquals(network, network.withParameters(theta));
        assertNotEquals(network.hashCode(), network.withParameters(theta).hashCode());
    }

    @Test
    void everyParameterIsFoundWhereItStands() {
        double[] theta = network.parameters();
        for (int index = 0; index < theta.length; index++) {
            Parameter at = network.parameter(index);
            Dense layer = network.layer(at.layer());
            assertEquals(theta[index], (at.isBias() ? layer.b() : layer.W()).get(at.row(), at.column()), at.toString());
        }
        assertEquals(
                "there is no parameter 18; they count from 0 to 17",
                assertThrows(IndexOutOfBoundsException.class, () -> network.parameter(18))
                        .getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> network.parameter(-1));
    }

    @Test
    void whatIsPrintedNamesLayersAndShapes() {
        assertEquals(
                "Architecture[2 inputs → 3 tanh → 1 sigmoid]",
                Network.inputs(2).dense(3, TANH).dense(1, SIGMOID).toString());
        assertEquals("Dense[2→3, tanh]", network.layer(1).toString());
        assertEquals("Dense[3→2, relu, no bias]", network.layer(2).toString());
        ForwardPass pass = network.forward(Datasets.xor().inputs());
        assertEquals(4, pass.size());
        assertEquals(network, pass.network());
        assertEquals("ForwardPass[4 samples through Network 2-3-2-1 (18 parameters)]", pass.toString());
        ForwardPass one = network.forward(new SimpleMatrix(1, 2));
        assertEquals("ForwardPass[1 sample through Network 2-3-2-1 (18 parameters)]", one.toString());
    }

    @Test
    void flattenPutsMatricesInTheOrderOfParameters() {
        List<SimpleMatrix> W = network.layers().stream().map(Dense::W).toList();
        List<SimpleMatrix> b = network.layers().stream().map(Dense::b).toList();
        assertArrayEquals(network.parameters(), network.flatten(W, b));
        assertThrows(ShapeException.class, () -> network.flatten(W, b.subList(0, 1)));
        assertThrows(ShapeException.class, () -> network.flatten(b, b));
    }

    @Test
    void aColumnIsTheSameAsATransposedRow() {
        SimpleMatrix X = NumpyRandom.seed(1).randn(5, 2);
        SimpleMatrix a = X.transpose();
        for (Dense layer : network.layers()) {
            SimpleMatrix ones = SimpleMatrix.filled(5, 1, 1);
            SimpleMatrix z =
                    layer.W().transpose().mult(a).plus(layer.b().transpose().mult(ones.transpose()));
            a = layer.activation().value(z);
        }
        assertTrue(network.predict(X).isIdentical(a.transpose(), 1e-14));
    }

    @Test
    void aBatchIsItsSamplesOneByOne() {
        SimpleMatrix X = Datasets.xor().inputs();
        SimpleMatrix all = network.predict(X);
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    all.get(i, 0), network.predict(X.get(i, 0), X.get(i, 1)).get(0, 0));
        }
    }

    @Test
    void layersThatDoNotFitAreNamed() {
        Dense first = Dense.withoutBias(new SimpleMatrix(2, 2), SIGMOID);
        Dense second = Dense.withoutBias(new SimpleMatrix(3, 1), SIGMOID);
        ShapeException error = assertThrows(ShapeException.class, () -> Network.of(first, second));
        assertEquals(
                "layer 2 expects 3 inputs, but layer 1 gives 2 outputs; make the two numbers the same",
                error.getMessage());
    }

    @Test
    void badNetworksAreRefused() {
        assertThrows(IllegalArgumentException.class, Network::of);
        assertThrows(IllegalArgumentException.class, () -> Network.of((Dense) null));
        assertThrows(IllegalArgumentException.class, () -> Network.inputs(0));
        assertThrows(IllegalArgumentException.class, () -> Network.inputs(2).dense(0, SIGMOID));
        assertThrows(IllegalArgumentException.class, () -> Network.inputs(2).dense(1, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> Network.inputs(2).initialize(Initializer.he(), NumpyRandom.seed(0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), null));
        assertThrows(ShapeException.class, () -> Dense.of(new SimpleMatrix(2, 3), new SimpleMatrix(1, 2), IDENTITY));
        assertThrows(DataException.class, () -> Dense.withoutBias(SimpleMatrix.filled(1, 1, Double.NaN), IDENTITY));
        assertThrows(DataException.class, () -> Dense.withoutBias(new SimpleMatrix(0, 0), IDENTITY));
        assertThrows(IllegalArgumentException.class, () -> Initializer.normal(-1));
    }

    @Test
    void badSamplesAreRefused() {
        ShapeException error = assertThrows(ShapeException.class, () -> network.predict(1, 2, 3));
        assertEquals(
                "the network expects 2 inputs, but a sample has 3 numbers; a sample is a row of X, n×2",
                error.getMessage());
        assertThrows(DataException.class, () -> network.predict(1, Double.NaN));
        assertThrows(DataException.class, () -> network.predict());
        assertThrows(IllegalArgumentException.class, () -> network.predict((SimpleMatrix) null));
        assertThrows(ShapeException.class, () -> network.withParameters(new double[3]));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4})
    void layersCountFromOne(int l) {
        assertThrows(IndexOutOfBoundsException.class, () -> network.layer(l));
        ForwardPass pass = network.forward(Datasets.xor().inputs());
        assertThrows(IndexOutOfBoundsException.class, () -> pass.z(l));
        if (l != 0) {
            assertThrows(IndexOutOfBoundsException.class, () -> pass.a(l));
        }
    }

    @Test
    void valuesCannotBeChangedFromOutside() {
        ForwardPass pass = network.forward(Datasets.xor().inputs());
        pass.a(0).set(0, 0, 99);
        network.layer(1).W().set(0, 0, 99);
        assertEquals(0, pass.a(0).get(0, 0));
        assertNotEquals(99, network.layer(1).W().get(0, 0));
    }
}
