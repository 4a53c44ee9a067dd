package org.chainrule.export;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.List;
import org.chainrule.data.Scaler;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTest {
    private static final Network NETWORK = Network.inputs(2)
            .denseWithoutBias(3, LEAKY_RELU)
            .dense(2, SOFTMAX)
            .initialize(Initializer.he(), NumpyRandom.seed(1));
    private static final Model MODEL = Model.of(NETWORK);

    private static ModelProto read(Model model) throws Exception {
        return ModelProto.parseFrom(Onnx.bytes(model));
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
                graph.getNodeList().stream().map(OnnxTest::written).toList());
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
    void aScalerIsTwoNodesBeforeTheFirstLayer() throws Exception {
        GraphProto graph = read(MODEL.scaledBy(Scaler.of(new double[] {1, 2}, new double[] {3, 4})))
                .getGraph();
        assertEquals(
                List.of("centred = Sub[input, mean]", "scaled = Div[centred, std]", "z1 = MatMul[scaled, W1]"),
                graph.getNodeList().subList(0, 3).stream()
                        .map(OnnxTest::written)
                        .toList());
    }

    @Test
    void theFileSaysWhatItIs() throws Exception {
        ModelProto file = read(MODEL.named(List.of("x", "y"), List.of("ja", "né\"")));
        assertEquals("Chainrule", file.getProducerName());
        assertEquals(13, file.getOpsetImport(0).getVersion());
        assertEquals(7, file.getIrVersion());
        assertEquals(MODEL.toString(), file.getDocString());
        assertEquals(
                List.of("input.0=x", "input.1=y", "output.0=ja", "output.1=né\""),
                file.getMetadataPropsList().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    @Test
    void theSameModelGivesTheSameBytes() throws Exception {
        assertArrayEquals(Onnx.bytes(MODEL), Onnx.bytes(Model.of(NETWORK)));
    }

    @Test
    void anActivationOfOnesOwnIsRefused() {
        Network network = Network.inputs(1)
                .dense(1, IDENTITY)
                .dense(1, Activation.of("cube", z -> z * z * z, (z, a) -> 3 * z * z))
                .initialize(Initializer.he(), NumpyRandom.seed(0));
        assertEquals(
                "layer 2 has the activation cube, which is code of your own, and ONNX has no operator for it; use one of"
                        + " [sigmoid, tanh, relu, leaky relu, identity, softmax]",
                refusal(Model.of(network)));
    }

    private static String refusal(Model model) {
        return assertThrows(ModelFileException.class, () -> Onnx.bytes(model)).getMessage();
    }

    @Test
    void aNumberThatNoFloatHoldsIsRefused() {
        SimpleMatrix W = new SimpleMatrix(new double[][] {{1, 1e39}});
        assertEquals(
                "W(1)[0, 1] is 1e+39, which a float cannot hold; an ONNX file holds floats, of at most 3.4e38",
                refusal(Model.of(Network.of(Dense.withoutBias(W, TANH)))));
        assertEquals(
                "std[1] is 1e-60, too small for a float to divide by; measure this input in a smaller unit, and train once"
                        + " more",
                refusal(MODEL.scaledBy(Scaler.of(new double[] {0, 0}, new double[] {1, 1e-60}))));
    }

    @Test
    void aFileIsReplacedAndNothingIsLeftBeside(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("xor.onnx");
        Onnx.save(NETWORK, file);
        Model named = MODEL.named(List.of("x", "y"), List.of("no", "yes"));
        Onnx.save(named, file);
        assertArrayEquals(Onnx.bytes(named), Files.readAllBytes(file));
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
            assertEquals(ModelFileException.class.getName(), error.getClass().getName());
            assertEquals(
                    "an ONNX file is written with the library org.tribuo:" + library
                            + ", which is not on the class path;"
                            + " add it as a dependency, or in a notebook on IJava with %maven org.tribuo:" + library,
                    error.getMessage());
        }
    }

    private static final class Attempt {
        static byte[] toExport() throws ModelFileException {
            return Onnx.bytes(
                    Model.of(Network.inputs(1).dense(1, TANH).initialize(Initializer.he(), NumpyRandom.seed(0))));
        }
    }
}
