package org.chainrule.training;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.network.Dense;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ExaminationTest {
    /** aⱼ = wx, whose loss on a target of 0 is w². */
    private static Examination of(double w, double target, double rate, int epochs) {
        Network line = Network.of(Dense.withoutBias(SimpleMatrix.filled(1, 1, w), IDENTITY));
        Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {{target}});
        return new Examination(Trainer.of(Loss.squaredError(), Optimizer.sgd(rate))
                .epochs(epochs)
                .fit(line, data));
    }

    @Test
    void yesAndNoAreOneAndZero() {
        assertTrue(of(0.9, 1, 1e-9, 1).yesOrNo);
        assertTrue(of(0.1, 0, 1e-9, 1).yesOrNo);
        assertFalse(of(0.5, 0.5, 1e-9, 1).yesOrNo);
        assertFalse(of(0.5, 2, 1e-9, 1).yesOrNo);
    }

    /** Each update takes a tenth off the distance: after 22 the loss is just below a hundredth, after 21 just above. */
    @Test
    void numbersAreLearnedAtAHundredthOfTheLoss() {
        assertFalse(of(5, 2, 0.05, 21).learned);
        assertTrue(of(5, 2, 0.05, 22).learned);
    }

    /** Layer 1 has a dead unit, layer 2 two equal ones. */
    @Test
    void theLikelierCauseComesFirst() {
        Network network = Network.of(
                Dense.of(SimpleMatrix.filled(1, 2, 1), new SimpleMatrix(new double[][] {{0, -9}}), RELU),
                Dense.withoutBias(SimpleMatrix.filled(2, 2, 0.1), TANH),
                Dense.withoutBias(SimpleMatrix.filled(2, 1, 0.1), IDENTITY));
        Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{-5}, {5}});
        History run =
                Trainer.of(Loss.squaredError(), Optimizer.sgd(1e-12)).epochs(30).fit(network, data);
        assertEquals(
                List.of(Diagnosis.Kind.SYMMETRIC, Diagnosis.Kind.DEAD),
                Diagnosis.of(run).findings().stream()
                        .map(Diagnosis.Finding::kind)
                        .limit(2)
                        .toList());
    }
}
