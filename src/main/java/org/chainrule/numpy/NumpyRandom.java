package org.chainrule.numpy;

import java.util.Objects;
import org.ejml.simple.SimpleMatrix;

/**
 * NumPy's legacy generator: what {@code np.random.seed(k)} and {@code np.random.RandomState(k)} give, so that a program
 * that was published with NumPy starts from the same weights here.
 *
 * <p>In any order of calls, {@code rand}, {@code randint}, {@code shuffle} and {@code permutation} give NumPy's values
 * to the bit. So does {@code randn}, except in about 4 of 10,000 draws: NumPy takes the logarithm of the C library below it, which
 * does not always round to the nearest double, and ours always does, on every machine. Such a draw differs by
 * one or two units in the last place (measured against NumPy 1.24.2 on glibc 2.36: 710 of 2,000,000 draws, 110 of them
 * by two).
 *
 * <p>Not safe for use by several threads at once. NumPy's newer {@code default_rng} is another generator.
 */
public final class NumpyRandom {
    private static final long MAX_SEED = 0xffffffffL;
    private static final double TWO_TO_26 = 0x1p26;
    private static final double TWO_TO_53 = 0x1p53;

    private final MersenneTwister bits;
    private double secondNormal;
    private boolean hasSecondNormal;

    private NumpyRandom(MersenneTwister bits) {
        this.bits = bits;
    }

    /**
     * A generator in the state after {@code np.random.seed(k)}.
     *
     * @throws IllegalArgumentException if k is not in 0 … 2<sup>32</sup> − 1, the seeds that NumPy takes
     */
    public static NumpyRandom seed(long k) {
        if (k < 0 || k > MAX_SEED) {
            throw new IllegalArgumentException("The seed " + k
                    + " is outside 0 to 4294967295, the seeds that NumPy takes: choose one in between.");
        }
        return new NumpyRandom(new MersenneTwister((int) k));
    }

    /** Another generator with the same future; neither influences the other afterwards. */
    public NumpyRandom copy() {
        NumpyRandom copy = new NumpyRandom(bits.copy());
        copy.secondNormal = secondNormal;
        copy.hasSecondNormal = hasSecondNormal;
        return copy;
    }

    /** Goes to where the other generator is, without making anything new; neither influences the other afterwards. */
    public void takeStateOf(NumpyRandom other) {
        bits.takeStateOf(other.bits);
        secondNormal = other.secondNormal;
        hasSecondNormal = other.hasSecondNormal;
    }

    /** Uniform in [0, 1), one of 2<sup>53</sup> values. */
    public double rand() {
        int upper = bits.nextInt() >>> 5;
        int lower = bits.nextInt() >>> 6;
        return (upper * TWO_TO_26 + lower) / TWO_TO_53;
    }

    /**
     * Uniform in [0, 1), drawn row by row.
     *
     * @return rows × columns
     * @throws IllegalArgumentException if a size is negative
     */
    public SimpleMatrix rand(int rows, int columns) {
        SimpleMatrix matrix = zeros(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.set(i, rand());
        }
        return matrix;
    }

    /**
     * Standard normal, by the polar method: G. Marsaglia and T. A. Bray, "A convenient method for generating normal
     * variables", SIAM Review 6 (1964) 260–264. Draws come in pairs; the second one waits for the next call, whatever
     * else is drawn in between.
     */
    public double randn() {
        if (hasSecondNormal) {
            hasSecondNormal = false;
            return secondNormal;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * rand() - 1;
            y = 2 * rand() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * PortableLog.log(square) / square);
        secondNormal = factor * x;
        hasSecondNormal = true;
        return factor * y;
    }

    /**
     * Standard normal, drawn row by row.
     *
     * @return rows × columns
     * @throws IllegalArgumentException if a size is negative
     */
    public SimpleMatrix randn(int rows, int columns) {
        SimpleMatrix matrix = zeros(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.set(i, randn());
        }
        return matrix;
    }

    /**
     * Uniform in low … high − 1.
     *
     * @throws IllegalArgumentException if low is not below high
     */
    public int randint(int low, int high) {
        return (int) randint((long) low, (long) high);
    }

    /**
     * Uniform in low … high − 1, as {@code np.random.randint(low, high, dtype=np.int64)}.
     *
     * @throws IllegalArgumentException if low is not below high
     */
    public long randint(long low, long high) {
        if (low >= high) {
            throw new IllegalArgumentException(
                    "There is no integer from " + low + " up to but not including " + high + ": make high larger.");
        }
        return low + interval(high - low - 1);
    }

    /**
     * Uniform in low … high − 1.
     *
     * @return size values
     * @throws IllegalArgumentException if low is not below high or size is negative
     */
    public int[] randint(int low, int high, int size) {
        int[] values = new int[checked("size", size)];
        for (int i = 0; i < size; i++) {
            values[i] = randint(low, high);
        }
        return values;
    }

    /** Puts the values into a random order, in place: R. Durstenfeld, Algorithm 235, CACM 7 (1964) 420. */
    public void shuffle(int[] values) {
        Objects.requireNonNull(values, "nothing to shuffle: null was given");
        for (int i = values.length - 1; i >= 1; i--) {
            int j = (int) interval(i);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /** As {@link #shuffle(int[])}. */
    public void shuffle(double[] values) {
        Objects.requireNonNull(values, "nothing to shuffle: null was given");
        for (int i = values.length - 1; i >= 1; i--) {
            int j = (int) interval(i);
            double value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /**
     * The numbers 0 … n − 1 in a random order.
     *
     * @return n values
     * @throws IllegalArgumentException if n is negative
     */
    public int[] permutation(int n) {
        int[] order = new int[checked("n", n)];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order);
        return order;
    }

    /**
     * Uniform in 0 … max, max taken as unsigned: draws of as many bits as max has, until one is not above max. Draws
     * nothing if max is 0, 32 bits a time if max fits into them, else 64.
     */
    private long interval(long max) {
        if (max == 0) {
            return 0;
        }
        boolean narrow = max >>> 32 == 0;
        long mask = -1L >>> Long.numberOfLeadingZeros(max);
        long value;
        do {
            value = (narrow ? Integer.toUnsignedLong(bits.nextInt()) : bits.nextLong()) & mask;
        } while (Long.compareUnsigned(value, max) > 0);
        return value;
    }

    private static SimpleMatrix zeros(int rows, int columns) {
        return new SimpleMatrix(checked("rows", rows), checked("columns", columns));
    }

    private static int checked(String name, int size) {
        if (size < 0) {
            throw new IllegalArgumentException(name + " is " + size + ", but a size is 0 or more.");
        }
        return size;
    }
}
