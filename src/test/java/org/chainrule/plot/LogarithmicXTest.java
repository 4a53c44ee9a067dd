package org.chainrule.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.explain.StepSizes;
import org.chainrule.network.Activation;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class LogarithmicXTest {
    private static LineChart line(double... x) {
        return LineChart.titled("Error")
                .add(
                        "error",
                        x,
                        IntStream.rangeClosed(1, x.length).asDoubleStream().toArray());
    }

    @Test
    void aPowerOfTenStandsAtItsExponent() {
        Points points =
                new Points("error", new double[] {1e-15, 1e-3, 1}, new double[] {10, 100, 1000}, Points.Look.line(2));
        assertEquals(
                List.of(-15.0, -3.0, 0.0),
                IntStream.range(0, 3)
                        .mapToObj(i -> new Axes(true, false).place(points).x()[i])
                        .toList());
        Range range = new Axes(true, true).xRange(List.of(new Axes(true, true).place(points)));
        assertEquals(new Range(-15, 0), range);
        Ticks ticks = Ticks.decades(range, 8);
        assertEquals("10⁻¹⁴", ticks.label(0));
        assertEquals(1000, new Axes(true, false).place(points).y()[2]);
    }

    /** So large a value would make the width of a linear axis overflow; on a logarithmic one it stands at its exponent. */
    @Test
    void aHugeValueIsLimitedOnALinearAxisOnly() {
        Points huge = new Points("huge", new double[] {1e308}, new double[] {-1.7e308}, Points.Look.line(2));
        Points placed = new Axes(true, false).place(huge);
        assertEquals(308, placed.x()[0]);
        assertEquals(-1e307, placed.y()[0]);
        assertEquals(1e307, new Axes(false, false).place(huge).x()[0]);
        assertEquals(huge.look(), placed.look());
    }

    @Test
    void whatTheAxisHasNoPlaceForIsCounted() {
        LineChart chart = line(1e-3, 0, -1, Double.NaN, 1).logarithmicX();
        assertTrue(chart.alt().endsWith("Not shown: 1 value of 0, 1 negative value, 1 NaN."), chart.alt());
        assertFalse(line(1e-3, 0, -1).alt().contains("Not shown"));
    }

    @Test
    void withoutAPositiveXTheAxisStaysLinear() {
        assertEquals(line(0, -1).picture(1), line(0, -1).logarithmicX().picture(1));
        assertNotEquals(
                line(0.1, 1, 10).picture(1), line(0.1, 1, 10).logarithmicX().picture(1));
    }

    /** On a linear axis all but the largest steps would fall into one pixel column, and four points would stay of them. */
    @Test
    void aLongLineIsThinnedWhereItIsDrawn() {
        double[] x = IntStream.range(0, 10_000)
                .mapToDouble(k -> Math.pow(10, -k / 1000.0))
                .toArray();
        Points placed = new Axes(true, false).place(new Points("error", x, x, Points.Look.line(0)));
        Points kept = Decimation.toColumns(placed, LineChart.WIDTH);
        for (int i = 1; i < kept.size(); i++) {
            assertTrue(Math.abs(kept.x()[i] - kept.x()[i - 1]) < 2 * 10.0 / LineChart.WIDTH, "a gap at " + kept.x()[i]);
        }
    }

    @Test
    void theErrorOfDifferencesHasItsTwoCurvesAndTheirSlopes() {
        Network network = Network.inputs(2)
                .dense(2, Activation.TANH)
                .dense(1, Activation.SIGMOID)
                .initialize(Initializer.xavier().withNormalBias(), NumpyRandom.seed(3));
        StepSizes steps = StepSizes.of(
                network, Loss.halfSquaredError(), NumpyRandom.seed(4).randn(2, 2), SimpleMatrix.filled(2, 1, 0.5));
        LineChart chart = DifferenceErrorChart.of(steps.weight(1, 1, 0));
        String alt = chart.alt();
        assertTrue(alt.startsWith("Error of differences for W(1)[1, 0]: one-sided first "), alt);
        assertTrue(alt.contains("; one-sided: slope 1 first ") && alt.contains("; centred: slope 2 first "), alt);
        assertEquals(alt, chart.picture(1).alt());
        assertTrue(chart.picture(2).png().length < 80_000);
    }
}
