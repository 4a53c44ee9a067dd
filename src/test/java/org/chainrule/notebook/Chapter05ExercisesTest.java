package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.data.Dataset;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.e.PrintedDerivation;
import org.chainrule.sources.e.PrintedDerivation.Mistake;
import org.chainrule.sources.e.SourceE;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more, in columns and by finite differences, and every usual mistake with its hint. */
class Chapter05ExercisesTest {
    private static final Network NET = SourceE.network();
    private static final Loss COST = SourceE.cost();
    private static final Dataset FIRST = Dataset.of(new double[][] {{0.3, 0.8}}, new double[][] {{0.9, 0.1}});
    private static final Dataset SECOND = Dataset.of(new double[][] {{0.6, 0.1}}, new double[][] {{0.2, 0.7}});
    private static final Dataset BOTH =
            Dataset.of(new double[][] {{0.3, 0.8}, {0.6, 0.1}}, new double[][] {{0.9, 0.1}, {0.2, 0.7}});
    /** Where W(2) and b(3) begin among the parameters. */
    private static final int W2 = 9;

    private static final int B3 = 33;

    private static SimpleMatrix measured(Dataset data, int from, int rows, int columns) {
        SimpleMatrix result = new SimpleMatrix(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            result.set(i, (moved(data, from + i, 1e-5) - moved(data, from + i, -1e-5)) / 2e-5);
        }
        return result;
    }

    private static double moved(Dataset data, int parameter, double by) {
        double[] theta = NET.parameters();
        theta[parameter] += by;
        return COST.of(NET.withParameters(theta), data.inputs(), data.targets());
    }

    /** A part of the gradient by the source's equations, with mistakes, as a column or in E's shape of W. */
    private static SimpleMatrix printed(Dataset data, int from, int rows, int columns, Mistake... mistakes) {
        double[] gradient = PrintedDerivation.with(mistakes).gradient(NET, data);
        double[] part = new double[rows * columns];
        System.arraycopy(gradient, from, part, 0, part.length);
        return new SimpleMatrix(rows, columns, true, part).transpose();
    }

    private static SimpleMatrix b3() {
        return NET.layer(3).b().transpose();
    }

    @Test
    void measuredDerivativesAreTheAnswers() {
        assertRight(1, measured(FIRST, B3, 2, 1));
        assertRight(2, measured(FIRST, W2, 3, 4).transpose());
        assertRight(3, b3().minus(measured(BOTH, B3, 2, 1).scale(0.8)));
        assertRight(4, SimpleMatrix.filled(1, 1, 310));
        assertRight(5, SimpleMatrix.filled(1, 1, costAfter(3, 1)));
    }

