package org.chainrule.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.chainrule.numpy.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineChartTest {
    private static final int LARGEST_SAVED_CHART = 80_000;

    private static double[] values(int count, DoubleUnaryOperator function) {
        return IntStream.range(0, count).mapToDouble(function::applyAsDouble).toArray();
    }

    private static LineChart loss(double... y) {
        return LineChart.titled("Loss").axes("epoch", "loss").add("loss", values(y.length, x -> x), y);
    }

    private static LineChart twoNoisyLines() {
        NumpyRandom random = NumpyRandom.seed(1);
        double[] x = values(1000, e -> e);
        return LineChart.titled("Loss on XOR")
                .axes("epoch", "loss")
                .add("full batch", x, values(1000, e -> Math.exp(-e / 27)))
                .add("online", x, values(1000, e -> Math.exp(-e / 80) * (1 + 0.2 * random.randn())));
    }

    private static BufferedImage image(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.png()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aPictureIsLargerThanItIsShownByTheScale(int scale) throws IOException {
        Picture picture = twoNoisyLines().picture(scale);
        assertEquals(LineChart.WIDTH, picture.width());
        assertEquals(LineChart.HEIGHT, picture.height());
        assertEquals(scale * LineChart.WIDTH, image(picture).getWidth());
        assertEquals(scale * LineChart.HEIGHT, image(picture).getHeight());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSavedChartKeepsToItsPaletteAndItsSize(boolean logarithmic) throws IOException {
        LineChart chart = twoNoisyLines();
        Picture picture = (logarithmic ? chart.logarithmic() : chart).picture(2);
        assertTrue(picture.png().length <= LARGEST_SAVED_CHART, picture.png().length + " bytes");
        BufferedImage image = image(picture);
        assertEquals(BufferedImage.TYPE_BYTE_INDEXED, image.getType());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertTrue(IntStream.of(pixels).distinct().count() <= IndexedPng.COLORS);
    }

    @Test
    void aLongLineKeepsItsDashes() throws IOException {
        double[] x = values(1000, e -> e);
        Picture picture = LineChart.titled("")
                .add("solid", x, values(1000, e -> 1))
                .add("dashed", x, values(1000, e -> 2))
                .picture(2);
        long solid = inked(picture, 0);
        long dashed = inked(picture, 1);
        assertTrue(solid > 1000, solid + " pixels");
        assertTrue(dashed > 0.5 * solid && dashed < 0.8 * solid, dashed + " of " + solid + " pixels");
    }

    /** As many lines as the fullest chart of a run has. */
    @Test
    void noTwoLinesOfAChartLookTheSame() {
        List<Points.Look> lines =
                IntStream.range(0, 15).mapToObj(Points.Look::line).toList();
        assertEquals(
                lines.size(),
                lines.stream()
                        .map(look -> Inks.color(look.color()) + dash(look))
                        .distinct()
                        .count());
        assertEquals(
                7, lines.stream().limit(7).map(LineChartTest::dash).distinct().count());
    }

    private static String dash(Points.Look look) {
        return Arrays.toString(Inks.line(look.dash()).getDashArray());
    }

    @Test
    void ofSevenLinesOnlyTheFirstIsSolid() throws IOException {
        double[] x = values(1000, e -> e);
        LineChart chart = LineChart.titled("");
        for (int k = 0; k < 7; k++) {
            chart.add("line " + k, x, values(1000, constant(k)));
        }
        Picture picture = chart.picture(2);
        long solid = inked(picture, 0);
        for (int k = 1; k < 7; k++) {
            long inked = inked(picture, k);
            assertTrue(inked > 0.15 * solid && inked < 0.9 * solid, "line " + k + ": " + inked + " of " + solid);
        }
    }

    private static DoubleUnaryOperator constant(int k) {
        return e -> k;
    }

    @Test
    void fewPointsAreMarkedSoThatOneAloneIsSeen() throws IOException {
        long alone = inked(loss(0.5).picture(2), 0);
        assertTrue(alone >= 80, alone + " pixels");
        long marked = inked(loss(new double[30]).picture(2), 0);
        long plain = inked(loss(new double[31]).picture(2), 0);
        assertTrue(marked > plain + 20 * alone / 2, marked + " against " + plain + " pixels");
    }

    /** How many pixels have the very colour of the k-th line. */
    private static long inked(Picture picture, int k) throws IOException {
        BufferedImage image = image(picture);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(pixels)
                .filter(pixel -> pixel == Inks.color(k).getRGB())
                .count();
    }

    @Test
    void theSameCallsGiveTheSameBytes() {
        assertArrayEquals(
                twoNoisyLines().picture(1).png(), twoNoisyLines().picture(1).png());
        assertNotEquals(
                twoNoisyLines().picture(1), twoNoisyLines().logarithmic().picture(1));
    }

    @Test
    void theTextTellsEachLine() {
        LineChart chart = loss(0.69314, 1.2e-17, 0.25).add("online", new double[] {0}, new double[] {1000});
        String text = "Loss: loss first 0.693, last 0.25, lowest 1.2e-17, 3 points;"
                + " online first 1000, last 1000, lowest 1000, 1 point.";
        assertEquals(text, chart.alt());
        assertEquals(text, chart.picture(1).alt());
    }

    @Test
    void whatALogarithmicAxisHasNoPlaceForIsCounted() {
        double[] y = {0.5, 0, 0, 0, -1, Double.NaN, Double.POSITIVE_INFINITY, 0.1};
        String all = "Loss: loss first 0.5, last 0.1, lowest -1, 8 points.";
        assertEquals(all + " Not shown: 1 NaN, 1 infinite value.", loss(y).alt());
        assertEquals(
                all + " Not shown: 3 values of 0, 1 negative value, 1 NaN, 1 infinite value.",
                loss(y).logarithmic().alt());
    }

    @Test
    void aNoteStandsBeforeTheCount() {
        LineChart chart = loss(0.5, 0).note("Of 3 runs");
        assertTrue(chart.alt().endsWith(" Of 3 runs."), chart.alt());
        assertTrue(chart.logarithmic().alt().endsWith(" Of 3 runs. Not shown: 1 value of 0."), chart.alt());
    }

    @Test
    void theCountOfThePointsLeftOutStandsAtTheFootOfThePicture() throws IOException {
        double[] y = {0.5, 0.25, 0.125, 0};
        BufferedImage withZero = image(loss(y).logarithmic().picture(1));
        BufferedImage without = image(loss(0.5, 0.25, 0.125).logarithmic().picture(1));
        assertNotEquals(Inks.PAPER.getRGB(), darkest(withZero, LineChart.HEIGHT - 20));
        assertEquals(Inks.PAPER.getRGB(), darkest(without, LineChart.HEIGHT - 12));
    }

    /** Without a legend beside it, the last label stands out into the margin. */
    @ParameterizedTest
    @ValueSource(doubles = {1_000, 10_000, 100_000})
    void theLastLabelOfTheXAxisIsWhole(double last) throws IOException {
        LineChart chart = LineChart.titled("Loss").add("loss", new double[] {0, last}, new double[] {1, 2});
        BufferedImage image = image(chart.picture(2));
        for (int row = 0; row < image.getHeight(); row++) {
            assertEquals(Inks.PAPER.getRGB(), image.getRGB(image.getWidth() - 1, row), "row " + row);
        }
    }

    /** The least of the colours in the rows from this one on. */
    private static int darkest(BufferedImage image, int fromRow) {
        int least = Inks.PAPER.getRGB();
        for (int row = fromRow; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                least = Math.min(least, image.getRGB(column, row));
            }
        }
        return least;
    }

    @Test
    void onlyZerosOnALogarithmicAxisAreDrawnOnALinearOne() {
        assertEquals(loss(0, 0, 0).picture(1), loss(0, 0, 0).logarithmic().picture(1));
        assertFalse(loss(0, 0, 0).logarithmic().alt().contains("Not shown"));
    }

    @Test
    void anEmptyChartSaysSo() {
        Picture nothing = LineChart.titled("Loss").picture(1);
        assertEquals("Loss: nothing to draw yet.", nothing.alt());
        assertTrue(nothing.png().length > 500);
        assertEquals("Loss: loss no points.", loss().picture(1).alt());
        assertTrue(loss(Double.NaN).picture(1).alt().endsWith("first nan, last nan, 1 point. Not shown: 1 NaN."));
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 0.25", "0.25, 0.250000000000000056", "5e-324, 0", "1e-17, 1e-18", "1e-300, 2e-300", "0, 0",
        "-1.7e308, 1.7e308", "1.7e308, 1.7e308", "1e15, 1.000000000000001e15", "0.1, 1e-17", "1e300, 1e-300", "-5, -4"
    })
    void anyRangeOfValuesIsDrawn(double first, double last) {
        for (int count : new int[] {1, 2, 40}) {
            double[] y = values(count, i -> i % 2 == 0 ? first : last);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                assertTrue(loss(y).picture(1).png().length > 2000);
                assertTrue(loss(y).logarithmic().picture(1).png().length > 2000);
            });
        }
    }

    @Test
    void aLineMayGoAnywhereAndHaveALongName() {
        double[] x = {3, -1e300, 1e300, 3};
        Picture picture = LineChart.titled("")
                .add("short", x, x)
                .add("a name so long that it would fill the whole width of the picture by itself ".repeat(3), x, x)
                .picture(1);
        assertTrue(picture.png().length > 2000);
    }

    @Test
    void refusesWhatMakesNoLine() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> LineChart.titled("Loss").add("online", new double[3], new double[2]));
        assertEquals("The line \"online\" has 3 x and 2 y: give every point one of each.", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> loss(1).add("loss", new double[1], new double[1]));
        assertEquals("The chart \"Loss\" has a line \"loss\" already: give this one another name.", e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class, () -> LineChart.titled("Loss").add(" ", new double[1], new double[1]));
        assertEquals("A line of the chart \"Loss\" has no name: give it one for the legend.", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> loss(1).picture(0));
    }

    @Test
    void aChartKeepsItsOwnNumbers() {
        double[] y = {1, 2};
        LineChart chart = LineChart.titled("Loss").add("loss", new double[] {0, 1}, y);
        y[1] = 7;
        assertTrue(chart.alt().contains("last 2"), chart.alt());
    }

    @Test
    void whatIsMissingIsNamed() {
        LineChart chart = LineChart.titled("Loss");
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> chart.add("loss", null, new double[1]));
        assertEquals("no x of \"loss\": null was given", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> chart.add(null, new double[1], new double[1]));
        assertThrows(IllegalArgumentException.class, () -> LineChart.titled(null));
        assertThrows(IllegalArgumentException.class, () -> LossChart.of(null));
    }
}
