package org.chainrule.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.explain.XorEnding.Kind;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.SweepListener;
import org.junit.jupiter.api.Test;

class XorAtlasTest {
    private static final XorExperiment SHORT =
            XorExperiment.usual().epochs(300).hidden(2, 3).rates(0.5, 2);
    private static final XorAtlas ATLAS = SHORT.atlas(12);

    /** The law of replay: same ending, same bits. */
    @Test
    void anySeedCanBeMadeAgain() {
        for (int units : new int[] {2, 3}) {
            for (double rate : new double[] {0.5, 2}) {
                for (int seed = 0; seed < 12; seed++) {
                    History again = ATLAS.run(units, rate, seed);
                    assertEquals(ATLAS.at(units, rate).of(seed), XorEnding.of(again));
                    assertArrayEquals(
                            SHORT.run(units, rate, seed).network().parameters(),
                            again.network().parameters());
                }
            }
        }
        assertEquals(ATLAS.cells(), SHORT.atlas(12).cells());
    }

    @Test
    void aPlaceDoesNotDependOnWhatElseIsCounted() {
        List<List<Object>> alone = SHORT.hidden(3).rates(2).atlas(12).at(3, 2).cells();
        assertEquals(alone, ATLAS.at(3, 2).cells());
    }

    @Test
    void theTableHasARowForEachPlaceAndAColumnForEachEndingThatOccurs() {
        assertEquals(4, ATLAS.cells().size());
        assertEquals(
                List.of("hidden units", "rate", "seeds", "solved", "95 % interval"),
                ATLAS.columns().subList(0, 5));
        ATLAS.cells().forEach(row -> assertEquals(ATLAS.columns().size(), row.size()));
        assertEquals(List.of(2, 0.5, 12), ATLAS.cells().get(0).subList(0, 3));
        assertEquals("XOR with 2, 3 hidden units, seeds 0 to 11: all 48 runs", ATLAS.toString());
    }

    /** Counted with NumPy for source D's procedure: seed 0 is stuck with two answers, 3 learns it. Here it is 20 times faster. */
    @Test
    void fullBatchesEndAsTheSmallStepsOfSourceD() {
        XorEndings endings = XorExperiment.usual().atlas(4).at(2, 2);
        assertEquals("two at ½: (0, 1), (1, 1)", endings.of(0).toString());
        assertEquals(Kind.SOLVED, endings.of(3).kind());
        assertArrayEquals(new int[] {3}, endings.seeds(Kind.SOLVED));
        assertEquals(4, endings.counted());
        int all = endings.cells().stream().mapToInt(row -> (int) row.get(1)).sum();
        assertEquals(4, all);
    }

    @Test
    void everySettingMatters() {
        double[] usual = end(SHORT);
        Dataset other =
                Dataset.of(new double[][] {{0, 0}, {1, 1}, {1, 0}, {0, 1}}, new double[][] {{0}, {0}, {1}, {1}});
        List.of(
                        SHORT.epochs(200),
                        SHORT.online(),
                        SHORT.shuffled(),
                        SHORT.optimizer(Optimizer::adam),
                        SHORT.initializer(Initializer.he()),
                        SHORT.loss(Loss.squaredError()),
                        SHORT.samples(other))
                .forEach(experiment -> assertNotEquals(usual[0], end(experiment)[0], experiment.toString()));
        assertArrayEquals(usual, end(SHORT));
    }

    private static double[] end(XorExperiment experiment) {
        return experiment.run(2, 0.5, 1).network().parameters();
    }

    @Test
    void anInterruptLeavesWhatWasCounted() {
        Thread caller = Thread.currentThread();
        SweepListener stopsSoon = (done, all) -> {
            if (done >= 3) {
                caller.interrupt();
            }
        };
        XorAtlas atlas = XorExperiment.usual().hidden(2, 3).atlas(1_000_000, stopsSoon);
        assertTrue(Thread.interrupted());
        int counted = atlas.at(2, 2).counted();
        assertTrue(counted >= 1 && counted < 1_000_000, "counted " + counted);
        assertTrue(atlas.toString().contains("interrupted after "), atlas.toString());
        assertEquals(counted, atlas.cells().get(0).get(2));
    }

    @Test
    void interruptedBeforeItsFirstRunItHasCountedNothing() {
        Thread.currentThread().interrupt();
        XorAtlas atlas = XorExperiment.usual().epochs(100_000_000).atlas(2);
        assertTrue(Thread.interrupted());
        assertEquals(Arrays.asList(2, 2.0, 0, null, null), atlas.cells().get(0));
        assertEquals("2-2-1, rate 2: no seed was counted", atlas.at(2, 2).toString());
        assertEquals(List.of(), atlas.at(2, 2).cells());
        assertThrows(IllegalArgumentException.class, () -> atlas.at(2, 2).solved());
    }

    @Test
    void whatWasNotCountedIsNamed() {
        IllegalArgumentException missing = assertThrows(IllegalArgumentException.class, () -> ATLAS.at(5, 0.5));
        assertTrue(missing.getMessage().contains("5 hidden units at the rate 0.5"), missing.getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> ATLAS.at(2, 0.5).of(12));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SHORT.hidden());
        assertThrows(IllegalArgumentException.class, () -> SHORT.hidden(0));
        assertThrows(IllegalArgumentException.class, () -> SHORT.hidden(2, 2));
        assertThrows(IllegalArgumentException.class, () -> SHORT.rates(0.5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SHORT.rates(0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> SHORT.epochs(0));
        assertThrows(IllegalArgumentException.class, () -> SHORT.optimizer(null));
        assertThrows(IllegalArgumentException.class, () -> SHORT.atlas(0));
        assertThrows(IllegalArgumentException.class, () -> SHORT.atlas(Integer.MAX_VALUE));
        assertThrows(
                IllegalStateException.class, () -> SHORT.optimizer(rate -> null).atlas(2));
    }
}
