package org.chainrule.notebook;

import java.util.List;

/** The exercises of the chapters, by their numbers. */
public final class Exercises {
    private Exercises() {}

    /**
     * Chapter 01, on source A's recovered start: 1 is Δ(3) of the sample (0.2, 0.8) → 0.4, 2 is dW(2) of the same sample, 3
     * is db(1) of that sample together with (0.6, 0.1) → 0.9, 4 is W(3) after one step at rate 0.5 on the first sample, and 5
     * what the program as printed holds for Δ(2) in its first update.
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

    /**
     * Chapter 03, in source C's columns on {@code SourceC.network()}: 1 is the Jacobian of softmax at (0.2, −1, 0.7); for the
     * sample (0.8, −0.6) of class 1, 2 is δ(2), 3 is δ(2) for sigmoid outputs and the squared error, 4 is δ(1); for that
     * sample together with (−0.3, 1.1) of class 2, 5 is ∂L/∂b(1), and 6 the gradient by W̃(1) = [W(1) | b(1)].
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter03(int number) {
        return chosen("03", number, Chapter03Exercises.all());
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

    /**
     * Chapter 05, on source E's network 2-3-4-2, in columns: 1 is δ_3 of the sample (0.3, 0.8) → (0.9, 0.1), 2 is ∂C/∂W_2 of
     * the same sample, 3 is b_3 after one update with α = 0.8 for that sample together with (0.6, 0.1) → (0.2, 0.7), 4 is
     * the number of multiplications of one sweep back through 5-10-10-3, 5 is the cost after three updates with α = 1.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter05(int number) {
        return chosen("05", number, Chapter05Exercises.all());
    }

    /**
     * Chapter 06: 1 is the mean cross-entropy of the four samples of XOR where those of the labels 0, 1 and 1 share the best
     * answer and the fourth is right, 2 how many starts are to be tried so that all fail less than once in a thousand times if
     * one fails once in three, 3 the lower end of the 95 % interval for 20 of 20.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter06(int number) {
        return chosen("06", number, Chapter06Exercises.all());
    }

    /**
     * Chapter 07: 1 is the second weight of a sigmoid unit without bias that answers 0.725 to (0.5, 0.35), if the first is 2;
     * 2 the rate beyond which an identity unit diverges on (a − y)² of one sample with the inputs (3, 4); 3 how many copies a
     * solution of a 2-3-1 sigmoid network has by symmetry.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter07(int number) {
        return chosen("07", number, Chapter07Exercises.all());
    }

    /**
     * Chapter 08: 1 is the number of parameters of a 64-48-10 network, 2 the cross-entropy of an image for which all ten
     * outputs are 0.1, 3 the precision of a class of which 35 of 40 images were told right while 2 others were taken for it.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter08(int number) {
        return chosen("08", number, Chapter08Exercises.all());
    }

    /**
     * Chapter 09: 1 is what the last of 12, 13, 13 and 14 becomes when they are standardized; 2 the precision of the second of
     * three classes, of which 10, 1 and 0, 3, 12 and 1, 0, 1 and 7 samples were taken for the first, second and third; 3 the
     * epoch after which a run with patience 3 ends whose validation losses are 1.1, 0.8, 0.6, 0.5, 0.52, 0.49, 0.5, 0.51,
     * 0.53 and 0.47.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter09(int number) {
        return chosen("09", number, Chapter09Exercises.all());
    }

    private static Exercise chosen(String chapter, int number, List<Exercise> exercises) {
        if (number < 1 || number > exercises.size()) {
            throw new IllegalArgumentException("chapter " + chapter + " has the exercises 1 to " + exercises.size()
                    + ", but " + number + " was asked for");
        }
        return exercises.get(number - 1);
    }
}
