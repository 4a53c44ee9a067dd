package org.chainrule.training;

import static org.chainrule.network.Activation.IDENTITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void theMeanSquareIsThatOfTheOutputs() {
        assertEquals(2.5, Measure.meanSquare().of(new double[] {1, 2}, new double[] {2, 4}));
        assertEquals("mean square", Measure.meanSquare().toString());
    }

    /** More samples than are evaluated at once, and more than one output. */
    @Test
    void everySampleIsScoredByItsOwnTarget() {
        SimpleMatrix X = NumpyRandom.seed(1).randn(600, 2);
        SimpleMatrix Y = NumpyRandom.seed(2).randn(600, 3);
        Network network = Network.inputs(2).dense(3, IDENTITY).initialize(Initializer.he(), NumpyRandom.seed(3));
        History run = Trainer.of(Loss.squaredError(), Optimizer.sgd(0.01))
                .report(Measure.meanSquare())
                .epochs(1)
                .fit(network, Dataset.of(X, Y));
        SimpleMatrix off = network.predict(X).minus(Y);
        assertEquals(off.elementMult(off).elementSum() / 1_800, run.measure("mean square")[0], 1e-12);
    }

    @Test
    void recordsAreEqualByWhatWasWrittenDown() {
        Network network = Network.inputs(2).dense(1, IDENTITY).initialize(Initializer.he(), NumpyRandom.seed(3));
        Dataset data =
                Dataset.of(NumpyRandom.seed(1).randn(8, 2), NumpyRandom.seed(2).randn(8, 1));
        Trainer trainer = Trainer.of(Loss.squaredError(), Optimizer.sgd(0.01))
                .report(Measure.meanSquare())
                .validate(data)
                .epochs(4);
        Records records = trainer.fit(network, data).records();
        Records same = trainer.fit(network, data).records();
        assertEquals(records, same);
        assertEquals(records.hashCode(), same.hashCode());
        Measure named = Measure.of("mean", (a, y) -> (a[0] - y[0]) * (a[0] - y[0]));
        List<Trainer> others = List.of(
                trainer.epochs(5),
                trainer.optimizer(Optimizer.sgd(0.02)),
                trainer.validate(data.rows(0, 4)),
                Trainer.of(Loss.squaredError(), Optimizer.sgd(0.01))
                        .report(named)
                        .validate(data)
                        .epochs(4));
        for (Trainer other : others) {
            assertNotEquals(records, other.fit(network, data).records(), other.toString());
        }
        assertNotEquals(
                records.hashCode(), others.get(1).fit(network, data).records().hashCode());
        assertNotEquals(records, null);
    }
}
