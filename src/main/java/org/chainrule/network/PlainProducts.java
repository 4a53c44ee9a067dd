package org.chainrule.network;

/** One entry of C after the other: the least to do before the first product, so the fastest where there are few. */
final class PlainProducts implements Products {
    static final PlainProducts INSTANCE = new PlainProducts();

    private PlainProducts() {}

    @Override
    public void multiply(double start, Strided A, Strided B, Strided C, int rows, int depth, int columns) {
        double[] a = A.data();
        double[] b = B.data();
        double[] c = C.data();
        int aColumn = A.column();
        int bRow = B.row();
        for (int i = 0; i < rows; i++) {
            int row = A.at() + i * A.row();
            int into = C.at() + i * C.row();
            for (int j = 0; j < columns; j++) {
                double sum = start;
                for (int k = 0, x = row, w = B.at() + j * B.column(); k < depth; k++, x += aColumn, w += bRow) {
                    sum += a[x] * b[w];
                }
                c[into + j] = sum;
            }
        }
    }
}
