package org.chainrule.sources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.explain.GradientCheck;
import org.chainrule.explain.Verdict;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.a.ClosestStart;
import org.chainrule.sources.a.PublishedProgram;
import org.chainrule.sources.a.PublishedProgram.Mistake;
import org.chainrule.sources.a.SourceA;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceATest {
    private static final Loss LOSS = Loss.halfSquaredError().summed();
    private static final Network START = SourceA.recoveredStart();
    private static final Dataset DATA = SourceA.data();

    @Test
    void all27PredictionsAreExact() {
        List<Reproduced> predictions = quantity("prediction");
        assertEquals(27, predictions.size());
        predictions.forEach(
                row -> assertEquals("exact", row.verdict(), row.published().place()));
    }

    @Test
    void lossesAreWithinOneUnitInTheLastPlaceOfThePrediction() {
        List<Reproduced> losses = quantity("loss");
        assertEquals(27, losses.size());
        for (Reproduced row : losses) {
            double published = 0.725 - Math.sqrt(2 * row.published().value());
            double ours = 0.725 - Math.sqrt(2 * row.ours());
            assertTrue(
                    Math.abs(published - ours) <= Math.ulp(0.725),
                    row.published().place());
            assertTrue(row.cause().isEmpty() == (row.agreement() == Agreement.EXACT), row.cause());
            assertNotEquals("unknown", row.cause());
        }
        assertTrue(losses.stream()
                        .filter(row -> row.agreement() == Agreement.EXACT)
                        .count()
                >= 24);
    }

    @Test
    void theProgramWithoutMistakesIsTheLibrary() {
        History run = Trainer.of(LOSS, Optimizer.sgd(SourceA.RATE))
                .epochs(501)
                .online()
                .fit(START, DATA);
        PublishedProgram program = PublishedProgram.corrected(START);
        for (int updates = 0; updates < 501; updates++) {
            program.update();
        }
        assertArrayEquals(run.network().parameters(), program.network().parameters());
    }

    @Test
    void withoutMistakesEveryUpdateFollowsTheGradient() {
        PublishedProgram program = PublishedProgram.corrected(START);
        for (int updates = 0; updates < 30; updates++) {
            assertEquals(Verdict.RIGHT, checkNextUpdate(program).verdict());
        }
    }

    /** The negative controls: each mistake must be rejected, by the second update at the latest. */
    @ParameterizedTest
    @EnumSource(Mistake.class)
    void eachMistakeIsCaught(Mistake mistake) {
        PublishedProgram program = PublishedProgram.with(START, mistake);
        Verdict first = checkNextUpdate(program).verdict();
        Verdict second = checkNextUpdate(program).verdict();
        assertEquals(mistake == Mistake.STALE_LISTS ? Verdict.RIGHT : Verdict.WRONG, first);
        assertEquals(Verdict.WRONG, second);
    }

    /** From the recovered start, only the program with the early update gives the printed numbers. */
    @Test
    void noOtherVariantGivesThePrintedNumbersFromThisStart() {
        for (int switches = 0; switches < 8; switches++) {
            List<Mistake> mistakes = new ArrayList<>();
            for (Mistake mistake : Mistake.values()) {
                if ((switches >> mistake.ordinal() & 1) == 1) {
                    mistakes.add(mistake);
                }
            }
            double distance =
                    SourceA.distanceFromPrinted(PublishedProgram.with(START, mistakes.toArray(Mistake[]::new)));
            boolean isTheOne = mistakes.equals(List.of(Mistake.WEIGHTS_UPDATED_FIRST));
            assertTrue(isTheOne ? distance <= Math.ulp(0.725) : distance > 1e-4, mistakes + ": " + distance);
        }
    }

    @Test
    void theProgramRefusesNetworksThatItDoesNotKnow() {
        Network relu = Network.inputs(2).dense(1, Activation.RELU).initialize(Initializer.he(), NumpyRandom.seed(0));
        assertThrows(IllegalArgumentException.class, () -> PublishedProgram.corrected(relu));
    }

    @Test
    void onlyOneVariantComesWithinAUnitInTheLastPlace() {
        List<ClosestStart> closest = ClosestStart.all();
        assertTrue(closest.get(0).distance() <= Math.ulp(0.725));
        assertTrue(closest.get(1).distance() > 1e-11);
        assertTrue(closest.get(2).distance() > 1e-11);
    }

    /** Found by another search, in another corner: the start that we show is a solution, not the solution. */
    @Test
    void anotherStartGivesThePrintedNumbersAsWell() {
        Network another = Network.of(
                dense(new double[][] {{0, 0}, {0, 0}}, 0.5631709825225673, -0.21831499452521105),
                dense(
                        new double[][] {
                            {1.32490241123824, -0.2944940062782681}, {-0.8821235972590644, -1.1045275344037708}
                        },
                        -0.05011088653453453,
                        1.1314682527630704),
                dense(new double[][] {{-1.608742181012166}, {-0.47508987899845234}}, 0.1290483686521984));
        assertTrue(SourceA.distanceFromPrinted(PublishedProgram.asRun(another)) <= 2 * Math.ulp(0.725));
        assertTrue(SourceA.distanceFromPrinted(PublishedProgram.corrected(another)) > 1e-4);
    }

    private static Dense dense(double[][] W, double... b) {
        return Dense.of(new SimpleMatrix(W), new SimpleMatrix(new double[][] {b}), Activation.SIGMOID);
    }

    /** Digits must not be able to drift: a weight that is off by a millionth is seen. */
    @Test
    void aStartThatIsOffByAMillionthIsNotExact() {
        double[] theta = START.parameters();
        theta[6] += 1e-6;
        assertTrue(SourceA.distanceFromPrinted(PublishedProgram.asRun(START.withParameters(theta))) > 1e-9);
    }

    private static GradientCheck checkNextUpdate(PublishedProgram program) {
        Network before = program.network();
        return GradientCheck.of(before, LOSS, DATA.inputs(), DATA.targets(), program.update());
    }

    private static List<Reproduced> quantity(String name) {
        return SourceA.reproduce().stream()
                .filter(row -> row.published().quantity().equals(name))
                .toList();
    }
}
