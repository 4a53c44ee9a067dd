package org.chainrule.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyRandomGoldenTest {
    private static final int RANDN_DRAWS = 250_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 42, 12345, 4294967295L})
    void randIsNumpysToTheBit(long seed) {
        List<String> golden = Golden.bySeed("rand.txt").get(seed);
        NumpyRandom random = NumpyRandom.seed(seed);
        double[] draws =
                IntStream.range(0, 200_000).mapToDouble(i -> random.rand()).toArray();

        double[] first = doubles(Golden.after("first", golden).get(0));
        assertArrayEquals(first, Arrays.copyOf(draws, first.length));
        for (String line : Golden.after("sha256", golden)) {
            String[] words = line.split(" ");
            assertEquals(words[1], Golden.sha256(draws, Integer.parseInt(words[0])), words[0] + " draws");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 42, 12345, 4294967295L})
    void randnIsNumpysToTheBitExceptWhereTheCLibraryRoundsItsLogarithmWrongly(long seed) {
        List<String> golden = Golden.bySeed("randn.txt").get(seed);
        Map<Integer, Integer> ulps = differences(golden);
        NumpyRandom random = NumpyRandom.seed(seed);
        double[] numpy = new double[RANDN_DRAWS];
        for (int i = 0; i < numpy.length; i++) {
            long bits = Double.doubleToRawLongBits(random.randn()) + ulps.getOrDefault(i, 0);
            numpy[i] = Double.longBitsToDouble(bits);
        }

        int i = 0;
        for (String line : Golden.after("draws", golden)) {
            for (ByteBuffer row = ByteBuffer.wrap(Base64.getDecoder().decode(line)); row.hasRemaining(); i++) {
                assertEquals(row.getDouble(), numpy[i], "draw " + i);
            }
        }
        assertEquals(1000, i);
        assertEquals(Golden.after("sha256", golden).get(0), Golden.sha256(numpy, RANDN_DRAWS));
    }

    /** At each draw that differs, ours comes from the double that is nearest to the true logarithm. */
    @ParameterizedTest
    @ValueSource(longs = {0, 42, 12345, 4294967295L})
    void whereRandnDiffersOurLogarithmIsTheCorrectlyRoundedOne(long seed) {
        Map<Integer, Integer> ulps = differences(Golden.bySeed("randn.txt").get(seed));
        NumpyRandom random = NumpyRandom.seed(seed);
        int proved = 0;
        for (int i = 0; i < RANDN_DRAWS; i += 2) {
            NumpyRandom before = random.copy();
            double first = random.randn();
            double second = random.randn();
            if (!ulps.containsKey(i) && !ulps.containsKey(i + 1)) {
                continue;
            }
            double x;
            double y;
            double square;
            do {
                x = 2 * before.rand() - 1;
                y = 2 * before.rand() - 1;
                square = x * x + y * y;
            } while (square >= 1 || square == 0);
            double factor = Math.sqrt(-2 * ExactLog.nearest(square) / square);
            assertEquals(factor * y, first, "draw " + i);
            assertEquals(factor * x, second, "draw " + (i + 1));
            proved++;
        }
        assertTrue(proved >= ulps.size() / 2, proved + " pairs for " + ulps.size() + " draws");
    }

    @Test
    void randnDiffersAsRarelyAndAsLittleAsDocumented() {
        List<Integer> ulps = Golden.bySeed("randn.txt").values().stream()
                .flatMap(golden -> differences(golden).values().stream())
                .toList();
        assertEquals(359, ulps.size());
        assertTrue(ulps.stream().allMatch(ulp -> ulp != 0 && Math.abs(ulp) <= 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 42, 12345, 4294967295L})
    void callsInAnyOrderAreNumpysToTheBit(long seed) {
        NumpyRandom random = NumpyRandom.seed(seed);
        List<String> golden = Golden.bySeed("interleaved.txt").get(seed);
        for (int line = 0; line < golden.size(); line++) {
            String[] sides = golden.get(line).split(" = ");
            assertEquals(sides[1], call(random, sides[0].split(" ")), "line " + line + ": " + sides[0]);
        }
    }

    private static String call(NumpyRandom random, String[] words) {
        return switch (words[0]) {
            case "rand" -> hex(random.rand());
            case "randn" -> hex(random.randn());
            case "randint" -> Long.toString(random.randint(Long.parseLong(words[1]), Long.parseLong(words[2])));
            case "permutation" -> join(random.permutation(Integer.parseInt(words[1])));
            case "shuffle" -> {
                int[] values = IntStream.range(0, Integer.parseInt(words[1])).toArray();
                random.shuffle(values);
                yield join(values);
            }
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Map<Integer, Integer> differences(List<String> golden) {
        Map<Integer, Integer> ulps = new TreeMap<>();
        for (String line : Golden.after("differs", golden)) {
            for (String entry : line.split(" ")) {
                String[] parts = entry.split(":");
                ulps.put(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        }
        return ulps;
    }

    /** As Python's {@code float.hex}. */
    private static String hex(double value) {
        return Double.toHexString(value).replaceFirst("p(?=\\d)", "p+").replaceFirst("\\.0p", ".0000000000000p");
    }

    private static String join(int[] values) {
        return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static double[] doubles(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
