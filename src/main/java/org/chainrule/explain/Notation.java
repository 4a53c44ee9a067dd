package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.data.Tabular;

/**
 * One dictionary of the five sources' notations: how each of them writes what this library has a name for. Shown in a cell
 * it is a table.
 */
public final class Notation implements Tabular {
    private static final String SOURCES = "ABCDE";
    private static final String[] DICTIONARY = """
        input|pass.a(0), n×d|a⁽⁰⁾, X|xᵢ, X|x, a⁽⁰⁾|input, inp|xᵢ, X; a₀, never introduced
        layers are counted|1 … L; the input is 0|0 … L|1 … 3; the output is P|1 … L|not: “the next”, “superscript −1”|1 … L
        weights into layer l|net.layer(l).W(), d×m|w⁽ˡ⁻¹⁾, W⁽ˡ⁻¹⁾; in rows W′⁽ˡ⁻¹⁾|w⁽ˡ⁾, two indices; W1, W2, W3|W⁽ˡ⁾; w, two indices|w1, w2; weights|W_l
        first index of a weight|the input|the unit; in W′ the input|the unit; in W1, W2, W3 the input|the unit|the input|the unit
        biases of layer l|net.layer(l).b(), 1×m|b⁽ˡ⁻¹⁾|w⁽ˡ⁾, second index 0; none in the program|b⁽ˡ⁾; part of W̃⁽ˡ⁾|b; bias|b_l
        weighted sums|pass.z(l), n×m|z⁽ˡ⁾|a⁽ˡ⁾|z⁽ˡ⁾|p|z_l
        activations|pass.a(l), n×m|a⁽ˡ⁾|h(a⁽ˡ⁾)|a⁽ˡ⁾|a; act|a_l
        activation function|SIGMOID, TANH, …|σ; sig|h, at the output σ|σ|Sigmoid|σ
        output|pass.output(), n×m|ŷ; pred|P; o|a⁽ᴸ⁾, ŷ|Yᵖ, Yᵖʳᵉᵈⁱᶜᵗᵉᵈ; preds|a_L, ŷ; in the figure y
        target|Y, n×m|y|t|y|Yᵗʳᵘᵉ; labels|y
        a sample is|a row|a column; in the gradients and the program a row|an index n; in the program a row|a column|a row|a column
        loss|loss.of(net, X, Y)|C, mse|E|L|L, MSE; Error|C
        loss of one sample|halfSquaredError(), …|½ Σ(ŷ − y)²; once without ½|½ (t − P)²|squared error, or cross-entropy|(Yᵖ − Yᵗʳᵘᵉ)²; cross-entropy in the program|½ (a_L − y)²
        several samples|the mean; summed() for the sum|the sum|the sum; the printed loss is a mean|c Σ, c usually 1/N|1/n Σ, with n = 1 in the program|the mean
        ∂C/∂z of layer l|g.delta(l), n×m|without a name|δ⁽ˡ⁾|δ⁽ˡ⁾; of a batch Δ⁽ˡ⁾, without the 1/B|grad, after sigmoidBackward|δ_l, without the 1/n
        ∂C/∂W of layer l|g.dW(l), d×m|C′(w⁽ˡ⁻¹⁾); dw|∂Eₙ/∂w⁽ˡ⁾|∂L/∂W⁽ˡ⁾|∂L/∂w; grad_weights|∂C/∂W_l
        ∂C/∂b of layer l|g.db(l), 1×m|C′(b⁽ˡ⁻¹⁾); db|not derived|∂L/∂b⁽ˡ⁾|grad_bias|∂C/∂b_l
        learning rate|rate|learning rate|1, without a name|λ, later η|learning rate, step_size|α
        entry times entry|elementMult|⊙|– (all are single numbers)|⊙|–; * in the program|⊙
        """.split("\n");

    private final String letters;

    private Notation(String letters) {
        this.letters = letters;
    }

    /**
     * One source's notation beside this library's.
     *
     * @param letter the letter of a source, as "A"
     * @throws IllegalArgumentException if there is no such source
     */
    public static Notation of(String letter) {
        if (letter == null || letter.length() != 1 || !SOURCES.contains(letter)) {
            throw new IllegalArgumentException(
                    "there is no notation of a source \"" + letter + "\"; the sources are A, B, C, D and E");
        }
        return new Notation(letter);
    }

    /** All five side by side, and this library's. */
    public static Notation all() {
        return new Notation(SOURCES);
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("what it is", "here"));
        letters.chars().forEach(letter -> columns.add("source " + (char) letter));
        return columns;
    }

    @Override
    public List<List<Object>> cells() {
        return List.of(DICTIONARY).stream().map(this::entry).toList();
    }

    private List<Object> entry(String line) {
        String[] words = line.split("\\|");
        return IntStream.range(0, words.length)
                .filter(i -> i < 2 || letters.indexOf(SOURCES.charAt(i - 2)) >= 0)
                .<Object>mapToObj(i -> words[i])
                .toList();
    }

    /**
     * The letter of the one source.
     *
     * @throws IllegalArgumentException if this is the dictionary of all five
     */
    String letter() {
        if (letters.length() != 1) {
            throw new IllegalArgumentException("a derivation is written in one notation, but this is the dictionary of "
                    + letters.length() + "; take Notation.of(\"A\"), or B, C, D, E");
        }
        return letters;
    }

    @Override
    public String toString() {
        return letters.length() == 1
                ? "The notation of source " + letters + ", and this library's"
                : "The notations of the five sources, and this library's";
    }
}
