package org.chainrule.notebook;

import java.util.List;

/** The exercises of the chapters, by their numbers. */
public final class Exercises {
    private Exercises() {}

    /**
     * Chapter 01, on source A's recovered start: 1 is Δ(3) of the sample (0.2, 0.8) → 0.4, 2 is dW(2) of the same sample, 3
     * is db(1) of that sample together with (0.6, 0.1) → 0.9.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter01(int number) {
        return chosen("01", number, Chapter01Exercises.all());
    }

    /**
     * Chapter 04, on source D's recovered 2-2-1 start and the binary cross-entropy of the sample (0.5, 1) → 1: 1 is Δ(2), 2 what
     * the output layer's {@code backward} returns, 3 dW(1), and 4 the change of W(2) in one step of rate 0.01. 5 is the summed
     * cross-entropy of the four printed predictions, 6 the least that two samples of different labels cost that share an answer.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter04(int number) {
        return chosen("04", number, Chapter04Exercises.all());
    }

    private static Exercise chosen(String chapter, int number, List<Exercise> exercises) {
        if (number < 1 || number > exercises.size()) {
            throw new IllegalArgumentException("chapter " + chapter + " has the exercises 1 to " + exercises.size()
                    + ", but " + number + " was asked for");
        }
        return exercises.get(number - 1);
    }
}
