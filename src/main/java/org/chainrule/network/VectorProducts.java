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
    private final double[] starts = new double[WIDTH];
    private final double[] edge = new double[HEIGHT * WIDTH];

    @Override
    public void multiply(double start, Strided A, Strided B, Strided C, int rows, int depth, int columns) {
        Arrays.fill(starts, start);
        int deep = evenly(depth, DEPTH);
        for (int i = 0; i < rows; i += ROWS) {
            int height = Math.min(ROWS, rows - i);
            for (int k = 0; k < depth; k += deep) {
                int products = Math.min(deep, depth - k);
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
                        tile(k == 0, products, t, C, i + t, j, Math.min(HEIGHT, height - t), width);
                    }
                }
            }
        }
    }

    /** The size of blocks that share so many products evenly: a small last one would cost as much as a large one. */
    private static int evenly(int products, int most) {
        int blocks = (products + most - 1) / most;
        return (products + blocks - 1) / blocks;
    }

    /** Strips of {@code tall} neighbours, each strip by depth; zeros stand where the last one lacks neighbours. */
    private static void pack(
            double[] from, int at, int neighbour, int deeper, int neighbours, int products, double[] into, int tall) {
        for (int strip = 0; strip < neighbours; strip += tall) {
            int base = strip * products;
            int wide = Math.min(tall, neighbours - strip);
            int corner = at + strip * neighbour;
            if (neighbour == 1 && wide == tall) {
                copyNeighbours(from, corner, deeper, products, into, base, tall);
                continue;
            }
            if (wide < tall) {
                Arrays.fill(into, base, base + products * tall, 0);
            }
            int q = 0;
            for (; q + 4 <= wide; q += 4) {
                copyFour(from, corner + q * neighbour, neighbour, deeper, products, into, base + q, tall);
            }
            for (; q < wide; q++) {
                for (int p = 0; p < products; p++) {
                    into[base + p * tall + q] = from[corner + q * neighbour + p * deeper];
                }
            }
        }
    }

    private static void copyNeighbours(
            double[] from, int corner, int deeper, int products, double[] into, int base, int tall) {
        for (int p = 0; p < products; p++, corner += deeper, base += tall) {
            for (int q = 0; q < tall; q += LANES) {
                DoubleVector.fromArray(SPECIES, from, corner + q).intoArray(into, base + q);
            }
        }
    }

    private static void copyFour(
            double[] from, int corner, int neighbour, int deeper, int products, double[] into, int base, int tall) {
        int second = corner + neighbour;
        int third = second + neighbour;
        int fourth = third + neighbour;
        for (int p = 0, d = 0; p < products; p++, d += deeper, base += tall) {
            into[base] = from[corner + d];
            into[base + 1] = from[second + d];
            into[base + 2] = from[third + d];
            into[base + 3] = from[fourth + d];
        }
    }

    /** A tile of C, in C itself, or beside it where it would stand out. */
    private void tile(boolean first, int products, int t, Strided C, int i, int j, int height, int width) {
        int corner = C.at() + i * C.row() + j;
        boolean fits = height == HEIGHT && width == WIDTH;
        double[] c = fits ? C.data() : edge;
        int at = fits ? corner : 0;
        int row = fits ? C.row() : WIDTH;
        if (!fits && !first) {
            copy(C.data(), corner, C.row(), edge, 0, WIDTH, height, width);
        }
        if (first) {
            sum(t * products, products, starts, 0, 0, c, at, row);
        } else {
            sum(t * products, products, c, at, row, c, at, row);
        }
        if (!fits) {
            copy(edge, 0, WIDTH, C.data(), corner, C.row(), height, width);
        }
    }

    private static void copy(
            double[] from, int at, int below, double[] into, int corner, int row, int height, int width) {
        for (int q = 0; q < height; q++) {
            System.arraycopy(from, at + q * below, into, corner + q * row, width);
        }
    }

    /**
     * Adds products to a tile. The sums so far are read in every case, the first time from a row of starts: asked whether it is the
     * first time, the kernel had a branch, and the JIT compiler ran out of registers.
     *
     * @param x where the strip of A begins
     * @param before the sums so far, from {@code from} on, each row {@code below} further than the one above
     * @param c gets the new sums, from {@code at} on, each row {@code row} further than the one above
     */
    private void sum(int x, int products, double[] before, int from, int below, double[] c, int at, int row) {
        if (HEIGHT == 8) {
            eightRows(a, x, b, products, before, from, below, c, at, row);
        } else {
            fourRows(a, x, b, products, before, from, below, c, at, row);
        }
    }

    private static void eightRows(
            double[] a,
            int x,
            double[] b,
            int products,
            double[] before,
            int from,
            int below,
            double[] c,
            int at,
            int row) {
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, before, from + 0 * below);
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, before, from + 0 * below + LANES);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, before, from + 1 * below);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, before, from + 1 * below + LANES);
        DoubleVector s2 = DoubleVector.fromArray(SPECIES, before, from + 2 * below);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, before, from + 2 * below + LANES);
        DoubleVector s3 = DoubleVector.fromArray(SPECIES, before, from + 3 * below);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, before, from + 3 * below + LANES);
        DoubleVector s4 = DoubleVector.fromArray(SPECIES, before, from + 4 * below);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, before, from + 4 * below + LANES);
        DoubleVector s5 = DoubleVector.fromArray(SPECIES, before, from + 5 * below);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, before, from + 5 * below + LANES);
        DoubleVector s6 = DoubleVector.fromArray(SPECIES, before, from + 6 * below);
        DoubleVector t6 = DoubleVector.fromArray(SPECIES, before, from + 6 * below + LANES);
        DoubleVector s7 = DoubleVector.fromArray(SPECIES, before, from + 7 * below);
        DoubleVector t7 = DoubleVector.fromArray(SPECIES, before, from + 7 * below + LANES);
        for (int p = 0, y = 0; p < products; p++, x += 8, y += WIDTH) {
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
        s0.intoArray(c, at + 0 * row);
        t0.intoArray(c, at + 0 * row + LANES);
        s1.intoArray(c, at + 1 * row);
        t1.intoArray(c, at + 1 * row + LANES);
        s2.intoArray(c, at + 2 * row);
        t2.intoArray(c, at + 2 * row + LANES);
        s3.intoArray(c, at + 3 * row);
        t3.intoArray(c, at + 3 * row + LANES);
        s4.intoArray(c, at + 4 * row);
        t4.intoArray(c, at + 4 * row + LANES);
        s5.intoArray(c, at + 5 * row);
        t5.intoArray(c, at + 5 * row + LANES);
        s6.intoArray(c, at + 6 * row);
        t6.intoArray(c, at + 6 * row + LANES);
        s7.intoArray(c, at + 7 * row);
        t7.intoArray(c, at + 7 * row + LANES);
    }

    private static void fourRows(
            double[] a,
            int x,
            double[] b,
            int products,
            double[] before,
            int from,
            int below,
            double[] c,
            int at,
            int row) {
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, before, from + 0 * below);
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, before, from + 0 * below + LANES);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, before, from + 1 * below);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, before, from + 1 * below + LANES);
        DoubleVector s2 = DoubleVector.fromArray(SPECIES, before, from + 2 * below);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, before, from + 2 * below + LANES);
        DoubleVector s3 = DoubleVector.fromArray(SPECIES, before, from + 3 * below);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, before, from + 3 * below + LANES);
        for (int p = 0, y = 0; p < products; p++, x += 4, y += WIDTH) {
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
        s0.intoArray(c, at + 0 * row);
        t0.intoArray(c, at + 0 * row + LANES);
        s1.intoArray(c, at + 1 * row);
        t1.intoArray(c, at + 1 * row + LANES);
        s2.intoArray(c, at + 2 * row);
        t2.intoArray(c, at + 2 * row + LANES);
        s3.intoArray(c, at + 3 * row);
        t3.intoArray(c, at + 3 * row + LANES);
    }
}
