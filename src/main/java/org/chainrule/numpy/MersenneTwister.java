package org.chainrule.numpy;

/**
 * The 32-bit generator MT19937 with the seeding of its authors' {@code init_genrand}, as NumPy's legacy {@code seed}
 * uses it.
 *
 * <p>M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-dimensionally equidistributed uniform pseudorandom number
 * generator", ACM TOMACS 8 (1998) 3–30.
 */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;
    private static final int TWIST = 0x9908b0df;

    private final int[] state;
    private int next;

    /** @param seed all 32 bits of it count */
    MersenneTwister(int seed) {
        state = new int[SIZE];
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        next = SIZE;
    }

    private MersenneTwister(MersenneTwister other) {
        state = other.state.clone();
        next = other.next;
    }

    MersenneTwister copy() {
        return new MersenneTwister(this);
    }

    void takeStateOf(MersenneTwister other) {
        System.arraycopy(other.state, 0, state, 0, SIZE);
        next = other.next;
    }

    /** The next 32 random bits. */
    int nextInt() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** The next 64 random bits; the first draw is the upper half, in this order as in NumPy. */
    long nextLong() {
        long upper = Integer.toUnsignedLong(nextInt());
        return upper << 32 | Integer.toUnsignedLong(nextInt());
    }

    private void twist() {
        for (int k = 0; k < SIZE; k++) {
            int y = (state[k] & UPPER_BIT) | (state[(k + 1) % SIZE] & LOWER_BITS);
            state[k] = state[(k + SHIFT) % SIZE] ^ (y >>> 1) ^ (-(y & 1) & TWIST);
        }
        next = 0;
    }
}
