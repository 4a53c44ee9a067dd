package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Dense;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.b.PublishedProgram;
import org.chainrule.sources.b.PublishedProgram.Mistake;
import org.chainrule.sources.b.SourceB;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The answers once more, measured where backpropagation made them, and by running what was reasoned. */
class Chapter02ExercisesTest {
    private static final double H = 1e-5;
    private static final Network NET = SourceB.randomStart(2);
    private static final SimpleMatrix X = SourceB.data().inputs();
    private static final SimpleMatrix T = SourceB.data().targets();
    private static final ForwardPass PASS = NET.forward(X);
    private static final Gradients G = Backpropagation.gradients(NET, SourceB.E, X, T);

    @Test
    void measuredDerivativesAreTheAnswers() {
        SimpleMatrix delta = new SimpleMatrix(3, 3);
        for (int i = 0; i < 9; i++) {
            delta.set(i, (lossFromSumsOfLayer2(i, H) - lossFromSumsOfLayer2(i, -H)) / (2 * H));
        }
        assertEquals(" ✓ right", Exercises.chapter02(1).verdict(delta));

        int weight = 6 + 2 * 3;
        double slope = (lossWithWeight(weight, H) - lossWithWeight(weight, -H)) / (2 * H);
        assertEquals(" ✓ right", Exercises.chapter02(2).verdict(SimpleMatrix.filled(1, 1, slope)));

        SimpleMatrix db = new SimpleMatrix(1, 3);
        for (int j = 0; j < 3; j++) {
            db.set(j, (lossWithBias(j, H) - lossWithBias(j, -H)) / (2 * H));
        }
        assertEquals(" ✓ right", Exercises.chapter02(3).verdict(db));
    }

    private static double lossFromSumsOfLayer2(int entry, double by) {
        SimpleMatrix sums = PASS.z(2);
        sums.set(entry, sums.get(entry) + by);
        return SourceB.E.of(Network.of(NET.layer(3)), SIGMOID.value(sums), T);
    }

    private static double lossWithWeight(int index, double by) {
        double[] theta = NET.parameters();
        theta[index] += by;
        return SourceB.E.of(NET.withParameters(theta), X, T);
    }

    private static double lossWithBias(int unit, double by) {
        SimpleMatrix b = new SimpleMatrix(1, 3);
        b.set(unit, by);
        Dense first = Dense.of(NET.layer(1).W(), b, SIGMOID);
        return SourceB.E.of(Network.of(first, NET.layer(2), NET.layer(3)), X, T);
    }

