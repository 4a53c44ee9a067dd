package org.chainrule.sources;

import static org.chainrule.network.Activation.IDENTITY;
import static org.chainrule.network.Activation.LEAKY_RELU;
import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.chainrule.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.data.ShapeException;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.c.PrintedDerivation;
import org.chainrule.sources.c.PrintedDerivation.Mistake;
import org.chainrule.sources.c.SourceC;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceCTest {
    private static final Dataset BATCH = SourceC.batch();

    private static double[] library(Network network, Loss loss, Dataset samples) {
        return Backpropagation.gradients(network, loss, samples.inputs(), samples.targets())
                .toVector();
    }

    static Stream<Activation> hidden() {
        return Stream.of(SIGMOID, TANH, RELU, LEAKY_RELU, IDENTITY);
    }

    /** Sums of a batch of 1, 2 or 4, and a 1/B that is a power of two: the same roundings, so the same bits. */
    @ParameterizedTest
    @MethodSource("hidden")
    void theDerivationWithoutMistakesIsTheLibraryToTheLastBit(Activation f) {
        for (int B : new int[] {1, 2, 4}) {
            Dataset samples =
                    Dataset.of(BATCH.inputs().rows(0, B), BATCH.targets().rows(0, B));
            for (Network network : List.of(SourceC.network(f, SOFTMAX), deep(f, SOFTMAX))) {
                equalToTheLastBit(network, Loss.crossEntropy(), samples);
                equalToTheLastBit(network, Loss.crossEntropy().summed(), samples);
            }
            for (Network network : List.of(SourceC.network(f, SIGMOID), deep(f, TANH))) {
                equalToTheLastBit(network, Loss.squaredError(), samples);
                equalToTheLastBit(network, Loss.halfSquaredError().summed(), samples);
            }
        }
    }

    private static Network deep(Activation f, Activation output) {
        return Network.inputs(2)
                .dense(4, f)
                .denseWithoutBias(5, f)
                .dense(3, output)
                .initialize(Initializer.xavier().withNormalBias(), NumpyRandom.seed(7));
    }

    /** But for the sign of a zero, which a scaled zero may have. */
    private static void equalToTheLastBit(Network network, Loss loss, Dataset samples) {
        double[] ours = PrintedDerivation.with(loss).gradient(network, samples);
        assertArrayEquals(unsigned(library(network, loss, samples)), unsigned(ours));
    }

    private static double[] unsigned(double[] values) {
        return Arrays.stream(values).map(value -> value + 0.0).toArray();
    }

    /** The library has 1/5 inside of its Δ, the source outside: that is rounded differently. */
    @Test
    void aMeanOverFiveDiffersByRoundings() {
        Network network = SourceC.network();
        assertArrayEquals(
                library(network, Loss.crossEntropy(), BATCH),
                PrintedDerivation.with(Loss.crossEntropy()).gradient(network, BATCH),
                1e-15);
    }

    @Test
    void itsStepsAreTheTrainersSteps() {
        Network network = SourceC.equalWidths();
        PrintedDerivation derivation = PrintedDerivation.with(Loss.squaredError());
        for (int updates = 0; updates < 300; updates++) {
            network = derivation.step(network, SourceC.xor());
        }
        Network trained = Trainer.of(Loss.squaredError(), Optimizer.sgd(SourceC.RATE))
                .epochs(300)
                .fullBatch()
                .fit(SourceC.equalWidths(), SourceC.xor())
                .network();
        assertArrayEquals(trained.parameters(), network.parameters());
    }

    /** Made again at the control's own point, the mistake must give what one control claims, and no other. */
    @ParameterizedTest
    @EnumSource(Mistake.class)
    void everyMistakeIsBehindOneControl(Mistake mistake) {
        List<Integer> behind = new ArrayList<>();
        for (Erratum erratum : SourceC.errata().list()) {
            if (erratum.spoilsAGradient() && isMadeBy(mistake, erratum.control())) {
                behind.add(erratum.number());
            }
        }
        assertEquals(1, behind.size(), behind.toString());
    }

    private static boolean isMadeBy(Mistake mistake, NegativeControl control) {
        boolean unequal = control.network().layer(1).inputs()
                != control.network().layer(1).units();
        if (mistake == Mistake.BIAS_COUNTED_BY_INPUTS && unequal) {
            return false;
        }
        double[] gradient =
                PrintedDerivation.with(control.loss(), mistake).gradient(control.network(), control.samples());
        return Arrays.equals(gradient, control.printed());
    }

    @Test
    void aBiasForEveryInputDoesNotFitUnequalWidths() {
        PrintedDerivation derivation = PrintedDerivation.with(Loss.crossEntropy(), Mistake.BIAS_COUNTED_BY_INPUTS);
        ShapeException error = assertThrows(ShapeException.class, () -> derivation.gradient(SourceC.network(), BATCH));
        assertTrue(error.getMessage().contains("as many units as inputs"), error.getMessage());
    }

    /** What the errata say of the squared error: half of the right gradient, and the right one of half the squared error. */
    @Test
    void withoutTheTwoItIsTheGradientOfHalfTheSquaredError() {
        Network network = SourceC.network(TANH, SIGMOID);
        assertArrayEquals(
                PrintedDerivation.with(Loss.halfSquaredError()).gradient(network, BATCH),
                PrintedDerivation.with(Loss.squaredError(), Mistake.FACTOR_TWO_LEFT_OUT)
                        .gradient(network, BATCH));
    }

    @Test
    void anUnknownLossIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PrintedDerivation.with(Loss.binaryCrossEntropy()));
    }

    @Test
    void theSourcePrintsNoNumbers() {
        assertEquals(List.of(), PublishedNumber.of("C"));
    }
}
