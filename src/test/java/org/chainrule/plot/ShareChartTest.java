package org.chainrule.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.chainrule.explain.XorExperiment;
import org.chainrule.training.Share;
import org.junit.jupiter.api.Test;

class ShareChartTest {
    private static ShareChart chart(Share... shares) {
        double[] x = new double[shares.length];
        Arrays.setAll(x, i -> i + 2);
        return ShareChart.titled("Shares", "units", "solved").add("one", x, List.of(shares));
    }

    @Test
    void showsPercentAndSaysWhatTheBarsAre() {
        assertEquals(
                "Shares: one first 20, last 50, lowest 20, 2 points. Bars: 95 % intervals.",
                chart(new Share(2, 10), new Share(5, 10)).alt());
    }

    @Test
    void theIntervalIsDrawnAndHasRoom() {
        Points.Whiskers wide = new Points.Whiskers(new double[] {5, 10}, new double[] {90, 95});
        Points points = new Points("p", new double[] {1, 2}, new double[] {50, 51}, wide, Points.Look.line(0));
        Range range = new Axes(false, false).yRange(List.of(points));
        assertTrue(range.min() <= 5 && range.max() >= 95, range.toString());
        assertEquals(10, points.at(new int[] {1}).whiskers().low()[0]);
        assertFalse(Arrays.equals(
                chart(new Share(2, 10), new Share(5, 10)).picture(1).png(),
                chart(new Share(20, 100), new Share(50, 100)).picture(1).png()));
    }

    @Test
    void anAtlasIsALineARate() {
        String alt = ShareChart.of(XorExperiment.usual()
                        .epochs(10)
                        .hidden(3, 2)
                        .rates(0.5, 2)
                        .atlas(2))
                .alt();
        assertTrue(alt.contains("rate 0.5 first 0, last 0, lowest 0, 2 points; rate 2 first"), alt);
    }

    @Test
    void anEmptyOneSaysSoAndSharesMustHavePlaces() {
        ShareChart empty = ShareChart.titled("Shares", "units", "solved");
        assertTrue(empty.alt().contains("nothing to draw yet"));
        assertEquals(640, empty.picture(1).width());
        List<Share> one = List.of(new Share(1, 2));
        assertThrows(IllegalArgumentException.class, () -> empty.add("one", new double[] {1, 2}, one));
        assertThrows(IllegalArgumentException.class, () -> empty.add("one", new double[] {1}, null));
    }
}
