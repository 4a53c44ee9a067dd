package org.chainrule.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.data.DataException;
import org.chainrule.data.Require;
import org.chainrule.data.Scaler;
import org.chainrule.data.ShapeException;
import org.ejml.simple.SimpleMatrix;

/**
 * What is kept of a run, to be used on samples that nobody has seen: the network, the scaler that its inputs need, and the
 * names of what goes in and comes out.
 *
 * <p>It takes samples as they were measured and standardizes them itself. Immutable.
 */
public final class Model {
    private final Network network;
    private final Scaler scaler;
    private final List<String> inputNames;
    private final List<String> targetNames;

    private Model(Network network, Scaler scaler, List<String> inputNames, List<String> targetNames) {
        this.network = network;
        this.scaler = scaler;
        this.inputNames = inputNames;
        this.targetNames = targetNames;
    }

    /** A model of the network alone: no scaler, and the names x0, x1, … and y0, y1, … */
    public static Model of(Network network) {
        Require.present("the network", network);
        return new Model(network, null, numbered("x", network.inputs()), numbered("y", network.outputs()));
    }

    private static List<String> numbered(String letter, int count) {
        return IntStream.range(0, count).mapToObj(j -> letter + j).toList();
    }

    /**
     * This model with a scaler for its inputs.
     *
     * @throws ShapeException if the scaler was fitted on more or fewer inputs than the network has
     */
    public Model scaledBy(Scaler scaler) {
        if (Require.present("the scaler", scaler).inputs() != network.inputs()) {
            throw new ShapeException("the scaler was fitted on " + scaler.inputs() + " inputs, but the network has "
                    + network.inputs() + "; fit it on the data that the network was trained with");
        }
        return new Model(network, scaler, inputNames, targetNames);
    }

    /**
     * This model with names for what goes in.
     *
     * @throws ShapeException if there are not as many as the network has inputs
     * @throws DataException if a name is null or blank, or there twice
     */
    public Model inputNames(List<String> names) {
        return new Model(network, scaler, distinct("input", names, network.inputs()), targetNames);
    }

    /**
     * This model with names for what comes out: the classes, where the last layer is a softmax.
     *
     * @throws ShapeException if there are not as many as the network has outputs
     * @throws DataException if a name is null or blank, or there twice
     */
    public Model targetNames(List<String> names) {
        return new Model(network, scaler, inputNames, distinct("output", names, network.outputs()));
    }

    private static List<String> distinct(String what, List<String> names, int count) {
        if (Require.present("the names", names).size() != count) {
            throw new ShapeException("there are " + names.size() + " names, but the network has " + count + " " + what
                    + (count == 1 ? "" : "s") + "; give each one name");
        }
        HashSet<String> seen = new HashSet<>();
        for (String name : names) {
            if (name == null || name.isBlank()) {
                throw new DataException("the name of an " + what + " is missing; give each one name");
            }
            if (!seen.add(name)) {
                throw new DataException("two " + what + "s are named \"" + name + "\"; give each a name of its own");
            }
        }
        return List.copyOf(names);
    }

    public Network network() {
        return network;
    }

    /** The scaler of the inputs, where there is one. */
    public Optional<Scaler> scaler() {
        return Optional.ofNullable(scaler);
    }

    /** A name for each input. */
    public List<String> inputNames() {
        return inputNames;
    }

    /** A name for each output. */
    public List<String> targetNames() {
        return targetNames;
    }

    /**
     * The outputs for these samples as they were measured, X: n×d → n×m.
     *
     * @throws ShapeException if X is not as wide as the network's input
     * @throws DataException if X is empty or holds NaN or infinity
     */
    public SimpleMatrix predict(SimpleMatrix X) {
        Require.finite("inputs X", X);
        network.requireInputs(X.getNumCols());
        return network.predict(scaler == null ? X : scaler.apply(X));
    }

    /** The output for one sample as it was measured, d numbers → 1×m; throws as {@link #predict(SimpleMatrix)} does. */
    public SimpleMatrix predict(double... sample) {
        return predict(Require.rectangular("the sample", new double[][] {sample}));
    }

    /** The output for one sample with the names of the outputs; throws as {@link #predict(SimpleMatrix)} does. */
    public Prediction prediction(double... sample) {
        double[] outputs = Matrices.rowMajor(predict(sample));
        return new Prediction(
                targetNames, outputs, network.layer(network.depth()).activation() == Activation.SOFTMAX);
    }

    /**
     * The output for one sample whose numbers are given by name, in any order.
     *
     * @throws IllegalArgumentException if a name is missing, or is none of an input
     * @throws DataException if a number is null, NaN or infinite
     */
    public Prediction prediction(Map<String, Double> sample) {
        for (String name : Require.present("the sample", sample).keySet()) {
            if (!inputNames.contains(name)) {
                throw new IllegalArgumentException("there is no input \"" + name + "\"; the model has " + inputNames);
            }
        }
        double[] row = new double[inputNames.size()];
        for (int j = 0; j < row.length; j++) {
            Double number = sample.get(inputNames.get(j));
            if (number == null) {
                throw new IllegalArgumentException("the sample has no number for the input \"" + inputNames.get(j)
                        + "\"; the model needs " + inputNames);
            }
            row[j] = number;
        }
        return prediction(row);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Model that
                && network.equals(that.network)
                && Objects.equals(scaler, that.scaler)
                && inputNames.equals(that.inputNames)
                && targetNames.equals(that.targetNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(network, scaler, inputNames, targetNames);
    }

    @Override
    public String toString() {
        return "Model: " + network + (scaler == null ? "" : ", with a scaler");
    }
}
