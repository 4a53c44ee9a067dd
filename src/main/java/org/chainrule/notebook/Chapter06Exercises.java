package org.chainrule.notebook;

import java.util.List;
import org.chainrule.training.Share;

/** Starts that fail, counted and reckoned with. */
final class Chapter06Exercises {
    private static final double FAILS = 1.0 / 3;
    private static final double MISSED = 0.001;

    private Chapter06Exercises() {}

    static List<Exercise> all() {
        return List.of(lossOfThreeAlike(), startsToBeSure(), lowestShareBehindTwentyOfTwenty());
    }

    /** An answer q for the labels 0, 1, 1 costs −ln(1 − q) − 2 ln q, least at ⅔; the fourth sample costs nothing. */
    private static Exercise lossOfThreeAlike() {
        double sum = -StrictMath.log(1.0 / 3) - 2 * StrictMath.log(2.0 / 3);
        return Exercise.of("1", sum / 4)
                .whoever(sum, "that is the sum; the run reports the mean of the four samples")
                .whoever(sum / 3, "that is the mean of three samples; the fourth costs nothing, but it counts")
                .whoever(3 * StrictMath.log(2) / 4, "with ½ the three cost more; which answer suits 0, 1 and 1 best?")
                .whoever(2.0 / 3, "that is the best answer; what do the four samples cost with it?");
    }

    /** All n starts fail with the probability ⅓ⁿ, below a thousandth from n = 7 on. */
    private static Exercise startsToBeSure() {
        double starts = StrictMath.log(MISSED) / StrictMath.log(FAILS);
        return Exercise.of("2", StrictMath.ceil(starts))
                .whoever(starts, "that is where the two meet; starts are whole ones")
                .whoever(StrictMath.floor(starts), "with 6 starts all fail once in 729 times, a little too often")
                .whoever(
                        StrictMath.ceil(StrictMath.log(MISSED) / StrictMath.log(1 - FAILS)),
                        "that many starts hardly ever all succeed; they are not to all fail")
                .whoever(FAILS / MISSED, "probabilities of independent starts are multiplied: ⅓ · ⅓ · …");
    }

    private static Exercise lowestShareBehindTwentyOfTwenty() {
        double z = 1.959963984540054;
        return Exercise.of("3", new Share(20, 20).low())
                .whoever(1, "that is the share that was counted; a network that fails once in 20 often passes, too")
                .whoever(0.95, "95 % is how sure the interval is, not where it ends")
                .whoever(1 - z / Math.sqrt(20), "√(p(1 − p)/n) is 0 at p = 1; Wilson's formula has a term more")
                .whoever(1 - 3.0 / 20, "that is the rule of three, one-sided; Wilson's lower end is asked for");
    }
}
