package org.chainrule.export;

import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;

import java.util.Arrays;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.data.Scaler;
import org.chainrule.network.Initializer;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;

/** Models to save and load. */
final class SomeModels {
    private SomeModels() {}

    /** With all that a model can have: 2-3-3 with names and a scaler. */
    static Model complete() {
        Dataset data = Dataset.of(new double[][] {{1, 100}, {2, 300}, {4, 800}}, new double[][] {{0}, {1}, {2}})
                .named(List.of("Länge", "width"), List.of("kind"))
                .oneHot(List.of("a", "日本", "🌱 seedling"));
        return Model.of(Network.inputs(2)
                        .dense(3, TANH)
                        .dense(3, SOFTMAX)
                        .initialize(Initializer.xavier().withBias(0.1), NumpyRandom.seed(1)))
                .scaledBy(Scaler.standardize(data))
                .named(data.inputNames(), data.targetNames());
    }

    /** All weights of a network of this many units are the same number. */
    static Model constant(int units, double weight) {
        Network network = Network.inputs(units).dense(units, TANH).initialize(Initializer.he(), NumpyRandom.seed(0));
        double[] theta = new double[network.parameterCount()];
        Arrays.fill(theta, weight);
        return Model.of(network.withParameters(theta));
    }
}
