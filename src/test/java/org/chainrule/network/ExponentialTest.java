package org.chainrule.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** eˣ has {@link StrictMath#exp}'s bits wherever it is asked. */
class ExponentialTest {
    private static final int DRAWN = 1_000_000;

    @Test
    void hasTheBitsOfStrictMathForWeightedSums() {
        Random random = new Random(1);
        DoubleStream.generate(() -> 4 * random.nextGaussian()).limit(DRAWN).forEach(ExponentialTest::assertSameBits);
    }

    @Test
    void hasTheBitsOfStrictMathOverTheWholeRangeOfExponents() {
        Random random = new Random(2);
        DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
                .limit(DRAWN)
                .forEach(ExponentialTest::assertSameBits);
        random.doubles(DRAWN, -750, 750).forEach(ExponentialTest::assertSameBits);
    }

    @Test
    void hasTheBitsOfStrictMathOnBothSidesOfEveryBoundary() {
        DoubleStream.of(0, 0x1p-28, Math.log(2) / 2, Math.log(2), 1.5 * Math.log(2), 708, 709.78, 745.13)
                .forEach(ExponentialTest::assertSameBitsNear);
        IntStream.rangeClosed(1, 1_000).forEach(k -> assertSameBitsNear((k + 0.5) * Math.log(2)));
        DoubleStream.of(0x1.62e42p-2, 0x1.62e43p-2, 0x1.0a2b2p0, 0x1.0a2b1p0, 0x1.62p9)
                .forEach(ExponentialTest::assertSameBitsNear);
    }

    @Test
    void takesWhatIsNoNumberAsStrictMathDoes() {
        DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MAX_VALUE)
                .forEach(ExponentialTest::assertSameBits);
    }

    private static void assertSameBitsNear(double x) {
        double below = x;
        double above = x;
        for (int step = 0; step < 20; step++) {
            assertSameBits(below);
            assertSameBits(-below);
            assertSameBits(above);
            assertSameBits(-above);
            below = Math.nextDown(below);
            above = Math.nextUp(above);
        }
    }

    private static void assertSameBits(double x) {
        assertEquals(
                Double.doubleToRawLongBits(StrictMath.exp(x)),
                Double.doubleToRawLongBits(Exponential.exp(x)),
                () -> "bits of e^" + x);
    }
}
