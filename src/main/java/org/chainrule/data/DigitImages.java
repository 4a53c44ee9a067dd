package org.chainrule.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.ejml.simple.SimpleMatrix;

/** Reads the handwritten digits that ship with the library; {@code digits.txt} beside them says whose they are. */
final class DigitImages {
    private static final String FILE = "digits.csv.gz";
    private static final int SIDE = 8;
    private static final int PIXELS = SIDE * SIDE;
    private static final double BLACK = 16;

    private DigitImages() {}

    static Dataset read() {
        List<String> lines = lines();
        SimpleMatrix images = new SimpleMatrix(lines.size(), PIXELS);
        SimpleMatrix digits = new SimpleMatrix(lines.size(), 1);
        for (int row = 0; row < lines.size(); row++) {
            String[] numbers = lines.get(row).split(",");
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                images.set(row, pixel, Integer.parseInt(numbers[pixel]) / BLACK);
            }
            digits.set(row, 0, Integer.parseInt(numbers[PIXELS]));
        }
        List<String> pixels = IntStream.range(0, PIXELS)
                .mapToObj(pixel -> "row " + pixel / SIDE + " column " + pixel % SIDE)
                .toList();
        return Dataset.of(images, digits)
                .named(pixels, List.of("digit"))
                .oneHot(IntStream.range(0, 10).mapToObj(String::valueOf).toList());
    }

    private static List<String> lines() {
        try (InputStream stream = DigitImages.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is not in the jar; build it again");
            }
            InputStreamReader reader = new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.US_ASCII);
            return new BufferedReader(reader).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
