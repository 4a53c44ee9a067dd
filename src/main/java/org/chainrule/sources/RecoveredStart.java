package org.chainrule.sources;

import org.chainrule.network.Architecture;
import org.chainrule.network.Initializer;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;

/**
 * Weights and biases of a run whose start was never published, recovered from what it printed: <em>a</em> solution, not
 * <em>the</em> solution.
 */
public final class RecoveredStart {
    static final String SERIES = "start ";

    private RecoveredStart() {}

    /**
     * @param source the letter of the source
     * @param name which of its starts
     * @param architecture the network that the numbers belong to
     * @throws org.chainrule.data.ShapeException if there are more or fewer numbers than it has parameters
     */
    public static Network of(String source, String name, Architecture architecture) {
        double[] theta = PublishedNumber.rows().stream()
                .filter(row -> row.source().equals(source) && row.series().equals(SERIES + name))
                .mapToDouble(PublishedNumber::value)
                .toArray();
        return architecture
                .initialize(Initializer.constant(0), NumpyRandom.seed(0))
                .withParameters(theta);
    }
}
