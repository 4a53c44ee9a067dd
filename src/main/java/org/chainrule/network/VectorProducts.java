package org.chainrule.network;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of C that stay in vector registers while both factors stream by from buffers that hold them in the order in which
 * they are wanted (Goto and van de Geijn 2008). Every sum keeps its order but is made by fused multiply-add, so its bits are
 * the same on every machine, but not those of {@link RowProducts}.
 *
 * <p>Made by name, because the module {@code jdk.incubator.vector} may be absent.
 */
final class VectorProducts implements Products {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    /** Sixteen tiles of registers need the 32 that come with vectors of 512 bits; a spilled one costs more than it gives. */
    private static final int HEIGHT = LANES >= 8 ? 8 : 4;

    private static final int DEPTH = 256;
    private static final int ROWS = 256;

    private final double[] a = new double[DEPTH * ROWS];
    private final double[] b = new double[DEPTH * WIDTH];
    private final double[] edge = new double[HEIGHT * WIDTH];

    @Override
    public void multiply(double start, Strided A, Strided B, Strided C, int rows, int depth, int columns) {
        for (int i = 0; i < rows; i += ROWS) {
            int height = Math.min(ROWS, rows - i);
            for (int k = 0; k < depth; k += DEPTH) {
                int products = Math.min(DEPTH, depth - k);
                pack(A.data(), A.at() + i * A.row() + k * A.column(), A.row(), A.column(), height, products, a, HEIGHT);
                for (int j = 0; j < columns; j += WIDTH) {
                    int width = Math.min(WIDTH, columns - j);
                    pack(
                            B.data(),
                            B.at() + k * B.row() + j * B.column(),
                            B.column(),
                            B.row(),
                            width,
                            products,
                            b,
                            WIDTH);
                    for (int t = 0; t < height; t += HEIGHT) {
                        tile(start, k == 0, products, t, C, i + t, j, Math.min(HEIGHT, height - t), width);
                    }
                }
            }
        }
    }

    /** Strips of {@code tall} neighbours, each strip by depth; zeros stand where the last one lacks neighbours. */
    private static void pack(
            double[] from, int at, int neighbour, int deeper, int neighbours, int products, double[] into, int tall) {
        for (int strip = 0; strip < neighbours; strip += tall) {
            int base = strip * products;
            int wide = Math.min(tall, neighbours - strip);
            int corner = at + strip * neighbour;
            if (wide < tall) {
                Arrays.fill(into, base, base + products * tall, 0);
            }
            if (neighbour == 1) {
                for (int p = 0; p < products; p++) {
                    for (int q = 0; q < wide; q++) {
                        into[base + p * tall + q] = from[corner + p * deeper + q];
                    }
                }
            } else {
                for (int q = 0; q < wide; q++) {
                    for (int p = 0; p < products; p++) {
                        into[base + p * tall + q] = from[corner + q * neighbour + p * deeper];
                    }
                }
            }
        }
    }

    /** A tile of C, in C itself, or beside it where it would stand out. */
    private void tile(
            double start, boolean first, int products, int x, Strided C, int i, int j, int height, int width) {
        int at = C.at() + i * C.row() + j;
        if (height == HEIGHT && width == WIDTH) {
            sum(x * products, products, C.data(), at, C.row(), start, first);
            return;
        }
        for (int q = 0; q < height && !first; q++) {
            System.arraycopy(C.data(), at + q * C.row(), edge, q * WIDTH, width);
        }
        sum(x * products, products, edge, 0, WIDTH, start, first);
        for (int q = 0; q < height; q++) {
            System.arraycopy(edge, q * WIDTH, C.data(), at + q * C.row(), width);
        }
    }

    private void sum(int x, int products, double[] c, int at, int row, double start, boolean first) {
        if (HEIGHT == 8) {
            eightRows(a, x, b, products, c, at, row, start, first);
        } else {
            fourRows(a, x, b, products, c, at, row, start, first);
        }
    }

