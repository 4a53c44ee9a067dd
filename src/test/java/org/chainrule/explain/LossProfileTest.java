package org.chainrule.explain;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class LossProfileTest {
    private static final Dataset ONE = Dataset.of(new double[][] {{1}}, new double[][] {{3}});

    private static Network line(double w) {
        return Network.of(Dense.withoutBias(SimpleMatrix.filled(1, 1, w), IDENTITY));
    }

    /** (w − 3)² from w = 1 to w = 9, so w = 1 + 8t: no barrier, lowest at t = ¼. */
    @Test
    void onAParabolaItIsTheHandFormula() {
        LossProfile profile = LossProfile.between(line(1), line(9), Loss.squaredError(), ONE);
        double[] t = profile.t();
        double[] losses = profile.losses();
        assertEquals(241, t.length);
        assertEquals(-0.25, t[0]);
        assertEquals(1.25, t[240]);
        for (int k = 0; k < t.length; k++) {
            assertEquals((8 * t[k] - 2) * (8 * t[k] - 2), losses[k], 1e-12);
        }
        assertEquals(0, profile.barrier());
        assertEquals(1, profile.top());
        assertEquals("Loss on the straight line from A to B: 4 → 36. No barrier between A and B.", profile.toString());
        assertArrayEquals(new double[] {3}, profile.network(0.25).parameters());
    }

    /** Half way between a network and itself with its hidden units swapped, the units are equal. */
    @Test
    void betweenTwoSolutionsThereCanBeABarrier() {
        Network start = Network.inputs(2)
                .dense(2, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.he().withBias(0.5), NumpyRandom.seed(3));
        History run = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.momentum(0.5, 0.9))
                .epochs(2000)
                .fit(start, Datasets.xor());
        double[] w = run.network().parameters();
        Network swapped =
                run.network().withParameters(new double[] {w[1], w[0], w[3], w[2], w[5], w[4], w[7], w[6], w[8]});
        LossProfile profile = LossProfile.between(run.network(), swapped, Loss.binaryCrossEntropy(), Datasets.xor());
        assertTrue(run.lastLoss() < 0.01);
        assertEquals(profile.losses()[40], profile.losses()[200]);
        assertTrue(profile.barrier() > 0.3, profile.toString());
        assertTrue(profile.toString().contains("Barrier: "), profile.toString());
        LossProfile way = LossProfile.of(run);
        assertEquals(run.loss()[0], way.losses()[40]);
        assertEquals(run.lastLoss(), way.losses()[200]);
        assertEquals("start", way.from());
    }

    @Test
    void otherArchitecturesAreRefused() {
        Network other = Network.of(Dense.withoutBias(SimpleMatrix.filled(1, 1, 1), SIGMOID));
        assertThrows(ShapeException.class, () -> LossProfile.between(line(1), other, Loss.squaredError(), ONE));
        assertThrows(
                IllegalArgumentException.class, () -> LossProfile.between(line(1), null, Loss.squaredError(), ONE));
        assertThrows(
                IllegalArgumentException.class, () -> LossProfile.between(null, line(1), Loss.squaredError(), ONE));
        assertThrows(IllegalArgumentException.class, () -> LossProfile.of(null));
    }

    @Test
    void anOverflowIsSaidInWords() {
        LossProfile profile = LossProfile.between(line(-1e308), line(1e308), Loss.squaredError(), ONE);
        assertEquals(Double.POSITIVE_INFINITY, profile.losses()[0]);
        assertEquals(9, profile.losses()[120]);
        assertTrue(Double.isNaN(profile.barrier()));
        assertEquals("A sum overflows between A and B", profile.barrierInWords());
    }
}
