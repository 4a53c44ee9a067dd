package org.chainrule.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.chainrule.data.Dataset;
import org.chainrule.explain.ConfusionMatrix;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ConfusionChartTest {
    /** So many samples, of which every other one of the last class is taken for class 0. */
    private static ConfusionMatrix matrix(int samples, List<String> names) {
        int classes = names.size();
        SimpleMatrix numbers = new SimpleMatrix(samples, 1);
        SimpleMatrix said = new SimpleMatrix(samples, classes);
        for (int i = 0; i < samples; i++) {
            int k = i % classes;
            numbers.set(i, 0, k);
            said.set(i, k == classes - 1 && i / classes % 2 == 0 ? 0 : k, 1);
        }
        return ConfusionMatrix.ofOutputs(
                said, Dataset.of(new SimpleMatrix(samples, 1), numbers).oneHot(names));
    }

    private static ConfusionMatrix matrix(int samples, int classes) {
        return matrix(
                samples, IntStream.range(0, classes).mapToObj(k -> "c" + k).toList());
    }

    @Test
    void itsLineOfTextNamesWhatIsConfused() {
        ConfusionChart chart = ConfusionChart.of(matrix(40, List.of("setosa", "versicolor")));
        assertEquals(
                "Confusion matrix: 30 of 40 right, accuracy 0.75; most often confused: versicolor as setosa (10).",
                chart.alt());
        SimpleMatrix right = new SimpleMatrix(new double[][] {{1, 0}, {0, 1}});
        Dataset data = Dataset.of(new SimpleMatrix(2, 1), right);
        assertTrue(
                ConfusionChart.of(ConfusionMatrix.ofOutputs(right, data)).alt().endsWith("; none confused."));
    }

    /** Of four classes a cell is 64 wide, the first at (52 + 2·7, 44). */
    @Test
    void rightAndWrongCellsHaveTheirColours() throws Exception {
        Chart chart = ConfusionChart.of(matrix(400, 4));
        BufferedImage pixels =
                ImageIO.read(new ByteArrayInputStream(chart.picture(1).png()));
        assertEquals(Inks.color(0), new Color(pixels.getRGB(66 + 5, 44 + 5)));
        assertEquals(Color.WHITE, new Color(pixels.getRGB(66 + 64 + 5, 44 + 5)));
        Color wrong = new Color(pixels.getRGB(66 + 5, 44 + 3 * 64 + 5));
        assertTrue(wrong.getRed() > wrong.getBlue() + 50, wrong.toString());
    }

    @Test
    void anyNumberOfClassesFitsIntoThePicture() {
        for (int classes : new int[] {2, 10, 40, 200}) {
            Picture picture = ConfusionChart.of(matrix(2000, classes)).picture(2);
            assertTrue(picture.png().length > 2000 && picture.width() < 1400, classes + " classes");
        }
        assertThrows(IllegalArgumentException.class, () -> ConfusionChart.of(null));
    }
}
