package org.chainrule.explain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.network.Network;

/**
 * How a notation writes each quantity. The notations are data, a block each, in which {@code <l>} stands for the layer,
 * {@code <j>} for the unit, {@code <k>} for the input and {@code <i>} for the sample.
 *
 * <p>Source B drops the index of an only output. Source D counts layers from that of the derivative: {@code <r>} becomes
 * −1 for the one after it. D has no indices of units; it gets them where a layer has several, because paths could not be
 * told apart without them.
 */
final class Symbols {
    private static final String NOTATIONS = """
        text
        first index: 0
        sample: i
        cost: C
        cost of sample: C[<i>]
        weight: W(<l>)[<k>, <j>]
        bias: b(<l>)[<j>]
        sum: z(<l>)[<j>]
        activation: a(<l>)[<j>]
        target: y[<j>]

        here
        first index: 0
        sample: i
        cost: C
        cost of sample: C_{<i>}
        weight: w_{<k>,<j>}^{(<l>)}
        bias: b_{<j>}^{(<l>)}
        sum: z_{<j>}^{(<l>)}
        activation: a_{<j>}^{(<l>)}
        target: y_{<j>}
        delta: \\delta_{<j>}^{(<l>)}
        delta is of: the loss

        A
        first index: 0
        sample: i
        cost: C
        cost of sample: C_{<i>}
        weight: w_{<j>,<k>}^{(<l-1>)}
        bias: b_{<j>}^{(<l-1>)}
        sum: z_{<j>}^{(<l>)}
        activation: a_{<j>}^{(<l>)}
        target: y_{<j>}

        B
        first index: 1
        sample: n
        cost: E
        cost of sample: E_{<i>}
        weight: w_{<jk>}^{(<l>)}
        weight, only output: w_{<k>}^{(<l>)}
        bias: w_{<j>0}^{(<l>)}
        bias, only output: w_{0}^{(<l>)}
        sum: a_{<j>}^{(<l>)}
        sum, only output: a^{(<l>)}
        activation: h(a_{<j>}^{(<l>)})
        activation, output: P_{<j>}
        activation, only output: P
        target: t_{<j>}
        target, only output: t
        delta: \\delta_{<j>}^{(<l>)}
        delta, only output: \\delta^{(<l>)}
        delta is of: a sample

        C
        first index: 1
        sample: k
        cost: L
        cost of sample: L_{<i>}
        weight: w_{<j>,<k>}^{(<l>)}
        bias: b_{<j>}^{(<l>)}
        sum: z_{<j>}^{(<l>)}
        activation: a_{<j>}^{(<l>)}
        target: y_{<j>}
        delta: \\delta_{<j>}^{(<l>)}
        delta is of: a sample

        D
        first index: 1
        sample: i
        cost: L
        cost of sample: L_{<i>}
        weight: w<l>_{<k>,<j>}
        bias: b<l>_{<j>}
        bias, only unit: b<l>
        sum: p<r>_{<j>}
        sum, only unit: p<r>
        activation: a<r>_{<j>}
        activation, only unit: a<r>
        target: Y^{true}_{<j>}
        target, only unit: Y^{true}

        E
        first index: 1
        sample: i
        cost: C
        cost of sample: C_{<i>}
        weight: w_{<jk>}^{<l>}
        bias: b_{<j>}^{<l>}
        sum: z_{<j>}^{<l>}
        activation: a_{<j>}^{<l>}
        target: y_{<j>}
        delta: \\delta_{<j>}^{<l>}
        delta is of: a sample
        """;
    private static final Map<String, Map<String, String>> BY_NAME = Stream.of(NOTATIONS.split("\n\n"))
            .map(block -> block.split("\n", 2))
            .collect(Collectors.toMap(block -> block[0], block -> entries(block[1])));

    private final Map<String, String> notation;
    private final int firstIndex;
    private final Network network;
    private final int base;

    private Symbols(String notation, Network network, int base) {
        this.notation = BY_NAME.get(notation);
        this.firstIndex = Integer.parseInt(this.notation.get("first index"));
        this.network = network;
        this.base = base;
    }

    /**
     * @param letter a source's
     * @param base the layer of the derivative
     */
    static Symbols ofSource(String letter, Network network, int base) {
        return new Symbols(letter, network, base);
    }

    /** LaTeX in this library's own notation. */
    static Symbols here(Network network, int base) {
        return new Symbols("here", network, base);
    }

    /** Plain text: what the library's methods are called. */
    static Symbols text(Network network, int base) {
        return new Symbols("text", network, base);
    }

    String of(Quantity quantity) {
        String name = quantity.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return written(template(name, quantity.layer()).orElseThrow(), quantity);
    }

    /** Cᵢ of any sample, and i itself. */
    String costOfAnySample() {
        return notation.get("cost of sample").replace("<i>", sample());
    }

    String sample() {
        return notation.get("sample");
    }

    /** The symbol of δ for a weighted sum, where the notation has one and means the derivative of these costs by it. */
    Optional<String> delta(Quantity sum, boolean costIsLoss) {
        return template("delta", sum.layer())
                .filter(template -> costIsLoss || notation.get("delta is of").equals("a sample"))
                .map(template -> written(template, sum));
    }

    /** a − y for an output unit. */
    String residual(Quantity sum) {
        Quantity activation = Quantity.activation(sum.layer(), sum.unit());
        return of(activation) + " - " + written(template("target", sum.layer()).orElseThrow(), sum);
    }

    private Optional<String> template(String name, int layer) {
        boolean isOutput = layer == network.depth();
        boolean isOnly = layer > 0 && network.layer(layer).units() == 1;
        String template = notation.get(name);
        template = isOutput ? notation.getOrDefault(name + ", output", template) : template;
        template = isOnly ? notation.getOrDefault(name + ", only unit", template) : template;
        template = isOnly && isOutput ? notation.getOrDefault(name + ", only output", template) : template;
        return Optional.ofNullable(template);
    }

    private String written(String template, Quantity quantity) {
        int l = quantity.layer();
        String j = String.valueOf(quantity.unit() + firstIndex);
        String k = String.valueOf(quantity.input() + firstIndex);
        return template.replace("<l>", String.valueOf(l))
                .replace("<l-1>", String.valueOf(l - 1))
                .replace("<r>", l == base ? "" : "^{" + (base - l) + "}")
                .replace("<jk>", j.length() + k.length() == 2 ? j + k : j + "," + k)
                .replace("<j>", j)
                .replace("<k>", k)
                .replace("<i>", j);
    }

    private static Map<String, String> entries(String block) {
        return block.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }
}
