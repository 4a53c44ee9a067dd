package org.chainrule.network;

import java.util.Arrays;

/**
 * Whole rows at a time, shaped so that the JIT compiler makes vector instructions of plain loops on JDK 17 as on 25: each row
 * that takes part is an array of its own, because in one flat array the compiler could not rule out that rows overlap; and
 * two rows of C take three products a step, because wider steps are more than JDK 17 unrolls. Each sum keeps its order, so
 * its bits are those of {@link PlainAffineMap}.
 */
final class RowProducts implements Products {
    private static final int WIDTH = 512;
    private static final int DEPTH = 48;

    private final double[][] b;
    private final double[] c0;
    private final double[] c1;

    /** @param widest the most columns of a product */
    RowProducts(int widest) {
        int width = Math.min(widest, WIDTH);
        this.b = new double[DEPTH][width];
        this.c0 = new double[width];
        this.c1 = new double[width];
    }

    @Override
    public void multiply(double start, Strided A, Strided B, Strided C, int rows, int depth, int columns) {
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            for (int k = 0; k < depth; k += DEPTH) {
                int products = Math.min(DEPTH, depth - k);
                copyRows(B, k, products, j, width);
                for (int i = 0; i < rows; i += 2) {
                    // The last of an odd number of rows is done twice, in both places: the same numbers, twice.
                    twoRows(start, A, Math.min(i, rows - 1), Math.min(i + 1, rows - 1), k, products, C, j, width);
                }
            }
        }
    }

    private void copyRows(Strided B, int k, int products, int j, int width) {
        int corner = B.at() + k * B.row() + j * B.column();
        if (B.column() == 1) {
            for (int p = 0; p < products; p++, corner += B.row()) {
                System.arraycopy(B.data(), corner, b[p], 0, width);
            }
            return;
        }
        for (int q = 0; q < width; q++, corner += B.column()) {
            for (int p = 0; p < products; p++) {
                b[p][q] = B.data()[corner + p * B.row()];
            }
        }
    }

    private void twoRows(double start, Strided A, int i0, int i1, int k, int products, Strided C, int j, int width) {
        double[] a = A.data();
        int x0 = A.at() + i0 * A.row() + k * A.column();
        int x1 = A.at() + i1 * A.row() + k * A.column();
        int into0 = C.at() + i0 * C.row() + j;
        int into1 = C.at() + i1 * C.row() + j;
        int step = A.column();
        if (k == 0) {
            Arrays.fill(c0, 0, width, start);
            Arrays.fill(c1, 0, width, start);
        } else {
            System.arraycopy(C.data(), into0, c0, 0, width);
            System.arraycopy(C.data(), into1, c1, 0, width);
        }
        int p = 0;
        for (; p + 3 <= products; p += 3, x0 += 3 * step, x1 += 3 * step) {
            add(c0, a[x0], a[x0 + step], a[x0 + 2 * step], c1, a[x1], a[x1 + step], a[x1 + 2 * step], p, width);
        }
        for (; p < products; p++, x0 += step, x1 += step) {
            add(c0, a[x0], c1, a[x1], b[p], width);
        }
        System.arraycopy(c0, 0, C.data(), into0, width);
        System.arraycopy(c1, 0, C.data(), into1, width);
    }

    /** Adds three products to each entry of two rows. */
    private void add(
            double[] c0,
            double x0,
            double x1,
            double x2,
            double[] c1,
            double y0,
            double y1,
            double y2,
            int p,
            int width) {
        double[] b0 = b[p];
        double[] b1 = b[p + 1];
        double[] b2 = b[p + 2];
        for (int j = 0; j < width; j++) {
            double w0 = b0[j];
            double w1 = b1[j];
            double w2 = b2[j];
            c0[j] = c0[j] + x0 * w0 + x1 * w1 + x2 * w2;
            c1[j] = c1[j] + y0 * w0 + y1 * w1 + y2 * w2;
        }
    }

    private static void add(double[] c0, double x, double[] c1, double y, double[] b, int width) {
        for (int j = 0; j < width; j++) {
            c0[j] += x * b[j];
            c1[j] += y * b[j];
        }
    }
}
