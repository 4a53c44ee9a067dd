package org.chainrule.export;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chainrule.data.DataException;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {
    private static final Network NETWORK = Network.inputs(2)
            .denseWithoutBias(3, LEAKY_RELU)
            .dense(2, SOFTMAX)
            .initialize(Initializer.he(), NumpyRandom.seed(1));
    private static final OnnxModel MODEL = OnnxModel.of(NETWORK);

    private static ModelProto read(OnnxModel model) throws Exception {
        return ModelProto.parseFrom(model.toBytes());
    }

    @Test
    void theGraphReadsLikeTheDerivation() throws Exception {
        GraphProto graph = read(MODEL).getGraph();
        assertEquals(
                List.of(
                        "z1 = MatMul[input, W1]",
                        "a1 = LeakyRelu[z1] alpha",
                        "z2 = Gemm[a1, W2, b2]",
                        "output = Softmax[z2] axis"),
                graph.getNodeList().stream().map(OnnxModelTest::written).toList());
        assertEquals(List.of(2L, 3L), graph.getInitializer(0).getDimsList());
        assertEquals(0.01f, graph.getNode(1).getAttribute(0).getF());
        assertEquals(
                (float) NETWORK.layer(1).W().get(0, 1),
                graph.getInitializer(0)
                        .getRawData()
                        .asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getFloat(4));
    }

    private static String written(NodeProto node) {
        String attribute =
                node.getAttributeCount() == 0 ? "" : " " + node.getAttribute(0).getName();
        return node.getOutput(0) + " = " + node.getOpType() + node.getInputList() + attribute;
    }

    @Test
    void standardizedInputsAreTwoNodesBeforeTheFirstLayer() throws Exception {
        GraphProto graph = read(MODEL.standardized(new double[] {1, 2}, new double[] {3, 4}))
                .getGraph();
        assertEquals(
                List.of(
                        "centred = Sub[input, mean]",
                        "standardized = Div[centred, deviation]",
                        "z1 = MatMul[standardized, W1]"),
                graph.getNodeList().subList(0, 3).stream()
                        .map(OnnxModelTest::written)
                        .toList());
    }

    @Test
    void theFileSaysWhatItIs() throws Exception {
        ModelProto file = read(MODEL.inputNames(List.of("x", "y")).outputNames(List.of("ja", "né\n\"")));
        assertEquals("Chainrule", file.getProducerName());
        assertEquals(13, file.getOpsetImport(0).getVersion());
        assertEquals(7, file.getIrVersion());
        assertEquals("ONNX model of Network 2-3-2 (14 parameters)", file.getDocString());
        assertEquals(
                List.of("input.0=x", "input.1=y", "output.0=ja", "output.1=né\n\""),
                file.getMetadataPropsList().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        assertArrayEquals(MODEL.toBytes(), OnnxModel.of(NETWORK).toBytes());
    }

    @Test
    void anActivationOfOnesOwnIsRefused() {
        Network network = Network.inputs(1)
                .dense(1, IDENTITY)
                .dense(1, Activation.of("cube", z -> z * z * z, (z, a) -> 3 * z * z))
                .initialize(Initializer.he(), NumpyRandom.seed(0));
        assertEquals(
                "layer 2 has the activation \"cube\" of your own, which ONNX has no operator for; use one of sigmoid, tanh,"
                        + " relu, leaky relu, identity and softmax",
                assertThrows(IllegalArgumentException.class, () -> OnnxModel.of(network))
                        .getMessage());
    }

    @Test
    void aNumberThatNoFloatHoldsIsRefused() {
        SimpleMatrix W = new SimpleMatrix(new double[][] {{1, 1e39}});
        String message = assertThrows(DataException.class, () -> OnnxModel.of(Network.of(Dense.withoutBias(W, TANH))))
                .getMessage();
        assertTrue(message.startsWith("W(1)[0, 1] is 1e+39, which a float cannot hold"), message);
        double[] mean = {0, 0};
        assertThrows(DataException.class, () -> MODEL.standardized(mean, new double[] {1, 0}));
        assertThrows(DataException.class, () -> MODEL.standardized(mean, new double[] {1, 1e-60}));
        assertThrows(DataException.class, () -> MODEL.standardized(mean, new double[] {1, Double.NaN}));
    }

    @Test
    void namesAndNumbersFitTheNetwork() {
        assertEquals(
                "there are 1 names of inputs, but the network takes 2 inputs; give one for each",
                assertThrows(ShapeException.class, () -> MODEL.inputNames(List.of("x")))
                        .getMessage());
        assertEquals(
                "there are 3 names of outputs, but the network gives 2; name each of them",
                assertThrows(ShapeException.class, () -> MODEL.outputNames(List.of("a", "b", "c")))
                        .getMessage());
        assertThrows(ShapeException.class, () -> MODEL.standardized(new double[1], new double[2]));
        assertThrows(IllegalArgumentException.class, () -> OnnxModel.of(null));
        assertThrows(IllegalArgumentException.class, () -> MODEL.inputNames(Arrays.asList("x", null)));
    }

    @Test
    void aFileIsReplacedAndNothingIsLeftBeside(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("xor.onnx");
        MODEL.save(file);
        MODEL.outputNames(List.of("no", "yes")).save(file);
        assertArrayEquals(MODEL.outputNames(List.of("no", "yes")).toBytes(), Files.readAllBytes(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    /** As somebody has it who added Chainrule alone to a project. */
    @Test
    void withoutItsLibraryTheErrorNamesIt() throws Exception {
        List<URL> alone = new ArrayList<>();
        String library = null;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String jar = Path.of(entry).getFileName().toString();
            if (jar.startsWith("tribuo-util-onnx-")) {
                library = jar.replace("onnx-", "onnx:").replace(".jar", "");
            } else if (!jar.startsWith("protobuf-java-")) {
                alone.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(alone.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Method attempt = loader.loadClass(Attempt.class.getName()).getDeclaredMethod("toExport");
            attempt.setAccessible(true);
            Throwable error = assertThrows(InvocationTargetException.class, () -> attempt.invoke(null))
                    .getCause();
            assertEquals(IllegalStateException.class, error.getClass());
            assertEquals(
                    "an ONNX model is written with the library org.tribuo:" + library
                            + ", which is not on the class path;"
                            + " add it as a dependency, or in a notebook on IJava with %maven org.tribuo:" + library,
                    error.getMessage());
        }
    }

    private static final class Attempt {
        static byte[] toExport() {
            return OnnxModel.of(Network.inputs(1).dense(1, TANH).initialize(Initializer.he(), NumpyRandom.seed(0)))
                    .toBytes();
        }
    }
}
