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
     * Chapter 02. At source B's network with {@code SourceB.randomStart(2)}, its samples and its E: 1 is δ(2) of the three
     * samples, 2 is ∂E/∂w₁₃ of layer 2, 3 are the derivatives by the biases of layer 1. 4 is the step on the printed loss that
     * is worth the step 1 on E, 5 is the value at which all weights of W3 stop in the class with four units a layer, 6 is how
     * many different numbers there can be among the 25 parameters after an equal start, if there are biases.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter02(int number) {
        return chosen("02", number, Chapter02Exercises.all());
    }

    private static Exercise chosen(String chapter, int number, List<Exercise> exercises) {
        if (number < 1 || number > exercises.size()) {
            throw new IllegalArgumentException("chapter " + chapter + " has the exercises 1 to " + exercises.size()
                    + ", but " + number + " was asked for");
        }
        return exercises.get(number - 1);
    }
}
