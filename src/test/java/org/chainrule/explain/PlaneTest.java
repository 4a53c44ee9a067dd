package org.chainrule.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneTest {
    private static final Network FIVE = Network.of(Dense.withoutBias(new SimpleMatrix(5, 1), Activation.IDENTITY));
    private static final Network THREE = Network.of(Dense.withoutBias(new SimpleMatrix(3, 1), Activation.IDENTITY));

    /** A walk that drifts along one direction and less along another, and its image in a mirror. */
    private static List<double[]> walk(long seed, double sign) {
        NumpyRandom random = NumpyRandom.seed(seed);
        double[] drift = random.randn(1, 5).getDDRM().data;
        double[] bend = random.randn(1, 5).getDDRM().data;
        List<double[]> path = new ArrayList<>();
        for (int t = 0; t <= 12; t++) {
            double[] theta = new double[5];
            for (int i = 0; i < 5; i++) {
                theta[i] = sign * (t * drift[i] + 0.05 * t * (12 - t) * bend[i] + 0.01 * random.randn());
            }
            path.add(theta);
        }
        return path;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void bothDirectionsPointToTheEnd(long seed) {
        for (double sign : new double[] {1, -1}) {
            List<double[]> path = walk(seed, sign);
            Plane plane = Plane.along(FIVE, path);
            assertTrue(plane.x(path.get(0)) < 0, "the first from the start");
            assertTrue(plane.y(path.get(6)) < 0, "the second from the middle");
            double x = 0;
            double y = 0;
            for (double[] theta : path) {
                x += plane.x(theta) * plane.x(theta);
                y += plane.y(theta) * plane.y(theta);
            }
            assertTrue(x > y, "the main direction comes first");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3, 0", "3, -1, 2, 1", "3, 2, -1, 2", "2, 1, 1, 1", "-5, 4, 0, 2"})
    void besideAStraightPathLiesTheParameterThatMovedLeast(double a, double b, double c, int axis) {
        List<double[]> path = List.of(new double[3], new double[] {a, b, c}, new double[] {2 * a, 2 * b, 2 * c});
        Plane plane = Plane.along(THREE, path);
        assertEquals("along " + THREE.parameter(axis) + ", in the same units", plane.yName());
        assertEquals(-2 * Math.sqrt(a * a + b * b + c * c), plane.x(new double[3]), 1e-12);
    }

    /** Two thirds and two sevenths of a million are rounded, so that the three points are beside a line by that much. */
    @Test
    void whatIsBesideALineByRoundingsOnlyIsOnIt() {
        double[] b = {1e6 / 3, 1e6 / 7, 1e6 / 11};
        double[] c = {3.3 * b[0], 3.3 * b[1], 3.3 * b[2]};
        assertThrows(IllegalArgumentException.class, () -> Plane.through(new double[3], b, c));
        Plane plane = Plane.through(new double[3], new double[] {1e-9, 0, 0}, new double[] {0, 1e-9, 0});
        assertEquals(1e-9, plane.y(new double[] {0, 1e-9, 0}), 1e-20);
    }

    @Test
    void whatIsTooFarApartIsRefusedOnEitherSide() {
        double[] near = {1, 0, 0};
        double[] far = {0, 1e200, 0};
        for (List<double[]> points : List.of(List.of(near, far), List.of(far, near))) {
            String words = assertThrows(
                            IllegalArgumentException.class,
                            () -> Plane.through(new double[3], points.get(0), points.get(1)))
                    .getMessage();
            assertTrue(words.startsWith("the three networks are too far apart"), words);
        }
    }
}
