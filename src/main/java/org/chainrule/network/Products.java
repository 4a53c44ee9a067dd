package org.chainrule.network;

/**
 * The matrix product, on matrices with strides: XW, XᵀΔ and ΔWᵀ are the three of a layer. An instance has buffers of its own,
 * made once, and is not for two threads at a time.
 */
interface Products {
    /**
     * C = AB, where every sum begins with {@code start} and adds its products from the first to the last.
     *
     * @param start 0, or −0.0, which leaves every first product as it is (0 would make 0 of a −0.0)
     * @param A rows×depth
     * @param B depth×columns
     * @param C rows×columns, row-major, and no part of A or B
     */
    void multiply(double start, Strided A, Strided B, Strided C, int rows, int depth, int columns);
}
