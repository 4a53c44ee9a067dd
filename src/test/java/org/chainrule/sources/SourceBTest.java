package org.chainrule.sources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.data.ShapeException;
import org.chainrule.explain.GradientCheck;
import org.chainrule.explain.Verdict;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Gradients;
import org.chainrule.network.Initializer;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.b.PublishedProgram;
import org.chainrule.sources.b.PublishedProgram.Mistake;
import org.chainrule.sources.b.SourceB;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceBTest {
    private static final Network START = SourceB.start();
    private static final Dataset DATA = SourceB.data();
    private static final List<Reproduced> ROWS = SourceB.reproduce();

    @Test
    void everyDataPredictionAndWeightIsExact() {
        List<Reproduced> rows = ROWS.stream()
                .filter(row -> !row.published().quantity().equals("loss"))
                .toList();
        assertEquals(78, rows.size());
        rows.forEach(row -> assertEquals("exact", row.verdict(), row.published().place()));
    }

    @Test
    void lossesAgreeToTheirRoundings() {
        List<Reproduced> losses = ROWS.stream()
                .filter(row -> row.published().quantity().equals("loss"))
                .toList();
        assertEquals(12, losses.size());
        for (Reproduced row : losses) {
            boolean exact = row.agreement() == Agreement.EXACT;
            assertTrue(exact || row.digits() >= 14, row.published().place());
            assertEquals(exact ? "" : "roundings", row.cause().split(":")[0]);
        }
        assertTrue(losses.stream()
                        .filter(row -> row.agreement() == Agreement.EXACT)
                        .count()
                >= 6);
    }

    /** The cause that is given: the samples in other orders, the same sums to a mathematician, differ by as much. */
    @Test
    void anotherOrderOfSummationMovesTheLastDigits() {
        PublishedProgram other = PublishedProgram.with(START, reversed(DATA), Mistake.values());
        double largest = 0;
        int updates = 0;
        for (Reproduced row : ROWS) {
            PublishedNumber number = row.published();
            if (number.series().equals("class") && number.quantity().equals("loss")) {
                for (; updates < number.updates(); updates++) {
                    other.update();
                }
                largest = Math.max(largest, Math.abs(other.loss() - row.ours()) / row.ours());
            }
        }
        assertTrue(1e-16 < largest && largest < 2e-14, "" + largest);
    }

    private static Dataset reversed(Dataset data) {
        double[][] X = data.inputs().toArray2();
        double[][] T = data.targets().toArray2();
        return Dataset.of(new double[][] {X[2], X[1], X[0]}, new double[][] {T[2], T[1], T[0]});
    }

    /** Digits must not be able to drift: a start that is off by a millionth is seen, whichever weight it is. */
    @Test
    void aWeightThatIsOffByAMillionthIsSeen() {
        for (int i = 0; i < START.parameterCount(); i++) {
            double[] theta = START.parameters();
            theta[i] += 1e-6;
            List<Reproduced> rows = SourceB.reproduceFrom(START.withParameters(theta));
            assertTrue(
                    IntStream.range(0, rows.size())
                            .filter(r -> rows.get(r).published().updates() > 0)
                            .anyMatch(r -> rows.get(r)
                                    .isWorseThan(
                                            ROWS.get(r).agreement(), ROWS.get(r).digits())),
                    START.parameter(i) + "");
        }
    }

    @Test
    void theProgramWithoutMistakesIsTheLibrary() {
        double[] library = Trainer.of(SourceB.E, Optimizer.sgd(SourceB.RATE))
                .epochs(10_000)
                .recordEvery(10_000)
                .fit(START, DATA)
                .network()
                .parameters();
        assertArrayEquals(
                library, after(10_000, PublishedProgram.corrected(START)).parameters());
    }

    @Test
    void withoutMistakesEveryUpdateFollowsTheGradient() {
        PublishedProgram program = PublishedProgram.corrected(SourceB.randomStart(3));
        for (int updates = 0; updates < 30; updates++) {
            Network before = program.network();
            assertEquals(Verdict.RIGHT, check(before, program.update()).verdict());
        }
    }

    /** At the source's own start as well, where all units are equal. */
    @ParameterizedTest
    @EnumSource(Mistake.class)
    void eachMistakeAloneIsCaught(Mistake mistake) {
        assertEquals(
                Verdict.WRONG,
                check(START, PublishedProgram.with(START, mistake).gradient()).verdict());
        assertTrue(SourceB.errata().list().stream()
                .filter(Erratum::spoilsAGradient)
                .map(Erratum::control)
                .anyMatch(control -> Arrays.equals(
                        control.printed(),
                        PublishedProgram.with(control.network(), mistake).gradient())));
    }

    /** NumPy made these, from formulas written anew. */
    @ParameterizedTest
    @MethodSource("fromNumpy")
    void runsAgreeWithNumpys(String row) {
        String[] cells = row.split("\t");
        PublishedProgram program =
                cells[0].equals("script") ? PublishedProgram.ofScript(START) : PublishedProgram.corrected(START);
        after(Integer.parseInt(cells[1]), program);
        for (int i = 0; i < 3; i++) {
            assertClose(cells[2 + i], program.prediction().get(i));
        }
        assertClose(cells[5], program.loss());
    }

    static Stream<String> fromNumpy() throws IOException {
        try (InputStream table = SourceBTest.class.getResourceAsStream("b-in-numpy.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @Test
    void theRightFirstUpdateAgreesWithNumpys() {
        Network stepped = after(1, PublishedProgram.corrected(START));
        for (int unit = 0; unit < 3; unit++) {
            assertClose("0.1003277215294632", stepped.layer(1).W().get(0, unit));
            assertClose("0.10034179438060802", stepped.layer(1).W().get(1, unit));
            assertClose("0.2386845744562507", stepped.layer(3).W().get(unit, 0));
            for (int from = 0; from < 3; from++) {
                assertClose("0.10341341821110814", stepped.layer(2).W().get(from, unit));
            }
        }
    }

    private static void assertClose(String numpy, double ours) {
        double expected = Double.parseDouble(numpy);
        assertEquals(expected, ours, 1e-12 * expected);
    }

    /** W2 = 0 and W3 = 2/3: the class stands still there, to the last bit, and E falls further. */
    @Test
    void theClassHasAFixedPointThatIsNoMinimum() {
        double[] theta = SourceB.randomStart(5).parameters();
        Arrays.fill(theta, 6, 15, 0);
        Arrays.fill(theta, 15, 18, 2.0 / 3);
        Network fixed = START.withParameters(theta);
        assertEquals(
                0,
                Arrays.stream(PublishedProgram.ofClass(fixed).gradient())
                        .map(Math::abs)
                        .max()
                        .getAsDouble());
        Gradients g = Backpropagation.gradients(fixed, SourceB.E, DATA.inputs(), DATA.targets());
        assertTrue(g.dW(2).elementMaxAbs() > 0.01 && g.dW(3).elementMaxAbs() > 0.01);
        assertEquals(0.7310585786300049, fixed.predict(DATA.inputs()).get(0));

        double[] end = after(20_000, PublishedProgram.ofClass(START)).parameters();
        assertArrayEquals(Arrays.copyOfRange(theta, 6, 18), Arrays.copyOfRange(end, 6, 18), 1e-14);
    }

    /** Equal units stay equal to the last bit, whichever of the mistakes are made: it is the start. */
    @ParameterizedTest
    @MethodSource("subsets")
    void equalUnitsStayEqual(Set<Mistake> mistakes) {
        Network end = after(10_000, PublishedProgram.with(START, mistakes.toArray(Mistake[]::new)));
        SimpleMatrix W1 = end.layer(1).W();
        assertTrue(W1.cols(0, 1).isIdentical(W1.cols(1, 2), 0) && W1.cols(1, 2).isIdentical(W1.cols(2, 3), 0));
        assertEquals(
                1, Arrays.stream(end.layer(2).W().getDDRM().data).distinct().count());
        assertEquals(
                1, Arrays.stream(end.layer(3).W().getDDRM().data).distinct().count());
        Network other = after(10, PublishedProgram.with(SourceB.randomStart(1), mistakes.toArray(Mistake[]::new)));
        assertEquals(18, Arrays.stream(other.parameters()).distinct().count());
    }

    static Stream<Set<Mistake>> subsets() {
        return IntStream.range(0, 8)
                .mapToObj(bits -> EnumSet.allOf(Mistake.class).stream()
                        .filter(mistake -> (bits >> mistake.ordinal() & 1) == 1)
                        .collect(Collectors.toSet()));
    }

    @Test
    void networksThatTheProgramDoesNotKnowAreRefused() {
        Network biased =
                Network.inputs(2).dense(1, Activation.SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(0));
        assertThrows(IllegalArgumentException.class, () -> PublishedProgram.corrected(biased));
        Network unequal = Network.inputs(2)
                .denseWithoutBias(4, Activation.SIGMOID)
                .denseWithoutBias(3, Activation.SIGMOID)
                .denseWithoutBias(1, Activation.SIGMOID)
                .initialize(Initializer.he(), NumpyRandom.seed(0));
        assertEquals(
                Verdict.RIGHT,
                check(unequal, PublishedProgram.corrected(unequal).gradient()).verdict());
        String refusal = assertThrows(
                        ShapeException.class,
                        () -> PublishedProgram.ofClass(unequal).gradient())
                .getMessage();
        assertTrue(refusal.contains("a layer of 4 units meets σ′ of a layer of 3"), refusal);
    }

    private static GradientCheck check(Network network, double[] gradient) {
        return GradientCheck.of(network, SourceB.E, DATA.inputs(), DATA.targets(), gradient);
    }

    private static Network after(int updates, PublishedProgram program) {
        for (int update = 0; update < updates; update++) {
            program.update();
        }
        return program.network();
    }
}
