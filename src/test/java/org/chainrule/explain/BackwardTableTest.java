package org.chainrule.explain;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Gradients;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.network.WorkedExample;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.api.Test;

class BackwardTableTest {
    private static final Dataset XOR = Datasets.xor();

    private static Network network(int hidden) {
        return Network.inputs(2)
                .dense(hidden, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.xavier().withNormalBias(), NumpyRandom.seed(3));
    }

    private static List<List<Object>> cells(Network network, Loss loss) {
        return ChainRule.of(network, loss, XOR.inputs(), XOR.targets()).cells();
    }

    private static List<Object> row(List<List<Object>> cells, String derivative) {
        return cells.stream()
                .filter(row -> row.get(0).equals(derivative))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBiasAddsTheDeltasOfAllSamples() {
        Network network = network(2);
        Gradients g = Backpropagation.gradients(network, Loss.halfSquaredError(), XOR.inputs(), XOR.targets());
        String sum = IntStream.range(0, 4)
                .mapToObj(i -> NumpyFormat.significant(g.delta(1).get(i, 1), 6))
                .collect(Collectors.joining(" + "))
                .replace("+ -", "- ");
        assertEquals(
                List.of(
                        "db(1)[1]",
                        "Σ delta(1)[i, 1]",
                        sum,
                        NumpyFormat.significant(g.db(1).get(1), 6)),
                row(cells(network, Loss.halfSquaredError()), "db(1)[1]"));
        List<List<Object>> one = ChainRule.of(
                        WorkedExample.NETWORK, Loss.halfSquaredError(), WorkedExample.X, WorkedExample.Y)
                .cells();
        assertEquals(
                List.of("db(2)[0]", "delta(2)[0, 0]", "0.138499", "0.138499"),
                row(one, "db(2)[0]"),
                "of one sample there is nothing to add");
    }

    @Test
    void theMeanIsAFactorOfTheOutputsOnly() {
        List<List<Object>> mean = cells(network(2), Loss.halfSquaredError());
        assertEquals("1/4 · ∂C/∂a · ∂a/∂z", row(mean, "delta(2)[3, 0]").get(1));
        assertTrue(row(mean, "delta(2)[3, 0]").get(2).toString().startsWith("1/4 · "));
        assertEquals("delta(2) · w · ∂a/∂z", row(mean, "delta(1)[3, 0]").get(1));
        assertFalse(row(mean, "delta(1)[3, 0]").get(2).toString().contains("/"));
        List<List<Object>> summed = cells(network(2), Loss.halfSquaredError().summed());
        assertEquals("∂C/∂a · ∂a/∂z", row(summed, "delta(2)[3, 0]").get(1));
    }

    /** The first factor of a hidden delta is the delta behind it, as it stands in the table. */
    @Test
    void aHiddenDeltaBeginsWithTheDeltaBehindIt() {
        List<List<Object>> cells = cells(network(2), Loss.halfSquaredError());
        String behind = row(cells, "delta(2)[2, 0]").get(3).toString();
        String hidden = row(cells, "delta(1)[2, 1]").get(2).toString();
        assertTrue(hidden.startsWith(behind + " · "), hidden);
    }

    /** Four samples of 2-4-1 make 20 deltas and 17 parameters; of 2-5-1, 24 and 21. */
    @Test
    void upToFortyRowsAreAllShown() {
        assertEquals(37, cells(network(4), Loss.halfSquaredError()).size());
        assertTrue(cells(network(5), Loss.halfSquaredError()).stream()
                .anyMatch(row -> row.get(0).toString().startsWith("… and ")));
    }
}
