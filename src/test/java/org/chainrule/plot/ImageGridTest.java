package org.chainrule.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.chainrule.data.DataException;
import org.chainrule.data.ShapeException;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class ImageGridTest {
    private static final int LARGEST_SAVED_CHART = 80_000;
    /** Two images of 2×2, drawn 32 times as large from (20, 44) on. */
    private static final SimpleMatrix TWO = new SimpleMatrix(new double[][] {{0, 1, 2, 4}, {4, 4, 0, 0}});

    private static Color at(Chart chart, int image, int column, int row) throws IOException {
        BufferedImage pixels =
                ImageIO.read(new ByteArrayInputStream(chart.picture(1).png()));
        return new Color(pixels.getRGB(20 + image * 76 + column * 32 + 8, 44 + row * 32 + 8));
    }

    @Test
    void theLargestNumberIsBlackAndTheLeastWhite() throws Exception {
        ImageGrid grid = ImageGrid.of(TWO, 2);
        assertEquals(Color.WHITE, at(grid, 0, 0, 0));
        assertEquals(Color.BLACK, at(grid, 0, 1, 1));
        assertEquals(Color.BLACK, at(grid, 1, 1, 0));
        assertEquals(191, at(grid, 0, 1, 0).getRed(), 8, "a quarter of the ink");
        assertEquals(127, at(grid, 0, 0, 1).getRed(), 8, "half of the ink");
    }

    @Test
    void weightsAreBlueAboveZeroAndRedBelow() throws Exception {
        ImageGrid grid = ImageGrid.ofWeights(new SimpleMatrix(new double[][] {{2, 0}, {-2, 0}, {1, 2}, {0, 0}}), 2);
        assertEquals(Inks.color(0), at(grid, 0, 0, 0));
        assertEquals(Inks.color(1), at(grid, 0, 1, 0));
        assertEquals(Color.WHITE, at(grid, 0, 1, 1));
        assertEquals(Inks.color(0), at(grid, 1, 0, 1));
        assertTrue(grid.alt().endsWith(": unit 0; unit 1."), grid.alt());
    }

    @Test
    void theLineOfTextHasTheCaptions() {
        ImageGrid grid = ImageGrid.of(TWO, 2).titled("Mistakes").captions(List.of("3, said 9", "1, said 7"));
        assertEquals("Mistakes, numbers from 0 to 4: 3, said 9; 1, said 7.", grid.alt());
        assertEquals(
                "2 images of 2×2, numbers from 0 to 4.", ImageGrid.of(TWO, 2).alt());
        assertFalse(Arrays.equals(
                grid.picture(1).png(),
                ImageGrid.of(TWO, 2).titled("Mistakes").picture(1).png()));
    }

    @Test
    void ofManyTheFirstHundredAreDrawn() {
        ImageGrid grid = ImageGrid.of(NumpyRandom.seed(1).rand(1797, 64), 8);
        assertTrue(grid.alt().endsWith(" The first 100 of 1797 are drawn."), grid.alt());
        int bytes = grid.picture(2).png().length;
        assertTrue(bytes > 2000 && bytes <= LARGEST_SAVED_CHART, bytes + " bytes");
    }

    @Test
    void plainAndLargeImagesAreDrawnToo() {
        assertTrue(ImageGrid.of(SimpleMatrix.ones(1, 4), 2).picture(1).png().length > 1000);
        assertTrue(ImageGrid.ofWeights(new SimpleMatrix(4, 3), 4).picture(1).png().length > 1000);
        Picture large = ImageGrid.of(NumpyRandom.seed(1).rand(2, 900 * 3), 900).picture(1);
        assertEquals(900 + 12 + 40, large.width());
    }

    @Test
    void whatMakesNoImagesIsRefusedInWords() {
        assertEquals(
                "an image of 4 numbers has no whole lines of 3; give the width that its pixels come in",
                assertThrows(ShapeException.class, () -> ImageGrid.of(TWO, 3)).getMessage());
        assertEquals(
                "there are 1 captions, but 2 images; give each image one",
                assertThrows(ShapeException.class, () -> ImageGrid.of(TWO, 2).captions(List.of("one")))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> ImageGrid.of(TWO, 0));
        assertThrows(IllegalArgumentException.class, () -> ImageGrid.of(null, 2));
        assertThrows(DataException.class, () -> ImageGrid.of(new SimpleMatrix(0, 4), 2));
        assertThrows(DataException.class, () -> ImageGrid.ofWeights(new SimpleMatrix(1, 1, true, Double.NaN), 1));
    }
}
