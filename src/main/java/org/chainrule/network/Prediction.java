package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.Tabular;
import org.chainrule.numpy.NumpyFormat;

/**
 * What a model says of one sample, by the names of its outputs: the probability of each class, or a value for each target.
 * In a notebook a table.
 */
public final class Prediction implements Tabular {
    private static final int SHOWN_DIGITS = 3;

    private final List<String> names;
    private final double[] values;
    private final boolean classes;

    Prediction(List<String> names, double[] values, boolean classes) {
        this.names = names;
        this.values = values;
        this.classes = classes;
    }

    /** The names of the outputs, in their order. */
    public List<String> names() {
        return names;
    }

    /** The outputs, in the order of {@link #names()}; a copy. */
    public double[] values() {
        return values.clone();
    }

    /**
     * The output of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public double value(String name) {
        int j = names.indexOf(name);
        if (j < 0) {
            throw new IllegalArgumentException("there is no output \"" + name + "\"; the model has " + names);
        }
        return values[j];
    }

    /**
     * The class with the largest probability; of equal ones the first.
     *
     * @throws IllegalStateException if the outputs are not the probabilities of classes
     */
    public String className() {
        if (!classes) {
            throw new IllegalStateException("the outputs are no classes, because the last layer is no softmax;"
                    + " value(\"" + names.get(0) + "\") gives what was predicted");
        }
        return names.get(Softmax.largest(values, 0, values.length));
    }

    @Override
    public List<String> columns() {
        return classes ? List.of("class", "probability") : List.of("target", "value");
    }

    @Override
    public List<List<Object>> cells() {
        List<List<Object>> rows = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            rows.add(List.of(names.get(j), values[j]));
        }
        return rows;
    }

    @Override
    public String toString() {
        if (classes) {
            String name = className();
            return name + ", with probability " + NumpyFormat.significant(value(name), SHOWN_DIGITS);
        }
        List<String> outputs = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            outputs.add(names.get(j) + " = " + NumpyFormat.significant(values[j], SHOWN_DIGITS));
        }
        return String.join(", ", outputs);
    }
}
