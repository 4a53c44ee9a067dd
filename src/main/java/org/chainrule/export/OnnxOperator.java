package org.chainrule.export;

import java.util.Map;
import org.chainrule.network.Activation;

/** What ONNX calls each activation. */
final class OnnxOperator {
    private static final Map<Activation, String> OF_ACTIVATION = Map.of(
            Activation.SIGMOID, "Sigmoid",
            Activation.TANH, "Tanh",
            Activation.RELU, "Relu",
            Activation.LEAKY_RELU, "LeakyRelu",
            Activation.IDENTITY, "Identity",
            Activation.SOFTMAX, "Softmax");

    private OnnxOperator() {}

    /**
     * @param l the layer, for the error
     * @throws IllegalArgumentException if ONNX has no operator for it
     */
    static String of(Activation activation, int l) {
        String operator = OF_ACTIVATION.get(activation);
        if (operator == null) {
            throw new IllegalArgumentException("layer " + l + " has the activation \"" + activation
                    + "\" of your own, which ONNX has no operator for; use one of sigmoid, tanh, relu, leaky relu,"
                    + " identity and softmax");
        }
        return operator;
    }
}
