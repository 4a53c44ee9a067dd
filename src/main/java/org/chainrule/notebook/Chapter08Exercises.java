package org.chainrule.notebook;

import java.util.List;

/** Reading digits: sizes, losses and counts. */
final class Chapter08Exercises {
    private Chapter08Exercises() {}

    static List<Exercise> all() {
        return List.of(parameters(), knowsNothing(), precision());
    }

    /** 64-48-10, with biases. */
    private static Exercise parameters() {
        return Exercise.of("1", 64 * 48 + 48 + 48 * 10 + 10)
                .whoever(64 * 48 + 48 * 10, "these are the weights; every hidden unit and every output has a bias too")
                .whoever(64 * 48 + 48, "the outputs have weights and biases as well")
                .whoever(
                        64 * 48 + 64 + 48 * 10 + 10,
                        "a layer has a bias for each of its units, not for each of its inputs")
                .whoever(64 + 48 + 10, "these are the units; each hidden unit alone has 64 weights")
                .whoever(
                        64 * 48 + 64 + 48 + 48 * 10 + 10,
                        "pixels are given, not computed: they have no biases, only the two layers do");
    }

    /** −ln 0.1. */
    private static Exercise knowsNothing() {
        return Exercise.of("2", StrictMath.log(10))
                .whoever(StrictMath.log(0.1), "a loss is minus the logarithm, and never below 0")
                .whoever(1, "that is the logarithm to the base 10; the cross-entropy has the natural one")
                .whoever(0.1, "that is the probability of the right digit; the loss is minus its logarithm")
                .whoever(
                        10 * StrictMath.log(10),
                        "the target is 0 for nine of the ten digits, and these terms vanish: only the right one counts")
                .whoever(
                        0.1 * StrictMath.log(10),
                        "the logarithm is multiplied by the target, 1 for the right digit, not by the output");
    }

    /** 35 of the 35 + 2 that were taken for it. */
    private static Exercise precision() {
        return Exercise.of("3", 35 / 37.0)
                .whoever(35 / 40.0, "that is the recall: of the images of an 8, the share that was told right")
                .whoever(37 / 40.0, "the two others are no 8; of all that were taken for an 8, how many are one?")
                .whoever(35 / 42.0, "the five that were missed were not taken for an 8; they do not count here")
                .whoever(33 / 35.0, "the two others come on top of the 35")
                .whoever(2 / 37.0, "that is the share that is wrong; the precision is the share that is right");
    }
}
