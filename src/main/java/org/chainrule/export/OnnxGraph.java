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
import org.chainrule.data.Scaler;
import org.chainrule.network.Dense;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;

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

    /** @throws ModelFileException if an activation has no operator, or a number no float */
    static byte[] of(Model model) throws ModelFileException {
        OnnxGraph onnx = new OnnxGraph();
        onnx.addNodes(model);
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setProducerName("Chainrule")
                .setDocString(model.toString())
                .setGraph(onnx.graph);
        if (model.isNamed()) {
            addNames(INPUT, model.inputNames(), file);
            addNames(OUTPUT, model.targetNames(), file);
        }
        return file.build().toByteArray();
    }

    private void addNodes(Model model) throws ModelFileException {
        Network network = model.network();
        graph.addInput(matrix(INPUT, network.inputs())).addOutput(matrix(OUTPUT, network.outputs()));
        String a = model.scaler().isPresent() ? scaled(model.scaler().get()) : INPUT;
        for (int l = 1; l <= network.depth(); l++) {
            a = layer(l, network.layer(l), a, l == network.depth() ? OUTPUT : "a" + l);
        }
    }

    private String scaled(Scaler scaler) throws ModelFileException {
        float[] std = Floats.of("std", scaler.std());
        for (int j = 0; j < std.length; j++) {
            if (std[j] < Float.MIN_NORMAL) {
                throw new ModelFileException(
                        "std[" + j + "] is " + NumpyFormat.repr(scaler.std()[j])
                                + ", too small for a float to divide by; measure this input in a smaller unit, and train once more");
            }
        }
        tensor("mean", Floats.of("mean", scaler.mean()), std.length);
        tensor("std", std, std.length);
        node("Sub", "centred", INPUT, "mean");
        node("Div", "scaled", "centred", "std");
        return "scaled";
    }

    /** Z = XW + b and A = f(Z); gives the name of A. */
    private String layer(int l, Dense layer, String x, String a) throws ModelFileException {
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
