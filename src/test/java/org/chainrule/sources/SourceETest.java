package org.chainrule.sources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.ShapeException;
import org.chainrule.explain.GradientCheck;
import org.chainrule.explain.Verdict;
import org.chainrule.network.Activation;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.sources.e.PrintedDerivation;
import org.chainrule.sources.e.PrintedDerivation.Mistake;
import org.chainrule.sources.e.SourceE;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceETest {
    private static final Path CHAPTER = Path.of("notebooks", "05-from-scratch.ipynb");
    private static final Dataset DATA = SourceE.data();
    private static final Dataset ONE =
            Dataset.of(DATA.inputs().getRow(0), DATA.targets().getRow(0));

    static Stream<Network> networks() {
        return Stream.of(SourceE.network(), SourceE.equalWidths());
    }

    private static double[] library(Network network, Dataset data) {
        return Backpropagation.gradients(network, SourceE.cost(), data.inputs(), data.targets())
                .toVector();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void ofOneSampleTheRepairedDerivationIsTheLibraryToTheLastBit(Network network) {
        assertArrayEquals(library(network, ONE), PrintedDerivation.corrected().gradient(network, ONE));
    }

    /** Dividing by four is exact, wherever it is done. */
    @Test
    void ofFourSamplesToo() {
        Network network = Network.inputs(2)
                .dense(3, Activation.SIGMOID)
                .dense(1, Activation.SIGMOID)
                .initialize(Initializer.normal(1).withNormalBias(), NumpyRandom.seed(1));
        assertArrayEquals(
                library(network, Datasets.xor()), PrintedDerivation.corrected().gradient(network, Datasets.xor()));
    }

    /** Of three samples the library divides the errors by n, the source their products: a rounding each. */
    @ParameterizedTest
    @MethodSource("networks")
    void ofThreeSamplesUpToTheRoundingsOfTheMean(Network network) {
        double[] ours = PrintedDerivation.corrected().gradient(network, DATA);
        double[] library = library(network, DATA);
        for (int i = 0; i < ours.length; i++) {
            assertEquals(library[i], ours[i], 1e-15 * Math.abs(library[i]) + 1e-18);
        }
    }

    /** The negative controls: each mistake alone must be rejected. */
    @ParameterizedTest
    @EnumSource(Mistake.class)
    void eachMistakeIsCaughtAndIsBehindAnErratum(Mistake mistake) {
        PrintedDerivation mistaken = PrintedDerivation.with(mistake);
        double[] gradient = mistaken.gradient(SourceE.equalWidths(), DATA);
        GradientCheck check =
                GradientCheck.of(SourceE.equalWidths(), SourceE.cost(), DATA.inputs(), DATA.targets(), gradient);
        assertEquals(Verdict.WRONG, check.verdict());
        assertEquals(
                1,
                controls()
                        .filter(control -> Arrays.equals(control.printed(), mistakenOn(control.network(), mistaken)))
                        .count());
    }

    private static Stream<NegativeControl> controls() {
        return SourceE.errata().list().stream().filter(Erratum::spoilsAGradient).map(Erratum::control);
    }

    /** Null where the mistake multiplies matrices that do not fit. */
    private static double[] mistakenOn(Network network, PrintedDerivation mistaken) {
        try {
            return mistaken.gradient(network, DATA);
        } catch (ShapeException misfit) {
            return null;
        }
    }

    @Test
    void theSummaryTakesTheSumForItsSigmoidAndForgetsItsBias() {
        Network network = SourceE.network();
        SimpleMatrix a = network.forward(ONE.inputs()).a(2);
        SimpleMatrix Wa = a.mult(network.layer(3).W());
        SimpleMatrix delta = network.predict(ONE.inputs())
                .minus(ONE.targets())
                .elementMult(Wa)
                .elementMult(Wa.scale(-1).plus(1));
        double[] gradient = PrintedDerivation.ofTheSummary().gradient(network, ONE);
        assertEquals(delta.get(0), gradient[33], 1e-15);
        assertEquals(delta.get(1), gradient[34], 1e-15);
        assertEquals(
                1,
                controls()
                        .filter(control -> Arrays.equals(
                                control.printed(),
                                PrintedDerivation.ofTheSummary().gradient(control.network(), DATA)))
                        .count());
    }

    @Test
    void throughDerivativesOfWeightsNoHiddenLayerLearns() {
        double[] gradient =
                PrintedDerivation.with(Mistake.THROUGH_DERIVATIVES_OF_WEIGHTS).gradient(SourceE.network(), DATA);
        double[] library = library(SourceE.network(), DATA);
        for (int i = 0; i < gradient.length; i++) {
            assertEquals(i < 25 ? 0 : library[i], gradient[i], 1e-15);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mistake.class,
            names = {
                "ERROR_OF_THE_LAST_LAYER",
                "GRADIENT_OF_THE_LAST_LAYER",
                "WEIGHTS_OF_THE_SAME_LAYER",
                "WEIGHTS_OF_THE_LAST_LAYER"
            })
    void matricesThatDoNotFitAreNamed(Mistake mistake) {
        ShapeException misfit = assertThrows(
                ShapeException.class, () -> PrintedDerivation.with(mistake).gradient(SourceE.network(), DATA));
        assertTrue(misfit.getMessage().contains(mistake.name()), misfit.getMessage());
        assertTrue(misfit.getMessage().contains("2-3-4-2"), misfit.getMessage());
    }

    @Test
    void networksAndSamplesThatItDoesNotKnowAreRefused() {
        PrintedDerivation derivation = PrintedDerivation.corrected();
        Network relu = Network.inputs(2).dense(2, Activation.RELU).initialize(Initializer.he(), NumpyRandom.seed(0));
        Network unbiased = Network.inputs(2)
                .denseWithoutBias(2, Activation.SIGMOID)
                .initialize(Initializer.he(), NumpyRandom.seed(0));
        assertThrows(IllegalArgumentException.class, () -> derivation.gradient(relu, DATA));
        assertThrows(IllegalArgumentException.class, () -> derivation.gradient(unbiased, DATA));
        assertThrows(ShapeException.class, () -> derivation.gradient(SourceE.network(), Datasets.xor()));
    }

    @Test
    void theSourcePrintsNoNumbers() {
        assertEquals(List.of(), PublishedNumber.of("E"));
    }

    /** Part II as the source announces it; the chapter says so. */
    @Test
    void theNetworkFromScratchHasFewerThan100Lines() throws Exception {
        List<String> cells =
                JsonParser.parseString(Files.readString(CHAPTER))
                        .getAsJsonObject()
                        .getAsJsonArray("cells")
                        .asList()
                        .stream()
                        .map(SourceETest::source)
                        .filter(source -> source.startsWith("class Scratch {"))
                        .toList();
        assertEquals(1, cells.size());
        long lines = cells.get(0).lines().count();
        assertTrue(lines > 30 && lines < 100, lines + " lines");
        assertTrue(cells.get(0).endsWith("\n}"), "the class does not end with its cell");
    }

    private static String source(JsonElement cell) {
        StringBuilder source = new StringBuilder();
        cell.getAsJsonObject().getAsJsonArray("source").forEach(line -> source.append(line.getAsString()));
        return source.toString();
    }
}
