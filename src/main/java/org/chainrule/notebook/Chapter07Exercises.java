package org.chainrule.notebook;

import java.util.List;

/** The shapes of the landscape, by hand. */
final class Chapter07Exercises {
    private Chapter07Exercises() {}

    static List<Exercise> all() {
        return List.of(inTheValley(), largestRate(), copies());
    }

    /** 0.5 w₀ + 0.35 w₁ = ln(0.725 / 0.275). */
    private static Exercise inTheValley() {
        double sum = StrictMath.log(0.725 / (1 - 0.725));
        return Exercise.of("1", (sum - 0.5 * 2) / 0.35)
                .whoever(
                        (0.725 - 0.5 * 2) / 0.35,
                        "then the weighted sum is 0.725; the answer is to be, and the sigmoid lies between the two")
                .whoever(sum - 0.5 * 2, "that is 0.35 times the second weight")
                .whoever(sum / 0.35, "the first weight and its input have their part of the sum")
                .whoever((sum - 2) / 0.35, "the first weight counts with its input, 0.5")
                .whoever((-sum - 0.5 * 2) / 0.35, "the sigmoid's inverse is ln(a / (1 − a)); yours is upside down");
    }

    /** (x·w − y)² has the curvature 2 x·x = 50 along x. */
    private static Exercise largestRate() {
        return Exercise.of("2", 2 / 50.0)
                .whoever(1 / 50.0, "there one step ends at the bottom; it diverges at twice that rate")
                .whoever(2 / 25.0, "the square's own factor 2 is missing from the curvature")
                .whoever(2 / 10.0, "that takes the length of the inputs; the curvature has its square")
                .whoever(
                        2 / 7.0, "the inputs' squares are added, 9 + 16, and the square's own factor 2 comes with them")
                .whoever(50, "that is the curvature; the rate is 2 over it");
    }

    /** 3! orders, and for each unit two signs. */
    private static Exercise copies() {
        return Exercise.of("3", 3 * 2 * 8)
                .whoever(3 * 2, "these are the orders; each unit can also turn its signs")
                .whoever(8, "these are the signs; the units can also be listed in another order")
                .whoever(3 * 2 + 8, "every order goes with every choice of signs: the numbers multiply")
                .whoever(3 * 2 * 2, "each of the three units can turn its signs on its own")
                .whoever(3 * 2 * 8 - 1, "count the solution itself as well");
    }
}
