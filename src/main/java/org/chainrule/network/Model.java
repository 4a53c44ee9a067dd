package org.chainrule.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chainrule.data.ColumnNames;
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
    private final ColumnNames inputNames;
    private final ColumnNames targetNames;

    private Model(Network network, Scaler scaler, ColumnNames inputNames, ColumnNames targetNames) {
        this.network = network;
        this.scaler = scaler;
        this.inputNames = inputNames;
        this.targetNames = targetNames;
    }

    /** A model of the network alone, without scaler and names. */
    public static Model of(Network network) {
        Require.present("the network", network);
        return new Model(
                network,
                null,
                ColumnNames.numbered("x", network.inputs()),
                ColumnNames.numbered("y", network.outputs()));
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
     * This model with names: {@code model.named(train.inputNames(), train.targetNames())}.
     *
     * @param inputNames d names
     * @param targetNames m names; where the last layer is a softmax, the names of the classes
     * @throws ShapeException if there are more or fewer names than inputs or outputs
     * @throws IllegalArgumentException if a name is missing or blank, or two inputs or two targets have the same
     */
    public Model named(List<String> inputNames, List<String> targetNames) {
        return new Model(
                network,
                scaler,
                ColumnNames.given("input", inputNames, network.inputs()),
                ColumnNames.given("target", targetNames, network.outputs()));
    }

    public Network network() {
        return network;
    }

    /** The scaler of the inputs, where there is one. */
    public Optional<Scaler> scaler() {
        return Optional.ofNullable(scaler);
    }

    /** The names of the inputs; x₀, x₁, … where none were given. */
    public List<String> inputNames() {
        return inputNames.all();
    }

    /** The names of the outputs; y₀, y₁, … where none were given. */
    public List<String> targetNames() {
        return targetNames.all();
    }

    /** Whether names were given. */
    public boolean isNamed() {
        return inputNames.isGiven();
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
                targetNames(), outputs, network.layer(network.depth()).activation() == Activation.SOFTMAX);
    }

    /**
     * The output for one sample whose numbers are given by name, in any order.
     *
     * @throws IllegalArgumentException if a name is missing, or is none of an input
     * @throws DataException if a number is null, NaN or infinite
     */
    public Prediction prediction(Map<String, Double> sample) {
        for (String name : Require.present("the sample", sample).keySet()) {
            if (!inputNames().contains(name)) {
                throw new IllegalArgumentException("there is no input \"" + name + "\"; the model has " + inputNames());
            }
        }
        double[] row = new double[network.inputs()];
        for (int j = 0; j < row.length; j++) {
            Double number = sample.get(inputNames().get(j));
            if (number == null) {
                throw new IllegalArgumentException("the sample has no number for the input \""
                        + inputNames().get(j) + "\"; the model needs " + inputNames());
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