    /** Gradient descent by the repaired derivation, without the library's trainer. */
    private static double costAfter(int updates, double rate) {
        Network network = NET;
        Dataset data = SourceE.data();
        for (int t = 0; t < updates; t++) {
            double[] theta = network.parameters();
            double[] gradient = PrintedDerivation.corrected().gradient(network, data);
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= rate * gradient[i];
            }
            network = network.withParameters(theta);
        }
        return COST.of(network, data.inputs(), data.targets());
    }

    @Test
    void mistakesWithTheErrorOfTheLastLayer() {
        SimpleMatrix a = NET.predict(FIRST.inputs()).transpose();
        SimpleMatrix error = a.minus(FIRST.targets().transpose());
        SimpleMatrix delta = printed(FIRST, B3, 1, 2);
        tells(1, error, "factor ∂a/∂z = σ′(z) is missing");
        tells(1, error.scale(-1), "−∂C/∂a");
        tells(1, delta.scale(-1), "sign is turned around");
        tells(1, delta.scale(2), "cancels with the ½");
        tells(1, error.elementMult(SIGMOID.derivative(a)), "taken at a");
        tells(1, printed(FIRST, B3, 1, 2, Mistake.DERIVATIVE_AS_PRINTED), "E10 as printed");
        tells(1, printed(FIRST, B3, 1, 2, Mistake.NO_BIAS_IN_THE_DERIVATIVE), "as E09 is printed");
        tells(
                1,
                printed(FIRST, B3, 1, 2, Mistake.DERIVATIVE_AS_PRINTED, Mistake.NO_BIAS_IN_THE_DERIVATIVE),
                "summary as printed, E14");
        tells(1, delta.transpose(), "row of the library");
    }

    @Test
    void mistakesWithTheGradientOfTheSecondLayer() {
        SimpleMatrix dW = printed(FIRST, W2, 3, 4);
        SimpleMatrix a1 = NET.forward(FIRST.inputs()).a(1);
        SimpleMatrix a2 = NET.forward(FIRST.inputs()).a(2);
        SimpleMatrix delta2 = dW.extractVector(false, 0).divide(a1.get(0));
        SimpleMatrix arriving = delta2.elementDiv(
                SIGMOID.derivative(NET.forward(FIRST.inputs()).z(2)).transpose());
        tells(2, dW.transpose(), "matrix of the library");
        tells(2, dW.scale(-1), "sign is turned around");
        tells(2, arriving.mult(a1), "not yet through σ′");
        tells(2, delta2.mult(a2), "not its own");
        tells(2, delta2.mult(FIRST.inputs()), "not x");
        tells(2, arriving.elementMult(SIGMOID.derivative(a2.transpose())).mult(a1), "taken at a");
        tells(2, slopeMistakenInLayer2(arriving, false).mult(a1), "E10 as printed");
        tells(2, slopeWithoutBias(arriving).mult(a1), "as E12 is printed");
        tells(2, slopeMistakenInLayer2(arriving, true).mult(a1), "summary as printed, E15");
    }

    private static SimpleMatrix sums2(boolean biased) {
        SimpleMatrix z = NET.forward(FIRST.inputs()).z(2).transpose();
        return biased ? z : z.minus(NET.layer(2).b().transpose());
    }

    private static SimpleMatrix slopeMistakenInLayer2(SimpleMatrix arriving, boolean withoutBias) {
        SimpleMatrix x = sums2(!withoutBias);
        return arriving.elementMult(x).elementMult(x.negative().plus(1));
    }

    private static SimpleMatrix slopeWithoutBias(SimpleMatrix arriving) {
        SimpleMatrix sigma = SIGMOID.value(sums2(false));
        return arriving.elementMult(sigma).elementMult(sigma.negative().plus(1));
    }

    @Test
    void mistakesWithTheBiasesAfterAStep() {
        SimpleMatrix mean = printed(BOTH, B3, 1, 2);
        tells(3, b3().minus(mean.scale(1.6)), "not their sum");
        tells(3, b3().minus(mean), "learning rate is missing");
        tells(3, b3().plus(mean.scale(0.8)), "uphill");
        tells(3, mean, "that is the gradient");
        tells(3, mean.scale(-0.8), "that is the step");
        tells(3, b3().minus(printed(FIRST, B3, 1, 2).scale(0.8)), "first sample alone");
        tells(3, b3().minus(printed(SECOND, B3, 1, 2).scale(0.8)), "second sample alone");
        tells(3, b3(), "before the update");
        tells(3, b3().minus(mean.scale(0.8)).transpose(), "row of the library");
    }

    @Test
    void mistakesWithTheMultiplications() {
        tells(4, SimpleMatrix.filled(1, 1, 180), "the errors have to go back");
        tells(4, SimpleMatrix.filled(1, 1, 130), "weights also need their gradient");
        tells(4, SimpleMatrix.filled(1, 1, 360), "the input needs no error");
        tells(4, SimpleMatrix.filled(1, 1, 490), "the way forward was counted");
        tells(4, SimpleMatrix.filled(1, 1, 333), "the ⊙ were counted");
    }

    @Test
    void mistakesWithTheCostAfterThreeUpdates() {
        tells(5, SimpleMatrix.filled(1, 1, costAfter(2, 1)), "after two");
        tells(5, SimpleMatrix.filled(1, 1, costAfter(4, 1)), "after four");
        tells(5, SimpleMatrix.filled(1, 1, costAfter(0, 1)), "before training");
        tells(5, SimpleMatrix.filled(1, 1, costAfter(3, 3)), "three times too long");
        tells(5, SimpleMatrix.filled(1, 1, 3 * costAfter(3, 1)), "sum over the three samples");
        tells(5, SimpleMatrix.filled(1, 1, 2 * costAfter(3, 1)), "mean squared error");
    }

    @Test
    void otherNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter05(6));
    }

    private static void assertRight(int exercise, SimpleMatrix answer) {
        assertEquals(" ✓ right", Exercises.chapter05(exercise).verdict(answer));
    }

    private static void tells(int exercise, SimpleMatrix answer, String hint) {
        String verdict = Exercises.chapter05(exercise).verdict(answer);
        assertTrue(verdict.contains(hint), verdict);
    }
}
