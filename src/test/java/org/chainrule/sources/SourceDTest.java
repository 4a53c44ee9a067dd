package org.chainrule.sources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.explain.GradientCheck;
import org.chainrule.explain.Verdict;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.d.Outcomes;
import org.chainrule.sources.d.PublishedProgram;
import org.chainrule.sources.d.PublishedProgram.Mistake;
import org.chainrule.sources.d.SourceD;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Share;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SourceDTest {
    private static final Loss LOSS = Loss.binaryCrossEntropy().summed();
    private static final Network START = SourceD.recoveredStart();
    private static final Dataset DATA = SourceD.data();
    private static final List<Reproduced> ROWS = SourceD.reproduce();

    @Test
    void theUntrainedOutputsAreExactFromBothStarts() {
        for (Network untrained : List.of(SourceD.untrained(), SourceD.smallestUntrained())) {
            List<Reproduced> rows = SourceD.reproduce(untrained, START).subList(0, 4);
            rows.forEach(
                    row -> assertEquals("exact", row.verdict(), row.published().place()));
        }
        assertTrue(distance(SourceD.untrained(), SourceD.smallestUntrained()) > 1);
    }

    @Test
    void theTrainedPredictionsAgreeToFourteenDigitsAndTheirAnswersAreExact() {
        List<Reproduced> trained = series("trained");
        assertEquals(8, trained.size());
        for (Reproduced row : trained) {
            boolean isPrediction = row.published().quantity().startsWith("prediction");
            assertTrue(row.agreement() == Agreement.EXACT || isPrediction && row.digits() >= 14, row.toString());
            assertEquals(row.agreement() == Agreement.EXACT, row.cause().isEmpty(), row.cause());
        }
    }

    @Test
    void theTextContradictsTheOutputAboveIt() {
        Reproduced row = series("text").get(0);
        assertEquals("contradicted", row.verdict());
        assertEquals("0.34648805", NumpyFormat.significant(row.ours(), 8));
        assertFalse(row.cause().isEmpty());
    }

    /** Digits must not be able to drift: every recovered weight that is off by a millionth makes another number of ours. */
    @Test
    void aStartThatIsOffByAMillionthIsNamed() {
        for (int i : weights(START)) {
            assertTrue(isNamed(SourceD.reproduce(SourceD.untrained(), moved(START, i))), "" + START.parameter(i));
        }
        Network untrained = SourceD.untrained();
        for (int i : weights(untrained)) {
            assertTrue(isNamed(SourceD.reproduce(moved(untrained, i), START)), "" + untrained.parameter(i));
        }
    }

    /** As the stored table names them: those that are no longer the numbers that were stored. */
    private static boolean isNamed(List<Reproduced> rows) {
        return IntStream.range(0, rows.size())
                .anyMatch(i -> !rows.get(i).printed().equals(ROWS.get(i).printed()));
    }

    private static int[] weights(Network network) {
        return IntStream.range(0, network.parameterCount())
                .filter(i -> !network.parameter(i).isBias())
                .toArray();
    }

    /** Not to the last bit: the source multiplies (grad · a) · (1 − a), the library grad · (a · (1 − a)). */
    @Test
    void theProgramWithoutMistakesIsTheLibrary() {
        PublishedProgram program = PublishedProgram.corrected(START);
        assertArrayEquals(
                Backpropagation.gradients(START, LOSS, DATA.inputs(), DATA.targets())
                        .toVector(),
                program.gradient(DATA.inputs(), DATA.targets()),
                1e-15);
        program.train(SourceD.EPOCHS);
        Network library = Trainer.of(LOSS, Optimizer.sgd(SourceD.RATE))
                .online()
                .epochs(SourceD.EPOCHS)
                .recordEvery(SourceD.EPOCHS)
                .fit(START, DATA)
                .network();
        assertArrayEquals(library.parameters(), program.network().parameters(), 1e-12);
    }

    @Test
    void theTrainerGivesThePublishedPredictionsOfTheLastEpoch() {
        double[] published = PublishedProgram.asPrinted(START).train(SourceD.EPOCHS);
        assertArrayEquals(published, Outcomes.lastPredictions(START, SourceD.EPOCHS), 1e-15);
    }

    /** As NumPy 1.24 computed them, and longer than the source trained. */
    @ParameterizedTest
    @CsvSource({
        "100000, 0.00147332, 0.50274699, 0.99813202, 0.49756653",
        "500000, 0.000252707826, 0.502029528, 0.99969287, 0.498011533"
    })
    void tenTimesMoreEpochsDoNotHelp(int epochs, double first, double second, double third, double fourth) {
        assertArrayEquals(new double[] {first, second, third, fourth}, Outcomes.lastPredictions(START, epochs), 6e-9);
    }

    @Test
    void seed3LearnsIt() {
        double[] numpy = {0.0056310325943329, 0.004821988606876044, 0.9947749027857661, 0.9924154211353016};
        assertArrayEquals(numpy, PublishedProgram.asPrinted(SourceD.start(2, 3)).train(SourceD.EPOCHS), 1e-14);
    }

    /** Found by NumPy for seeds 0 to 47: of 2-2-1 the first four, of 2-4-1 the first two that fail. */
    @Test
    void outcomesBySeedAreThoseOfNumpy() {
        Outcomes two = Outcomes.ofSeeds(2, 4);
        assertArrayEquals(new int[] {3}, two.seeds("0011"));
        assertArrayEquals(new int[] {0, 2}, two.seeds("0110"));
        assertEquals(new Share(1, 4), two.solved());
        assertEquals(List.of("0 1 1 0", 2, "50 %", 0), two.cells().get(0));
        Outcomes four = Outcomes.ofSeeds(4, 48);
        assertEquals(new Share(46, 48), four.solved());
        assertArrayEquals(new int[] {39}, four.seeds("0110"));
        assertArrayEquals(new int[] {47}, four.seeds("0101"));
    }

    @Test
    void countingStopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> Outcomes.lastPredictions(START, SourceD.EPOCHS));
        assertTrue(Thread.interrupted());
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void eachMistakeThatChangesAGradientIsCaught(Mistake mistake) {
        Network net = SourceD.start(3, 1);
        SimpleMatrix X = new SimpleMatrix(new double[][] {{1, 1}, {0.3, -0.8}});
        SimpleMatrix Y = new SimpleMatrix(new double[][] {{0}, {1}});
        double[] gradient = PublishedProgram.with(net, mistake).gradient(X, Y);
        boolean harmless =
                Set.of(Mistake.SIGN_OF_THE_ERROR, Mistake.GRADIENT_AS_QUOTIENT).contains(mistake);
        assertEquals(
                harmless ? Verdict.RIGHT : Verdict.WRONG,
                GradientCheck.of(net, LOSS, X, Y, gradient).verdict());
    }

    @Test
    void theErrorAsPrintedIsNegativeWhereTheLabelIs0() {
        assertEquals(-0.3567, PublishedProgram.asPrinted(START).error(0.3, 0), 5e-5);
        assertEquals(0.3567, PublishedProgram.corrected(START).error(0.3, 0), 5e-5);
        assertEquals(
                PublishedProgram.corrected(START).error(0.3, 1),
                PublishedProgram.asPrinted(START).error(0.3, 1));
    }

    /** Every switch but that of the error's value, which no gradient is made of, is the printed side of a control. */
    @Test
    void everyMistakeThatChangesAGradientIsBehindAControl() {
        Set<Mistake> missing = EnumSet.complementOf(EnumSet.of(Mistake.SIGN_OF_THE_ERROR));
        for (Erratum erratum : SourceD.errata().list()) {
            if (erratum.spoilsAGradient() && isForTheProgram(erratum.control().network())) {
                NegativeControl control = erratum.control();
                missing.removeIf(mistake -> Arrays.equals(
                        control.printed(),
                        PublishedProgram.with(control.network(), mistake)
                                .gradient(
                                        control.samples().inputs(),
                                        control.samples().targets())));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void aSaturatedOutputMakesTheQuotientNoNumber() {
        double[] theta = START.parameters();
        theta[theta.length - 1] = 40;
        PublishedProgram program = PublishedProgram.asPrinted(START.withParameters(theta));
        assertTrue(
                Arrays.stream(program.gradient(DATA.inputs(), DATA.targets())).allMatch(Double::isNaN));
    }

    @Test
    void theProgramRefusesWhatItDoesNotKnow() {
        Network relu = Network.inputs(2).dense(1, Activation.RELU).initialize(Initializer.he(), NumpyRandom.seed(0));
        assertThrows(IllegalArgumentException.class, () -> PublishedProgram.corrected(relu));
        assertThrows(
                IllegalArgumentException.class,
                () -> PublishedProgram.with(START, Mistake.SLOPE_AT_THE_INPUT, Mistake.SLOPE_AT_THE_WEIGHT));
    }

    @Test
    void itsOrderIsNotThatOfTheTable() {
        List<String> ours = new ArrayList<>(rows(DATA));
        assertNotEquals(rows(Datasets.xor()), ours);
        ours.sort(null);
        assertEquals(rows(Datasets.xor()), ours);
    }

    private static List<String> rows(Dataset data) {
        return IntStream.range(0, data.size())
                .mapToObj(i -> NumpyFormat.array(data.inputs().rows(i, i + 1))
                        + NumpyFormat.array(data.targets().rows(i, i + 1)))
                .toList();
    }

    private static boolean isForTheProgram(Network network) {
        return network.layers().stream().allMatch(layer -> layer.hasBias());
    }

    private static double distance(Network one, Network other) {
        double[] a = one.parameters();
        double[] b = other.parameters();
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElseThrow();
    }

    private static Network moved(Network network, int parameter) {
        double[] theta = network.parameters();
        theta[parameter] += 1e-6;
        return network.withParameters(theta);
    }

    private static List<Reproduced> series(String name) {
        return ROWS.stream()
                .filter(row -> row.published().series().equals(name))
                .toList();
    }
}
