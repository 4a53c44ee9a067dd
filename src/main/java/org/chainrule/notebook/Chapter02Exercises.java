package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.List;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Network;
import org.chainrule.sources.b.SourceB;
import org.ejml.simple.SimpleMatrix;

/** Derivatives of source B's network at weights that differ, and three questions about its printed run. */
final class Chapter02Exercises {
    /** Where the first three are asked, as the chapter says. */
    private static final Network NET = SourceB.randomStart(2);

    private static final SimpleMatrix X = SourceB.data().inputs();
    private static final SimpleMatrix T = SourceB.data().targets();

    private Chapter02Exercises() {}

    static List<Exercise> all() {
        ForwardPass pass = NET.forward(X);
        Gradients g = Backpropagation.gradients(NET, SourceB.E, X, T);
        return List.of(
                deltaOfTheSecondLayer(pass, g),
                oneWeight(pass, g),
                biasesOfTheFirstLayer(g),
                stepForThePrintedLoss(),
                whereAWiderClassStops(),
                differentParameters());
    }

    private static Exercise deltaOfTheSecondLayer(ForwardPass pass, Gradients g) {
        SimpleMatrix arriving = g.delta(3).mult(NET.layer(3).W().transpose());
        SimpleMatrix error = pass.output().minus(T);
        SimpleMatrix slope = SIGMOID.derivative(pass.z(2));
        SimpleMatrix ofTheOutput = SIGMOID.derivative(pass.z(3)).mult(SimpleMatrix.filled(1, 3, 1));
        return Exercise.of("1", g.delta(2))
                .whoever(g.delta(2).scale(-1), "the sign is turned around; the error is P − t")
                .whoever(arriving, "the error went through W3, but not yet through h′(a⁽²⁾)")
                .whoever(
                        error.mult(NET.layer(3).W().transpose()).elementMult(slope),
                        "δ⁽³⁾ is not P − t alone; the factor σ′(a⁽³⁾) is missing")
                .whoever(
                        arriving.elementMult(timesOneMinus(pass.z(2))),
                        "x(1 − x) wants the activation h(a⁽²⁾), and got the sum a⁽²⁾, as in the script")
                .whoever(
                        arriving.elementMult(SIGMOID.derivative(pass.a(2))),
                        "σ′ was taken at h(a⁽²⁾); it wants a⁽²⁾, or x(1 − x) wants h(a⁽²⁾)")
                .whoever(
                        arriving.elementMult(ofTheOutput),
                        "the derivative is that of layer 3; the error has arrived at layer 2")
                .whoever(
                        arriving.elementMult(timesOneMinus(pass.z(3)).mult(SimpleMatrix.filled(1, 3, 1))),
                        "a⁽³⁾(1 − a⁽³⁾) is what the class takes: the wrong layer, and a sum where x(1 − x) wants an activation")
                .whoever(g.delta(2).transpose(), "your matrix is transposed; a sample is a row, a unit a column")
                .whoever(g.delta(2).divide(3), "that is divided by the number of samples; E is a sum, not a mean");
    }

    private static Exercise oneWeight(ForwardPass pass, Gradients g) {
        double right = g.dW(2).get(2, 0);
        SimpleMatrix column = g.delta(2).cols(0, 1);
        return Exercise.of("2", right)
                .whoever(g.dW(2).get(0, 2), "the indices are swapped; the first is the unit, the second what comes in")
                .whoever(-right, "the sign is turned around; the error is P − t")
                .whoever(right / 3, "that is the mean over the samples; E is their sum")
                .whoever(
                        column.get(0) * pass.a(1).get(0, 2),
                        "that is the first sample alone; every sample adds its share")
                .whoever(
                        pass.z(1).cols(2, 3).dot(column),
                        "the weight multiplies h(a⁽¹⁾), not the sum a⁽¹⁾; that is the program's mistake")
                .whoever(pass.a(2).cols(2, 3).dot(column), "that is h(a⁽²⁾); what comes into layer 2 is h(a⁽¹⁾)");
    }

    private static Exercise biasesOfTheFirstLayer(Gradients g) {
        SimpleMatrix ones = SimpleMatrix.filled(1, 3, 1);
        SimpleMatrix right = ones.mult(g.delta(1));
        return Exercise.of("3", right)
                .whoever(right.divide(3), "that is the mean over the samples; E is their sum")
                .whoever(g.delta(1), "these are the shares of the three samples, row by row; add them up")
                .whoever(g.delta(1).rows(0, 1), "that is the first sample alone; every sample adds its share")
                .whoever(right.transpose(), "give it as a row, 1×3, one number a unit")
                .whoever(ones.mult(g.delta(1).transpose()), "that adds up the units of a sample; add up the samples")
                .whoever(ones.mult(g.delta(2)), "that belongs to layer 2; the error has one more layer to go")
                .whoever(g.dW(1).rows(0, 1), "those are the weights of x₁; what a bias multiplies is 1")
                .whoever(right.scale(-1), "the sign is turned around; the error is P − t");
    }

    private static Exercise stepForThePrintedLoss() {
        return Exercise.of("4", 1.5)
                .whoever(2.0 / 3, "the other way round: the printed loss is the smaller of the two")
                .whoever(3, "there is no ½ in the printed loss, but there is one in E")
                .whoever(0.5, "the printed loss is also divided by the number of samples")
                .whoever(1, "the two losses have the same minimum, but not the same slope");
    }

    private static Exercise whereAWiderClassStops() {
        return Exercise.of("5", 0.5)
                .whoever(2.0 / 3, "that is for three units; here four of them add up to a⁽³⁾")
                .whoever(0.25, "a unit whose sum is 0 gives h(0) = ½, not 1")
                .whoever(1, "that is a⁽³⁾; four units share it")
                .whoever(2, "that is the sum of the four weights")
                .whoever(SIGMOID.value(1), "that is the prediction; the question is about a weight");
    }

    private static Exercise differentParameters() {
        return Exercise.of("6", 7)
                .whoever(25, "that is how many parameters there are; the units of a layer stay copies of one another")
                .whoever(18, "that is how many weights there are; the units of a layer stay copies of one another")
                .whoever(4, "that is without the biases")
                .whoever(5, "nearly: but each layer has biases of its own, which follow errors of their own")
                .whoever(6, "nearly: but the two inputs differ, and so do the weights from them")
                .whoever(11, "nearly: but the biases of a layer are equal as well, like its units")
                .whoever(3, "the weights and the bias of a unit multiply different things");
    }

    /** The source's x(1 − x). */
    private static SimpleMatrix timesOneMinus(SimpleMatrix x) {
        return x.minus(x.elementMult(x));
    }
}
