package org.chainrule.network;

import static org.chainrule.network.Activation.RELU;
import static org.chainrule.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every backend gives the sums of the plain loops, whatever the shape; the default that needs no module to the last bit. */
class BackendTest {
    private static final int SMALL_SHAPES = 70;

    static Stream<Arguments> shapes() {
        Random random = new Random(1);
        Stream<int[]> small = IntStream.rangeClosed(1, SMALL_SHAPES)
                .boxed()
                .flatMap(rows -> IntStream.rangeClosed(1, SMALL_SHAPES)
                        .mapToObj(columns -> new int[] {rows, 1 + random.nextInt(SMALL_SHAPES), columns}));
        Stream<int[]> deep = IntStream.rangeClosed(1, SMALL_SHAPES).mapToObj(depth ->
                new int[] {1 + random.nextInt(SMALL_SHAPES), depth, 1 + random.nextInt(SMALL_SHAPES)});
        Stream<int[]> large = Stream.of(
                new int[] {64, 784, 128},
                new int[] {257, 513, 17},
                new int[] {300, 47, 1_030},
                new int[] {1, 1_100, 515},
                new int[] {785, 64, 10});
        return Stream.of(small, deep, large)
                .flatMap(shape -> shape)
                .collect(Collectors.groupingBy(shape -> shape[0] > SMALL_SHAPES ? "large" : "" + shape[0]))
                .entrySet()
                .stream()
                .map(group -> Arguments.of(group.getKey(), group.getValue().toArray(int[][]::new)));
    }

    @ParameterizedTest(name = "{0} rows")
    @MethodSource("shapes")
    void everyProductHasTheSumsOfThePlainOne(String rows, int[][] shapes) {
        Products byRows = Backend.JAVA.products(1_030).orElseThrow();
        Products byVectors = Backend.VECTOR.products(1_030).orElseThrow();
        Random random = new Random(rows.hashCode());
        for (int[] shape : shapes) {
            for (int layout = 0; layout < 3; layout++) {
                Case drawn = Case.draw(shape, layout, random);
                double[] plain = drawn.by(BackendTest::sums);
                assertArrayEquals(plain, drawn.by(byRows), drawn.toString());
                double[] fused = drawn.by(byVectors);
                double[] scale = drawn.ofAbsolutes().by(BackendTest::sums);
                for (int i = 0; i < plain.length; i++) {
                    assertEquals(plain[i], fused[i], 1e-13 * scale[i], drawn.toString());
                }
            }
        }
    }

