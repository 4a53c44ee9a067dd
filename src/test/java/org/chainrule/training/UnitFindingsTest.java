package org.chainrule.training;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.network.Dense;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that hardly move, so that each finding is of the weights that were put in. */
class UnitFindingsTest {
    private static final double STILL = 1e-12;

    private static List<Diagnosis.Finding> findings(Network network, Dataset data) {
        History run =
                Trainer.of(Loss.squaredError(), Optimizer.sgd(STILL)).epochs(30).fit(network, data);
        return Diagnosis.of(run).findings();
    }

    private static List<String> evidence(Network network, Dataset data, Diagnosis.Kind kind) {
        return findings(network, data).stream()
                .filter(finding -> finding.kind() == kind)
                .map(Diagnosis.Finding::evidence)
                .toList();
    }

    /** The input is 0, so that no weight gets a gradient. */
    private static List<String> symmetric(double[] in, double[] out) {
        SimpleMatrix W = new SimpleMatrix(1, in.length, true, in);
        SimpleMatrix V = new SimpleMatrix(out.length, 1, true, out);
        Network network = Network.of(Dense.withoutBias(W, TANH), Dense.withoutBias(V, IDENTITY));
        Dataset zero = Dataset.of(new double[][] {{0}}, new double[][] {{0.5}});
        return evidence(network, zero, Diagnosis.Kind.SYMMETRIC);
    }

    @Test
    void unitsAreTheSameOnlyIfAllTheirWeightsAre() {
        assertEquals(List.of(), symmetric(new double[] {1, 2}, new double[] {3, 3}), "other weights come in");
        assertEquals(List.of(), symmetric(new double[] {1, 1}, new double[] {3, 4}), "other weights go out");
        assertEquals(1, symmetric(new double[] {1, 1}, new double[] {3, 3}).size());
    }

    @Test
    void roundingsCountByTheSizeOfTheWeights() {
        assertEquals(List.of(), symmetric(new double[] {1e-6, 2e-6}, new double[] {3, 3}));
        assertEquals(
                1,
                symmetric(new double[] {1e6, Math.nextUp(1e6)}, new double[] {3, 3})
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 'units 1 and 2 of layer 1 have'",
        "6, 'units 1, 2, 3, 4, 5 and 6 of layer 1 have'",
        "7, 'units 1, 2, 3, 4, 5, 6 and 1 more of layer 1 have'"
    })
    void upToSixUnitsAreNamed(int units, String named) {
        double[] ones = new double[units];
        Arrays.fill(ones, 1);
        String evidence = symmetric(ones, ones).get(0);
        assertTrue(evidence.startsWith(named), evidence);
    }

    @Test
    void oneDeadUnitIsSpokenOfAsOne() {
        Network network = Network.of(
                Dense.of(SimpleMatrix.filled(1, 2, 1), new SimpleMatrix(new double[][] {{0, -9}}), RELU),
                Dense.withoutBias(SimpleMatrix.filled(2, 1, 1), IDENTITY));
        Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{-5}, {5}});
        assertEquals(
                List.of(
                        "unit 2 of layer 1, of 2, is 0 for each of the 2 samples looked at: no gradient gets through, so"
                                + " the weights before it cannot change"),
                evidence(network, data, Diagnosis.Kind.DEAD));
    }

    /** A sigmoid whose weighted sum is this number for nine samples of ten, and 0 for the tenth. */
    private static List<Diagnosis.Finding> nineOfTen(double z) {
        Network network = Network.of(
                Dense.withoutBias(SimpleMatrix.filled(1, 1, z), SIGMOID),
                Dense.withoutBias(SimpleMatrix.filled(1, 1, 1), IDENTITY));
        double[][] X = new double[10][1];
        double[][] Y = new double[10][1];
        for (int i = 1; i < 10; i++) {
            X[i][0] = 1;
            Y[i][0] = 9;
        }
        return findings(network, Dataset.of(X, Y)).stream()
                .filter(finding -> finding.kind() == Diagnosis.Kind.SATURATED)
                .toList();
    }

    /** At z = 4 a sigmoid's slope is a fourteenth of its largest, at z = 7 a 275th. */
    @Test
    void aUnitIsSaturatedBelowAHundredthOfItsLargestSlope() {
        assertEquals(List.of(), nineOfTen(4));
        Diagnosis.Finding saturated = nineOfTen(7).get(0);
        assertEquals(
                "unit 1 of layer 1, of 1: on at least 90 % of the samples the slope of the sigmoid is below a hundredth of"
                        + " its largest",
                saturated.evidence());
        assertFalse(saturated.remedy().contains("binaryCrossEntropy"), saturated.remedy());
    }

    @Test
    void ofAnOutputTheRemedyNamesTheLoss() {
        Network network = Network.of(Dense.withoutBias(SimpleMatrix.filled(1, 1, 9), SIGMOID));
        Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {{0}});
        Diagnosis.Finding saturated = findings(network, data).get(0);
        assertEquals(Diagnosis.Kind.SATURATED, saturated.kind());
        assertTrue(saturated.remedy().contains("Loss.binaryCrossEntropy()"), saturated.remedy());
    }
}
