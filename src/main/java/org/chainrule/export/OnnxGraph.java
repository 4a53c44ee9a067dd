package org.chainrule.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;

/**
 * The messages of an ONNX file: {@code input → (Sub, Div) → Gemm → activation → … → output}. The only class that knows the
 * library which may be absent.
 */
final class OnnxGraph {
    /** The oldest version that has every operator in its present form: softmax by rows. ONNX Runtime reads it since 1.6. */
    private static final long OPERATOR_SET = 13;

    private static final long IR_VERSION = 7;
    private static final String BATCH = "n";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("chainrule");

    private OnnxGraph() {}

    static byte[] of(OnnxModel model) {
        OnnxGraph onnx = new OnnxGraph();
        onnx.addNodes(model);
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setProducerName("Chainrule")
                .setDocString(model.toString())
                .setGraph(onnx.graph);
        addNames(INPUT, model.inputNames(), file);
        addNames(OUTPUT, model.outputNames(), file);
        return file.build().toByteArray();
    }

    private void addNodes(OnnxModel model) {
        Network network = model.network();
        graph.addInput(matrix(INPUT, network.inputs())).addOutput(matrix(OUTPUT, network.outputs()));
        String a = model.isStandardized() ? standardized(model) : INPUT;
        for (int l = 1; l <= network.depth(); l++) {
            a = layer(l, network.layer(l), a, l == network.depth() ? OUTPUT : "a" + l);
        }
    }

    private String standardized(OnnxModel model) {
        tensor("mean", Floats.of("the mean", model.mean()), model.mean().length);
        tensor("deviation", Floats.of("the deviation", model.deviation()), model.deviation().length);
        node("Sub", "centred", INPUT, "mean");
        node("Div", "standardized", "centred", "deviation");
        return "standardized";
    }

    /** Z = XW + b and A = f(Z); gives the name of A. */
    private String layer(int l, Dense layer, String x, String a) {
        tensor("W" + l, Floats.of("W(" + l + ")", layer.W()), layer.inputs(), layer.units());
        if (layer.hasBias()) {
            tensor("b" + l, Floats.of("b(" + l + ")", layer.b()), layer.units());
            node("Gemm", "z" + l, x, "W" + l, "b" + l);
        } else {
            node("MatMul", "z" + l, x, "W" + l);
        }
        NodeProto.Builder activation = node(OnnxOperator.of(layer.activation(), l), a, "z" + l);
        switch (activation.getOpType()) {
            case "LeakyRelu" ->
                activation.addAttribute(AttributeProto.newBuilder()
                        .setName("alpha")
                        .setType(AttributeProto.AttributeType.FLOAT)
                        .setF((float) layer.activation().derivative(-1)));
            case "Softmax" ->
                activation.addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1));
            default -> {}
        }
        return a;
    }

    /** A node named like what it gives. */
    private NodeProto.Builder node(String operator, String output, String... inputs) {
        return graph.addNodeBuilder()
                .setName(output)
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private void tensor(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (long size : shape) {
            tensor.addDims(size);
        }
    }

    /** A matrix of any number of rows. */
    private static ValueInfoProto.Builder matrix(String name, int columns) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(BATCH);
        shape.addDimBuilder().setDimValue(columns);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)));
    }

    private static void addNames(String what, List<String> names, ModelProto.Builder file) {
        for (int i = 0; i < names.size(); i++) {
            file.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(what + "." + i).setValue(names.get(i)));
        }
    }
}
