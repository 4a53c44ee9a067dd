package org.chainrule.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chainrule.data.DataException;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Network;

/**
 * A network as an ONNX model, which ONNX Runtime and other programs in other languages compute with:
 *
 * <pre>{@code
 * OnnxModel.of(run.network()).outputNames(List.of("setosa", "versicolor", "virginica")).save(Path.of("iris.onnx"));
 * }</pre>
 *
 * <p>The model takes {@code input}: n×d and gives {@code output}: n×m, for any n. Its numbers are floats, as runtimes take them,
 * so it agrees with the network to six or seven digits. Its tensors have the names of the derivation: W1, b1, z1, a1, W2, …
 *
 * <p>Immutable: each method gives a new model. Writing needs {@code org.tribuo:tribuo-util-onnx} on the class path.
 */
public final class OnnxModel {
    private static final String NEEDED = "org.tribuo:tribuo-util-onnx:4.3.2";

    private final Network network;
    private final double[] mean;
    private final double[] deviation;
    private final List<String> inputNames;
    private final List<String> outputNames;

    private OnnxModel(
            Network network, double[] mean, double[] deviation, List<String> inputNames, List<String> outputNames) {
        this.network = network;
        this.mean = mean;
        this.deviation = deviation;
        this.inputNames = inputNames;
        this.outputNames = outputNames;
    }

    /**
     * The network alone, whose inputs and outputs have no names.
     *
     * @throws IllegalArgumentException if an activation is one of your own, for which ONNX has no operator
     * @throws DataException if a weight or bias is too large for a float
     */
    public static OnnxModel of(Network network) {
        Require.present("network", network);
        for (int l = 1; l <= network.depth(); l++) {
            OnnxOperator.of(network.layer(l).activation(), l);
            Floats.of("W(" + l + ")", network.layer(l).W());
            Floats.of("b(" + l + ")", network.layer(l).b());
        }
        return new OnnxModel(network, null, null, List.of(), List.of());
    }

    /**
     * This model for inputs as they were measured: it takes off the mean of each input and divides by its deviation before the
     * first layer.
     *
     * @param mean one number an input, d in all
     * @param deviation one number an input, d in all
     * @throws ShapeException if there are more or fewer numbers than inputs
     * @throws DataException if a number is NaN, infinite or too large for a float, or a deviation is not above zero
     */
    public OnnxModel standardized(double[] mean, double[] deviation) {
        requireInputs("means", Require.present("means", mean).length);
        requireInputs("deviations", Require.present("deviations", deviation).length);
        Floats.of("the mean", mean);
        float[] divisors = Floats.of("the deviation", deviation);
        for (int i = 0; i < divisors.length; i++) {
            if (!(divisors[i] > 0)) {
                throw new DataException(
                        "the deviation of input " + i + " must be above zero, and not too small for a float;"
                                + " where an input never changes, take 1");
            }
        }
        return new OnnxModel(network, mean.clone(), deviation.clone(), inputNames, outputNames);
    }

    /**
     * This model with the names of its inputs in its metadata: {@code input.0}, {@code input.1}, … → name.
     *
     * @throws ShapeException if there are more or fewer names than inputs
     */
    public OnnxModel inputNames(List<String> names) {
        requireInputs("names of inputs", named("names of inputs", names).size());
        return new OnnxModel(network, mean, deviation, List.copyOf(names), outputNames);
    }

    /**
     * This model with the names of its outputs, for example of classes, in its metadata: {@code output.0}, {@code output.1}, … →
     * name.
     *
     * @throws ShapeException if there are more or fewer names than outputs
     */
    public OnnxModel outputNames(List<String> names) {
        if (named("names of outputs", names).size() != network.outputs()) {
            throw new ShapeException("there are " + names.size() + " names of outputs, but the network gives "
                    + network.outputs() + "; name each of them");
        }
        return new OnnxModel(network, mean, deviation, inputNames, List.copyOf(names));
    }

    /**
     * The content of the file; the same model gives the same bytes.
     *
     * @throws IllegalStateException if the library that writes ONNX is not on the class path
     */
    public byte[] toBytes() {
        try {
            return OnnxGraph.of(this);
        } catch (NoClassDefFoundError absent) {
            throw new IllegalStateException(
                    "an ONNX model is written with the library " + NEEDED + ", which is not on the class path; add it"
                            + " as a dependency, or in a notebook on IJava with %maven " + NEEDED,
                    absent);
        }
    }

    /**
     * Writes the model to a file, in place of what it held before. Whatever happens on the way, the file is the old one or the
     * new one, never half of it.
     *
     * @throws IllegalStateException if the library that writes ONNX is not on the class path
     * @throws IOException if the file cannot be written
     */
    public void save(Path file) throws IOException {
        byte[] bytes = toBytes();
        AtomicFile.write(file, out -> out.write(bytes));
    }

    @Override
    public String toString() {
        return "ONNX model of " + network + (mean == null ? "" : ", standardized inputs");
    }

    Network network() {
        return network;
    }

    boolean isStandardized() {
        return mean != null;
    }

    double[] mean() {
        return mean;
    }

    double[] deviation() {
        return deviation;
    }

    List<String> inputNames() {
        return inputNames;
    }

    List<String> outputNames() {
        return outputNames;
    }

    private static List<String> named(String what, List<String> names) {
        Require.present(what, names).forEach(name -> Require.present("name among the " + what, name));
        return names;
    }

    private void requireInputs(String what, int count) {
        if (count != network.inputs()) {
            throw new ShapeException("there are " + count + " " + what + ", but the network takes " + network.inputs()
                    + " inputs; give one for each");
        }
    }
}