    private static void eightRows(
            double[] a, int x, double[] b, int products, double[] c, int at, int row, double start, boolean first) {
        int y = 0;
        int r0 = at + 0 * row;
        int r1 = at + 1 * row;
        int r2 = at + 2 * row;
        int r3 = at + 3 * row;
        int r4 = at + 4 * row;
        int r5 = at + 5 * row;
        int r6 = at + 6 * row;
        int r7 = at + 7 * row;
        DoubleVector s0 = sums(c, r0, start, first);
        DoubleVector t0 = sums(c, r0 + LANES, start, first);
        DoubleVector s1 = sums(c, r1, start, first);
        DoubleVector t1 = sums(c, r1 + LANES, start, first);
        DoubleVector s2 = sums(c, r2, start, first);
        DoubleVector t2 = sums(c, r2 + LANES, start, first);
        DoubleVector s3 = sums(c, r3, start, first);
        DoubleVector t3 = sums(c, r3 + LANES, start, first);
        DoubleVector s4 = sums(c, r4, start, first);
        DoubleVector t4 = sums(c, r4 + LANES, start, first);
        DoubleVector s5 = sums(c, r5, start, first);
        DoubleVector t5 = sums(c, r5 + LANES, start, first);
        DoubleVector s6 = sums(c, r6, start, first);
        DoubleVector t6 = sums(c, r6 + LANES, start, first);
        DoubleVector s7 = sums(c, r7, start, first);
        DoubleVector t7 = sums(c, r7 + LANES, start, first);
        for (int p = 0; p < products; p++, x += 8, y += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, b, y);
            DoubleVector w = DoubleVector.fromArray(SPECIES, b, y + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[x + 0]);
            s0 = a0.fma(v, s0);
            t0 = a0.fma(w, t0);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[x + 1]);
            s1 = a1.fma(v, s1);
            t1 = a1.fma(w, t1);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[x + 2]);
            s2 = a2.fma(v, s2);
            t2 = a2.fma(w, t2);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[x + 3]);
            s3 = a3.fma(v, s3);
            t3 = a3.fma(w, t3);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, a[x + 4]);
            s4 = a4.fma(v, s4);
            t4 = a4.fma(w, t4);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, a[x + 5]);
            s5 = a5.fma(v, s5);
            t5 = a5.fma(w, t5);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, a[x + 6]);
            s6 = a6.fma(v, s6);
            t6 = a6.fma(w, t6);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, a[x + 7]);
            s7 = a7.fma(v, s7);
            t7 = a7.fma(w, t7);
        }
        s0.intoArray(c, r0);
        t0.intoArray(c, r0 + LANES);
        s1.intoArray(c, r1);
        t1.intoArray(c, r1 + LANES);
        s2.intoArray(c, r2);
        t2.intoArray(c, r2 + LANES);
        s3.intoArray(c, r3);
        t3.intoArray(c, r3 + LANES);
        s4.intoArray(c, r4);
        t4.intoArray(c, r4 + LANES);
        s5.intoArray(c, r5);
        t5.intoArray(c, r5 + LANES);
        s6.intoArray(c, r6);
        t6.intoArray(c, r6 + LANES);
        s7.intoArray(c, r7);
        t7.intoArray(c, r7 + LANES);
    }

    private static void fourRows(
            double[] a, int x, double[] b, int products, double[] c, int at, int row, double start, boolean first) {
        int y = 0;
        int r0 = at + 0 * row;
        int r1 = at + 1 * row;
        int r2 = at + 2 * row;
        int r3 = at + 3 * row;
        DoubleVector s0 = sums(c, r0, start, first);
        DoubleVector t0 = sums(c, r0 + LANES, start, first);
        DoubleVector s1 = sums(c, r1, start, first);
        DoubleVector t1 = sums(c, r1 + LANES, start, first);
        DoubleVector s2 = sums(c, r2, start, first);
        DoubleVector t2 = sums(c, r2 + LANES, start, first);
        DoubleVector s3 = sums(c, r3, start, first);
        DoubleVector t3 = sums(c, r3 + LANES, start, first);
        for (int p = 0; p < products; p++, x += 4, y += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, b, y);
            DoubleVector w = DoubleVector.fromArray(SPECIES, b, y + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[x + 0]);
            s0 = a0.fma(v, s0);
            t0 = a0.fma(w, t0);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[x + 1]);
            s1 = a1.fma(v, s1);
            t1 = a1.fma(w, t1);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[x + 2]);
            s2 = a2.fma(v, s2);
            t2 = a2.fma(w, t2);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[x + 3]);
            s3 = a3.fma(v, s3);
            t3 = a3.fma(w, t3);
        }
        s0.intoArray(c, r0);
        t0.intoArray(c, r0 + LANES);
        s1.intoArray(c, r1);
        t1.intoArray(c, r1 + LANES);
        s2.intoArray(c, r2);
        t2.intoArray(c, r2 + LANES);
        s3.intoArray(c, r3);
        t3.intoArray(c, r3 + LANES);
    }

    private static DoubleVector sums(double[] c, int at, double start, boolean first) {
        return first ? DoubleVector.broadcast(SPECIES, start) : DoubleVector.fromArray(SPECIES, c, at);
    }
}