    private static void sums(double start, Strided A, Strided B, Strided C, int rows, int depth, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = start;
                for (int k = 0; k < depth; k++) {
                    sum += A.data()[A.at() + i * A.row() + k * A.column()]
                            * B.data()[B.at() + k * B.row() + j * B.column()];
                }
                C.data()[C.at() + i * C.row() + j * C.column()] = sum;
            }
        }
    }

    /** A product as a layer makes them: XW, XᵀΔ or ΔWᵀ, with C in the middle of an array that must not be touched elsewhere. */
    private record Case(int rows, int depth, int columns, double start, Strided A, Strided B) {
        private static final int BEFORE = 3;

        static Case draw(int[] shape, int layout, Random random) {
            int rows = shape[0];
            int depth = shape[1];
            int columns = shape[2];
            double[] a = random.doubles(2 + rows * depth, -1, 1).toArray();
            double[] b = random.doubles(5 + depth * columns, -1, 1).toArray();
            a[random.nextInt(a.length)] = -0.0;
            b[random.nextInt(b.length)] = 0;
            return new Case(
                    rows,
                    depth,
                    columns,
                    layout == 1 ? -0.0 : 0,
                    layout == 1 ? Strided.rowMajor(a, 2, rows).transposed() : Strided.rowMajor(a, 2, depth),
                    layout == 2 ? Strided.rowMajor(b, 5, depth).transposed() : Strided.rowMajor(b, 5, columns));
        }

        double[] by(Products products) {
            double[] c = new double[BEFORE + rows * columns + 2];
            Arrays.fill(c, Double.NaN);
            products.multiply(start, A, B, Strided.rowMajor(c, BEFORE, columns), rows, depth, columns);
            for (int i = 0; i < c.length; i++) {
                boolean inside = i >= BEFORE && i < c.length - 2;
                assertEquals(inside, !Double.isNaN(c[i]), "entry " + (i - BEFORE) + " of " + this);
            }
            return Arrays.copyOfRange(c, BEFORE, c.length - 2);
        }

        Case ofAbsolutes() {
            return new Case(rows, depth, columns, start, absolute(A), absolute(B));
        }

        private static Strided absolute(Strided matrix) {
            double[] data = Arrays.stream(matrix.data()).map(Math::abs).toArray();
            return new Strided(data, matrix.at(), matrix.row(), matrix.column());
        }

        @Override
        public String toString() {
            return rows + "×" + depth + " times " + depth + "×" + columns;
        }
    }

    @Test
    void aNetworkAnswersOneSampleAsItAnswersItAmongMany() {
        Network network =
                Network.inputs(130).dense(90, RELU).dense(4, SOFTMAX).initialize(Initializer.he(), NumpyRandom.seed(3));
        SimpleMatrix X = NumpyRandom.seed(4).randn(300, 130);
        for (Backend backend : Backend.values()) {
            SimpleMatrix together = by(backend, () -> network.predict(X));
            assertTrue(together.isIdentical(by(backend, () -> network.forward(X).output()), 0));
            for (int i = 0; i < X.getNumRows(); i++) {
                SimpleMatrix row = X.getRow(i);
                assertTrue(together.getRow(i).isIdentical(by(backend, () -> network.predict(row)), 0));
            }
        }
    }

    @Test
    void gradientsOfALargeNetworkAgree() {
        Network network = Network.inputs(130)
                .dense(90, RELU)
                .dense(40, RELU)
                .dense(4, SOFTMAX)
                .initialize(Initializer.he(), NumpyRandom.seed(3));
        Dataset data =
                Dataset.of(NumpyRandom.seed(4).randn(37, 130), classes(37)).oneHot(4);
        double[] plain = by(Backend.PLAIN, () -> gradient(network, data));
        assertArrayEquals(plain, by(Backend.JAVA, () -> gradient(network, data)));
        double[] fused = by(Backend.VECTOR, () -> gradient(network, data));
        assertArrayEquals(plain, fused, 1e-14);
        assertFalse(Arrays.equals(plain, fused), "the vector backend did not take part");
    }

    private static double[] gradient(Network network, Dataset data) {
        return Backpropagation.gradients(network, Loss.crossEntropy(), data.inputs(), data.targets())
                .toVector();
    }

    private static SimpleMatrix classes(int n) {
        SimpleMatrix classes = new SimpleMatrix(n, 1);
        for (int i = 0; i < n; i++) {
            classes.set(i, i % 4);
        }
        return classes;
    }

    @Test
    void smallNetworksHaveTheSameBitsWithEveryBackend() {
        Network network =
                Network.inputs(64).dense(64, RELU).dense(10, SOFTMAX).initialize(Initializer.he(), NumpyRandom.seed(3));
        SimpleMatrix X = NumpyRandom.seed(4).randn(50, 64);
        SimpleMatrix plain = by(Backend.PLAIN, () -> network.predict(X));
        for (Backend backend : Backend.values()) {
            assertTrue(plain.isIdentical(by(backend, () -> network.predict(X)), 0), backend.name());
        }
    }

    @Test
    void saysWhatIsUsed() {
        assertEquals(Backend.VECTOR, Backend.chosen());
        assertTrue(Backend.describe().startsWith("vector ("), Backend.describe());
        assertTrue(by(Backend.JAVA, Backend::describe).startsWith("java ("));
        assertTrue(by(Backend.PLAIN, Backend::describe).startsWith("plain ("));
    }

    @Test
    void aBackendThatDoesNotExistIsNamedWithThoseThatDo() {
        Exception e = assertThrows(IllegalStateException.class, () -> by("fast", Backend::chosen));
        assertEquals(
                "the property chainrule.backend names \"fast\", but there are only plain, java and vector; set it to one of them,"
                        + " or leave it out",
                e.getMessage());
    }

    private static <T> T by(Backend backend, Supplier<T> action) {
        return by(backend.name().toLowerCase(Locale.ROOT), action);
    }

    private static <T> T by(String backend, Supplier<T> action) {
        System.setProperty(Backend.PROPERTY, backend);
        try {
            return action.get();
        } finally {
            System.clearProperty(Backend.PROPERTY);
        }
    }
}