    @Test
    void runsGiveTheOtherAnswers() {
        Gradients ofThePrinted =
                Backpropagation.gradients(NET, Loss.squaredError().mean(), X, T);
        double step = G.dW(3).get(0) / ofThePrinted.dW(3).get(0);
        assertEquals(" ✓ right", Exercises.chapter02(4).verdict(SimpleMatrix.filled(1, 1, step)));

        Network wider = Network.inputs(2)
                .denseWithoutBias(4, SIGMOID)
                .denseWithoutBias(4, SIGMOID)
                .denseWithoutBias(1, SIGMOID)
                .initialize(Initializer.constant(0.1), NumpyRandom.seed(0));
        double stopped =
                after(10_000, PublishedProgram.ofClass(wider)).layer(3).W().get(0);
        assertEquals(" ✓ right", Exercises.chapter02(5).verdict(SimpleMatrix.filled(1, 1, stopped)));

        Network biased = Network.inputs(2)
                .dense(3, SIGMOID)
                .dense(3, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(Initializer.constant(0.1), NumpyRandom.seed(0));
        Network trained = Trainer.of(SourceB.E, Optimizer.sgd(SourceB.RATE))
                .epochs(1_000)
                .fit(biased, SourceB.data())
                .network();
        long different = Arrays.stream(trained.parameters()).distinct().count();
        assertEquals(" ✓ right", Exercises.chapter02(6).verdict(SimpleMatrix.filled(1, 1, different)));
    }

    private static Network after(int updates, PublishedProgram program) {
        for (int update = 0; update < updates; update++) {
            program.update();
        }
        return program.network();
    }

    @Test
    void usualMistakesInADeltaAreTold() {
        SimpleMatrix error = PASS.output().minus(T);
        SimpleMatrix W3 = NET.layer(3).W().transpose();
        SimpleMatrix arriving = G.delta(3).mult(W3);
        SimpleMatrix ones = SimpleMatrix.filled(1, 3, 1);
        SimpleMatrix a2 = PASS.z(2);
        SimpleMatrix a3 = PASS.z(3);
        tells(1, G.delta(2).scale(-1), "sign is turned around");
        tells(1, arriving, "not yet through h′");
        tells(1, error.mult(W3).elementMult(SIGMOID.derivative(a2)), "not P − t alone");
        tells(1, arriving.elementMult(a2.minus(a2.elementMult(a2))), "as in the script");
        tells(1, arriving.elementMult(SIGMOID.derivative(PASS.a(2))), "taken at h(a⁽²⁾)");
        tells(1, arriving.elementMult(SIGMOID.derivative(a3).mult(ones)), "that of layer 3");
        tells(1, arriving.elementMult(a3.minus(a3.elementMult(a3)).mult(ones)), "what the class takes");
        tells(1, G.delta(2).transpose(), "transposed");
        tells(1, G.delta(2).divide(3), "number of samples");
    }

    /** The program itself, with one mistake: dW(2) = h(a(1))ᵀδ(2), which is solved for δ(2). */
    @Test
    void theSourcesOwnDerivativesAreTold() {
        SimpleMatrix h1 = PASS.a(1).transpose();
        tells(1, h1.solve(gradientOfW2(Mistake.DERIVATIVE_OF_THE_SUM)), "as in the script");
        tells(1, h1.solve(gradientOfW2(Mistake.DERIVATIVE_OF_THE_WRONG_LAYER)), "that of layer 3");
        tells(2, gradientOfW2(Mistake.SUMS_FOR_ACTIVATIONS).get(2, 0), "the program's mistake");
    }

    private static SimpleMatrix gradientOfW2(Mistake mistake) {
        double[] gradient = PublishedProgram.with(NET, mistake).gradient();
        return new SimpleMatrix(3, 3, true, Arrays.copyOfRange(gradient, 6, 15));
    }

    @Test
    void usualMistakesInAWeightAndInBiasesAreTold() {
        double right = G.dW(2).get(2, 0);
        SimpleMatrix ones = SimpleMatrix.filled(1, 3, 1);
        SimpleMatrix db = ones.mult(G.delta(1));
        tells(2, G.dW(2).get(0, 2), "swapped");
        tells(2, -right, "sign is turned around");
        tells(2, right / 3, "the mean");
        tells(2, G.delta(2).get(0, 0) * PASS.a(1).get(0, 2), "first sample alone");
        tells(2, PASS.a(2).transpose().mult(G.delta(2)).get(2, 0), "comes into layer 2");
        tells(3, db.divide(3), "the mean");
        tells(3, G.delta(1), "add them up");
        tells(3, G.delta(1).rows(0, 1), "first sample alone");
        tells(3, db.transpose(), "as a row");
        tells(3, G.delta(1).mult(ones.transpose()).transpose(), "units of a sample");
        tells(3, ones.mult(G.delta(2)), "one more layer");
        tells(3, G.dW(1).rows(0, 1), "weights of x₁");
        tells(3, db.scale(-1), "sign is turned around");
    }

    @Test
    void usualMistakesAboutTheRunAreTold() {
        tells(4, 2.0 / 3, "other way round");
        tells(4, 3, "there is one in E");
        tells(4, 0.5, "number of samples");
        tells(4, 1, "not the same slope");
        tells(5, 2.0 / 3, "for three units");
        tells(5, 0.25, "not 1");
        tells(5, 1, "four units share it");
        tells(5, 2, "sum of the four");
        tells(5, SIGMOID.value(1), "that is the prediction");
        tells(6, 25, "how many parameters");
        tells(6, 18, "how many weights");
        tells(6, 4, "without the biases");
        tells(6, 5, "biases of its own");
        tells(6, 6, "the two inputs differ");
        tells(6, 11, "the biases of a layer are equal");
        tells(6, 3, "multiply different things");
    }

    private static void tells(int exercise, double answer, String hint) {
        tells(exercise, SimpleMatrix.filled(1, 1, answer), hint);
    }

    private static void tells(int exercise, SimpleMatrix answer, String hint) {
        String verdict = Exercises.chapter02(exercise).verdict(answer);
        assertTrue(verdict.contains(hint), verdict);
    }

    @Test
    void otherNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter02(7));
    }
}
