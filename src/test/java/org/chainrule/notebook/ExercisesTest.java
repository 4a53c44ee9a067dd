package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.a.PublishedProgram;
import org.chainrule.sources.a.SourceA;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers once more, by finite differences where backpropagation made them. */
class ExercisesTest {
    private static final Network NET = SourceA.recoveredStart();
    private static final Loss LOSS = Loss.halfSquaredError().summed();
    private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{0.2, 0.8}});
    private static final SimpleMatrix Y = new SimpleMatrix(new double[][] {{0.4}});
    private static final SimpleMatrix X2 = new SimpleMatrix(new double[][] {{0.2, 0.8}, {0.6, 0.1}});
    private static final SimpleMatrix Y2 = new SimpleMatrix(new double[][] {{0.4}, {0.9}});

    private static SimpleMatrix measured(SimpleMatrix X, SimpleMatrix Y, int from, int rows, int columns) {
        SimpleMatrix result = new SimpleMatrix(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            double[] above = NET.parameters();
            double[] below = NET.parameters();
            above[from + i] += 1e-5;
            below[from + i] -= 1e-5;
            result.set(i, (LOSS.of(NET.withParameters(above), X, Y) - LOSS.of(NET.withParameters(below), X, Y)) / 2e-5);
        }
        return result;
    }

    @Test
    void measuredDerivativesAreTheAnswers() {
        assertEquals(" ✓ right", Exercises.chapter01(1).verdict(measured(X, Y, 14, 1, 1)));
        assertEquals(" ✓ right", Exercises.chapter01(2).verdict(measured(X, Y, 6, 2, 2)));
        assertEquals(" ✓ right", Exercises.chapter01(3).verdict(measured(X2, Y2, 4, 1, 2)));
    }

    @Test
    void everyUsualMistakeIsTold() {
        ForwardPass pass = NET.forward(X);
        Gradients g = Backpropagation.gradients(NET, LOSS, X, Y);
        Gradients two = Backpropagation.gradients(NET, LOSS, X2, Y2);
        SimpleMatrix error = pass.output().minus(Y);
        SimpleMatrix a1 = pass.a(1).transpose();
        SimpleMatrix arriving = g.delta(3).mult(NET.layer(3).W().transpose());
        SimpleMatrix updated = NET.layer(3).W().minus(g.dW(3).scale(0.5));
        SimpleMatrix slope = SIGMOID.derivative(pass.z(2));
        tells(1, error, "σ′(z) is missing");
        tells(1, error.scale(-1), "prediction minus target");
        tells(1, g.delta(3).scale(-1), "sign is turned around");
        tells(1, g.delta(3).scale(2), "cancels with the ½");
        tells(1, error.elementMult(SIGMOID.derivative(pass.output())), "taken at a");
        tells(2, g.dW(2).transpose(), "transposed");
        tells(2, g.dW(2).scale(-1), "sign is turned around");
        tells(2, a1.mult(arriving), "not yet through σ′");
        tells(2, a1.mult(arriving.scale(SIGMOID.derivative(pass.z(3)).get(0, 0))), "that of layer 3");
        tells(2, a1.mult(arriving.elementMult(SIGMOID.derivative(pass.a(2)))), "taken at a");
        tells(2, pass.a(2).transpose().mult(g.delta(2)), "activations of layer 1");
        tells(2, a1.mult(g.delta(3).mult(updated.transpose()).elementMult(slope)), "already updated");
        tells(3, two.db(1).divide(2), "the mean");
        tells(3, g.db(1), "first sample alone");
        tells(3, two.delta(1).rows(1, 2), "second sample alone");
        tells(3, two.db(2), "one more layer");
        tells(3, two.delta(1), "add them up");
        tells(3, two.db(1).transpose(), "yours is a column");
    }

    @Test
    void aStepIsTheOptimizersAndItsUsualMistakesAreTold() {
        SimpleMatrix W = NET.layer(3).W();
        SimpleMatrix dW = Backpropagation.gradients(NET, LOSS, X, Y).dW(3);
        Network stepped = Trainer.of(LOSS, Optimizer.sgd(0.5))
                .epochs(1)
                .fit(NET, Dataset.of(X, Y))
                .network();
        assertEquals(" ✓ right", Exercises.chapter01(4).verdict(stepped.layer(3).W()));
        tells(4, W.plus(dW.scale(0.5)), "goes uphill");
        tells(4, W.minus(dW), "the rate is missing");
        tells(4, dW.scale(-0.5), "the step alone");
        tells(4, W, "old weights");
    }

    /** The program's second gradient is its inputs times E, so the program itself tells what E is. */
    @Test
    void theErrorOfThePrintedProgramIsTheOneThatItUses() {
        double[] update = PublishedProgram.asPrinted(NET).update();
        SimpleMatrix a1 = NET.forward(SourceA.data().inputs()).a(1);
        SimpleMatrix E = new SimpleMatrix(new double[][] {{update[6] / a1.get(0, 0), update[7] / a1.get(0, 0)}});
        assertEquals(" ✓ right", Exercises.chapter01(5).verdict(E));
        Gradients g = Backpropagation.gradients(
                NET, LOSS, SourceA.data().inputs(), SourceA.data().targets());
        tells(5, g.delta(2), "what E should hold");
        tells(5, g.delta(3), "before its step back");
    }

    /** A hint that another answer gets first would never be read. */
    @ParameterizedTest
    @MethodSource("all")
    void everyMisconceptionHasANumberOfItsOwn(Exercise exercise) {
        assertEquals(" ✓ right", exercise.verdict(exercise.answer()));
        assertTrue(exercise.misconceptions().size() >= 3, "too few usual mistakes are known");
        exercise.misconceptions()
                .forEach((hint, wrong) -> assertEquals(" ✗ not yet: " + hint, exercise.verdict(wrong)));
    }

    static Stream<Exercise> all() {
        return Stream.of(
                        Chapter01Exercises.all(),
                        Chapter02Exercises.all(),
                        Chapter03Exercises.all(),
                        Chapter04Exercises.all(),
                        Chapter05Exercises.all(),
                        Chapter06Exercises.all())
                .flatMap(List::stream);
    }

    @Test
    void aRoundedAnswerIsNearlyRight() {
        double delta = Backpropagation.gradients(NET, LOSS, X, Y).delta(3).get(0, 0);
        tells(1, SimpleMatrix.filled(1, 1, Math.round(delta * 1e5) / 1e5), "right to three digits");
    }

    private static void tells(int exercise, SimpleMatrix answer, String hint) {
        String verdict = Exercises.chapter01(exercise).verdict(answer);
        assertTrue(verdict.contains(hint), verdict);
    }

    @Test
    void otherNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercises.chapter01(6));
    }
}
