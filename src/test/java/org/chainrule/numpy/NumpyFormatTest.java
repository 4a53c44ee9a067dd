package org.chainrule.numpy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumpyFormatTest {

    static Stream<String> floats() {
        return Golden.lines("floats.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("floats")
    void aNumberIsWrittenAsPythonWritesIt(String line) {
        String[] words = line.split(" ");
        assertEquals(words[1], NumpyFormat.repr(Double.longBitsToDouble(Long.parseUnsignedLong(words[0], 16))));
    }

    @Test
    void aNumberReadsBackAndNoShorterOneDoes() {
        NumpyRandom random = NumpyRandom.seed(4);
        for (int i = 0; i < 5000; i++) {
            double value = Double.longBitsToDouble(random.randint(1L, Double.doubleToLongBits(Double.MAX_VALUE)));
            String text = NumpyFormat.repr(value);
            assertEquals(value, Double.parseDouble(text), text);
            int digits = new BigDecimal(text).stripTrailingZeros().precision();
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                BigDecimal shorter = new BigDecimal(value).round(new MathContext(Math.max(1, digits - 1), mode));
                assertNotEquals(value, digits == 1 ? Double.NaN : shorter.doubleValue(), text);
            }
        }
    }

    record Case(String shape, String elements, String printed, String repr) {
        static Case of(String block) {
            int firstLine = block.indexOf('\n');
            String[] head = block.substring(0, firstLine).split(": ");
            String[] outputs = block.substring(firstLine + 1).split("\n--\n");
            return new Case(head[0], head[1], outputs[0], outputs[1].stripTrailing());
        }

        @Override
        public String toString() {
            return shape + ": " + elements.substring(0, Math.min(60, elements.length()));
        }
    }

    static Stream<Case> arrays() {
        return Arrays.stream(Golden.text("arrays.txt").split("(?m)^== "))
                .skip(1)
                .map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void anArrayIsWrittenAsNumpyWritesIt(Case golden) {
        int[] shape = Arrays.stream(golden.shape.split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
        int rows = shape.length == 1 ? 1 : shape[0];
        SimpleMatrix matrix = new SimpleMatrix(rows, shape[shape.length - 1], true, elements(golden));
        double[][] values = matrix.toArray2();
        if (shape.length == 1) {
            assertEquals(golden.printed, NumpyFormat.array(values[0]));
            assertEquals(golden.repr, NumpyFormat.repr(values[0]));
        } else {
            assertEquals(golden.printed, NumpyFormat.array(matrix));
            assertEquals(golden.printed, NumpyFormat.array(values));
            assertEquals(golden.repr, NumpyFormat.repr(matrix));
        }
    }

    private static double[] elements(Case golden) {
        if (golden.elements.startsWith("rand ")) {
            NumpyRandom random = NumpyRandom.seed(Long.parseLong(golden.elements.substring("rand ".length())));
            int count = Arrays.stream(golden.shape.split(" "))
                    .mapToInt(Integer::parseInt)
                    .reduce(1, Math::multiplyExact);
            return random.rand(1, count).getDDRM().data;
        }
        return Arrays.stream(golden.elements
                        .replace("nan", "NaN")
                        .replace("inf", "Infinity")
                        .split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void aThousandElementsAreAllShownAndOneMoreIsNot() {
        assertEquals(1000, NumpyFormat.array(new double[1000]).split("\\s+").length);
        assertEquals("[0. 0. 0. ... 0. 0. 0.]", NumpyFormat.array(new double[1001]));
        assertEquals(50, NumpyFormat.array(new double[50][20]).lines().count());
        assertEquals(7, NumpyFormat.array(new double[77][13]).lines().count());
    }

    @Test
    void significantDigitsAreRoundedAndTrimmed() {
        assertEquals("0.333", NumpyFormat.significant(1 / 3.0, 3));
        assertEquals("2", NumpyFormat.significant(1.9999, 3));
        assertEquals("-1230", NumpyFormat.significant(-1234.5, 3));
        assertEquals("0", NumpyFormat.significant(-0.0, 3));
        assertEquals("nan", NumpyFormat.significant(Double.NaN, 3));
        assertEquals("inf", NumpyFormat.significant(Double.POSITIVE_INFINITY, 3));
    }

    @Test
    void emptyArraysAreWrittenAsNumpyWritesThem() {
        assertEquals("[]", NumpyFormat.array(new double[0]));
        assertEquals("[]", NumpyFormat.array(new double[2][0]));
        assertEquals("[]", NumpyFormat.array(new SimpleMatrix(0, 3)));
        assertEquals("array([], dtype=float64)", NumpyFormat.repr(new double[0]));
        assertEquals("array([], shape=(0, 3), dtype=float64)", NumpyFormat.repr(new SimpleMatrix(0, 3)));
    }

    @Test
    void refusesRowsOfDifferentLength() {
        double[][] ragged = {{1, 2}, {3}};
        Exception e = assertThrows(IllegalArgumentException.class, () -> NumpyFormat.array(ragged));
        assertEquals("Row 0 has 2 numbers and row 1 has 1: give all rows the same length.", e.getMessage());
    }
}
