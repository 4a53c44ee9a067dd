package org.chainrule.export;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainrule.data.Scaler;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.network.RandomNetworks;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ONNX Runtime makes of an exported model. */
class OnnxRuntimeTest {
    private static final int NETWORKS = 50;
    private static final double BAR = 1e-6;
    private static final OrtEnvironment RUNTIME = OrtEnvironment.getEnvironment();

    @Test
    void fiftyRandomNetworksGiveTheSameNumbers() throws Exception {
        double largest = 0;
        Set<Activation> seen = new HashSet<>();
        Set<Boolean> biased = new HashSet<>();
        for (int seed = 0; seed < NETWORKS; seed++) {
            RandomNetworks random = RandomNetworks.draw(seed);
            largest = Math.max(
                    largest,
                    difference(Model.of(random.network()), random.X()));
            for (Dense layer : random.network().layers()) {
                seen.add(layer.activation());
                biased.add(layer.hasBias());
            }
        }
        System.out.println("ONNX Runtime and Chainrule, " + NETWORKS + " random networks: they differ by at most "
                + NumpyFormat.significant(largest, 2));
        assertTrue(largest < BAR, () -> "a network differs by more than " + BAR);
        assertEquals(Set.of(SIGMOID, TANH, RELU, LEAKY_RELU, IDENTITY, SOFTMAX), seen);
        assertEquals(Set.of(true, false), biased);
    }

    @Test
    void theScalerIsInTheFile() throws Exception {
        Network network = Network.inputs(2)
                .dense(5, TANH)
                .dense(3, SOFTMAX)
                .initialize(Initializer.xavier(), NumpyRandom.seed(5));
        Scaler scaler = Scaler.of(new double[] {5.75, -120}, new double[] {0.8, 35});
        SimpleMatrix X = new SimpleMatrix(new double[][] {{5, -100}, {6.25, -180}, {5.75, -120}});
        double largest = difference(Model.of(network).scaledBy(scaler), X);
        assertTrue(largest < BAR, () -> "the model in the file differs by more than " + BAR);
    }

    @Test
    void theRuntimeSeesNamesAndShapes(@TempDir Path directory) throws Exception {
        Network network = Network.inputs(4).dense(3, SOFTMAX).initialize(Initializer.he(), NumpyRandom.seed(0));
        Path file = directory.resolve("iris.onnx");
        Model model = Model.of(network)
                .named(
                        List.of("sepal length", "sepal width", "petal length", "petal width"),
                        List.of("setosa", "versicolor", "virginica"));
        Onnx.save(model, file);
        try (OrtSession session = RUNTIME.createSession(file.toString())) {
            Map<String, String> names = session.getMetadata().getCustomMetadata();
            assertEquals(7, names.size());
            assertEquals("sepal length", names.get("input.0"));
            assertEquals("virginica", names.get("output.2"));
            assertEquals("Chainrule", session.getMetadata().getProducerName());
            assertShape("n", 4, session.getInputInfo().get("input"));
            assertShape("n", 3, session.getOutputInfo().get("output"));
        }
    }

    private static void assertShape(String batch, int columns, NodeInfo node) {
        TensorInfo tensor = (TensorInfo) node.getInfo();
        assertEquals(List.of(-1L, (long) columns), List.of(tensor.getShape()[0], tensor.getShape()[1]));
        assertEquals(batch, tensor.getDimensionNames()[0]);
    }

    /** The largest difference between a model and its file, for inputs that a float can hold. */
    private static double difference(Model model, SimpleMatrix X) throws Exception {
        float[][] x = new float[X.getNumRows()][X.getNumCols()];
        SimpleMatrix same = X.copy();
        for (int row = 0; row < x.length; row++) {
            for (int i = 0; i < x[row].length; i++) {
                x[row][i] = (float) X.get(row, i);
                same.set(row, i, x[row][i]);
            }
        }
        SimpleMatrix expected = model.predict(same);
        double largest = 0;
        try (OrtSession session = RUNTIME.createSession(Onnx.bytes(model));
                OnnxTensor input = OnnxTensor.createTensor(RUNTIME, x);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            float[][] output = (float[][]) result.get(0).getValue();
            assertEquals(expected.getNumRows(), output.length);
            for (int row = 0; row < output.length; row++) {
                assertEquals(expected.getNumCols(), output[row].length);
                for (int j = 0; j < output[row].length; j++) {
                    largest = Math.max(largest, Math.abs(expected.get(row, j) - output[row][j]));
                }
            }
        }
        return largest;
    }
}
