package org.chainrule.numpy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PortableLogTest {

    @Test
    void isTheNearestDouble() {
        NumpyRandom random = NumpyRandom.seed(1);
        for (int i = 0; i < 2000; i++) {
            assertNearest(random.rand());
        }
    }

    @Test
    void isTheNearestDoubleWhereTheLogarithmIsTiny() {
        double below = 1;
        double above = 1;
        for (int i = 0; i < 50; i++) {
            below = Math.nextDown(below);
            above = Math.nextUp(above);
            assertNearest(below);
            assertNearest(above);
        }
        for (int i = 2; i < 52; i++) {
            assertNearest(1 - Math.scalb(1.0, -i));
            assertNearest(1 + Math.scalb(1.0, -i));
        }
    }

    @Test
    void isTheNearestDoubleAtPowersOfTwoAndNextToTheFold() {
        for (int exponent = -104; exponent <= 0; exponent++) {
            double power = Math.scalb(1.0, exponent);
            assertNearest(power);
            assertNearest(Math.nextDown(power));
            assertNearest(Math.nextUp(power));
            assertNearest(Math.sqrt(2) * power);
            assertNearest(Math.nextUp(Math.sqrt(2) * power));
        }
    }

    private static void assertNearest(double x) {
        assertEquals(ExactLog.nearest(x), PortableLog.log(x), () -> "log " + Double.toHexString(x));
    }
}
