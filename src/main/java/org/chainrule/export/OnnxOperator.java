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
     * @throws ModelFileException if ONNX has no operator for it
     */
    static String of(Activation activation, int l) throws ModelFileException {
        String operator = OF_ACTIVATION.get(activation);
        if (operator == null) {
            throw new ModelFileException("layer " + l + " has the activation " + Shown.text(activation.name())
                    + ", which is code of your own, and ONNX has no operator for it; use one of "
                    + Activation.builtIn());
        }
        return operator;
    }
}
