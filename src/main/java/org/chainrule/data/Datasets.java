package org.chainrule.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The data that the sources and the chapters train on. */
public final class Datasets {
    private Datasets() {}

    /** The exclusive or of two bits, X: 4×2, Y: 4×1, in the order 00, 01, 10, 11 (source D). */
    public static Dataset xor() {
        return Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});
    }

    /** One sample, (0.5, 0.35) → 0.725 (source A). */
    public static Dataset singleSample() {
        return Dataset.of(new double[][] {{0.5, 0.35}}, new double[][] {{0.725}});
    }

    /** Three samples, each column divided by its largest entry, X: 3×2, Y: 3×1 (source B). */
    public static Dataset threeSamples() {
        return Dataset.of(new double[][] {{2 / 3.0, 9 / 9.0}, {1 / 3.0, 5 / 9.0}, {3 / 3.0, 4 / 9.0}}, new double[][] {
            {2.9 / 2.9}, {2.3 / 2.9}, {2.5 / 2.9}
        });
    }

    /**
     * 1,797 handwritten digits as images of 8×8 pixels, X: 1797×64 from 0 for paper to 1 for ink in steps of 1/16, line by line
     * from the top left on; Y: 1797×10, one-hot, with the names 0 to 9. E. Alpaydin and C. Kaynak, Optical Recognition of
     * Handwritten Digits, UCI Machine Learning Repository, 1998, its test set; CC BY 4.0.
     */
    public static Dataset digits() {
        return DigitImages.read();
    }

    /**
     * A file of 178 wines as people have such files: comma-separated values, of which the first line names the 13 measurements
     * and the kind of wine, Barbera, Barolo or Grignolino. {@code Files.writeString(Path.of("wine.csv"), Datasets.wineCsv())}
     * makes the file. S. Aeberhard and M. Forina, Wine, UCI Machine Learning Repository, 1992; CC BY 4.0.
     */
    public static String wineCsv() {
        try (InputStream stream = Datasets.class.getResourceAsStream("wine.csv")) {
            return new String(Require.present("wine.csv in the jar", stream).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
