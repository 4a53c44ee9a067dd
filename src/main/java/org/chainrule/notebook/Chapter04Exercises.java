package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.List;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.PublishedNumber;
import org.chainrule.sources.d.PublishedProgram;
import org.chainrule.sources.d.PublishedProgram.Mistake;
import org.chainrule.sources.d.SourceD;
import org.ejml.simple.SimpleMatrix;

/** Source D's network and the cross-entropy, by hand. */
final class Chapter04Exercises {
    private static final Loss LOSS = Loss.binaryCrossEntropy();

    private Chapter04Exercises() {}

    static List<Exercise> all() {
        Network net = SourceD.recoveredStart();
        SimpleMatrix X = new SimpleMatrix(new double[][] {{0.5, 1}});
        SimpleMatrix Y = new SimpleMatrix(new double[][] {{1}});
        return List.of(
                deltaOfTheOutput(net, X, Y),
                whatBackwardReturns(net, X, Y),
                gradientOfTheFirstLayer(net, X, Y),
                weightsAfterAStep(net, X, Y),
                errorOfThePrintedRun(),
                bestOfTheTrap());
    }

    private static Exercise deltaOfTheOutput(Network net, SimpleMatrix X, SimpleMatrix Y) {
        double a = net.predict(X).get(0, 0);
        double error = a - Y.get(0, 0);
        double slope = a * (1 - a);
        return Exercise.of("1", error)
                .whoever(-error, "the sign is turned around; it is prediction minus label")
                .whoever(-1 / a, "that is ∂L/∂a; the factor ∂a/∂p = a(1 − a) is missing")
                .whoever(
                        error * slope,
                        "a(1 − a) has cancelled already: the cross-entropy's ∂L/∂a has it below the line")
                .whoever(2 * error * slope, "that is δ of the squared error; the cross-entropy is asked for")
                .whoever(
                        -1 / a * SIGMOID.derivative(a),
                        "σ′ was taken at a; it wants the weighted sum, or the shortcut a(1 − a)");
    }

    private static Exercise whatBackwardReturns(Network net, SimpleMatrix X, SimpleMatrix Y) {
        ForwardPass pass = net.forward(X);
        SimpleMatrix delta = Backpropagation.gradients(net, LOSS, X, Y).delta(2);
        SimpleMatrix W = net.layer(2).W();
        SimpleMatrix back = delta.mult(W.transpose());
        return Exercise.of("2", back)
                .whoever(back.transpose(), "the numbers are right, but a row came in, and a row has to go back, 1×2")
                .whoever(back.scale(-1), "the sign is turned around; it is prediction minus label")
                .whoever(
                        back.elementMult(SIGMOID.derivative(pass.z(1))),
                        "that is ∂L/∂p of the hidden layer; what is returned stops at its activation")
                .whoever(
                        pass.a(1).scale(delta.get(0, 0)),
                        "that is the gradient of the weights, δ times the input; back goes δ times the weights")
                .whoever(
                        W.transpose().scale(-1 / pass.output().get(0, 0)),
                        "the error has not gone through this layer's own σ′ yet");
    }

    private static Exercise gradientOfTheFirstLayer(Network net, SimpleMatrix X, SimpleMatrix Y) {
        SimpleMatrix dW = Backpropagation.gradients(net, LOSS, X, Y).dW(1);
        return Exercise.of("3", dW)
                .whoever(
                        dW.transpose(),
                        "your matrix is transposed; it must have the shape of W(1), inputs down, units across")
                .whoever(dW.scale(-1), "the sign is turned around; it is prediction minus label")
                .whoever(
                        with(Mistake.RETURNED_AS_DELTA, net, X, Y),
                        "what layer 2 returns is ∂L/∂a of the hidden layer, whatever its comment says: σ′ is still missing")
                .whoever(
                        with(Mistake.SLOPE_AT_THE_INPUT, net, X, Y),
                        "σ′ was taken at what comes into the layer; it wants the weighted sum, f′(g(x))")
                .whoever(
                        with(Mistake.SLOPE_AT_THE_WEIGHT, net, X, Y),
                        "σ′ was taken at the weights; its argument is the weighted sum")
                .whoever(
                        with(Mistake.CHAIN_AS_LABELLED, net, X, Y),
                        "the chain was read with −1 as the previous layer; the marked factors are those of the output");
    }

    private static Exercise weightsAfterAStep(Network net, SimpleMatrix X, SimpleMatrix Y) {
        Gradients g = Backpropagation.gradients(net, LOSS, X, Y);
        SimpleMatrix W = net.layer(2).W();
        SimpleMatrix step = g.dW(2).scale(SourceD.RATE);
        return Exercise.of("4", step.scale(-1))
                .whoever(step, "that is the step itself; it is taken away, so the change has the other sign")
                .whoever(g.dW(2), "that is the gradient; the change is −0.01 times it")
                .whoever(g.dW(2).scale(-1), "the learning rate of 0.01 is missing")
                .whoever(W.minus(step), "these are the new weights; how much did they change?")
                .whoever(step.scale(-1).transpose(), "the change has the shape of W(2), 2×1");
    }

    private static Exercise errorOfThePrintedRun() {
        PublishedProgram right = PublishedProgram.corrected(SourceD.recoveredStart());
        PublishedProgram printed = PublishedProgram.asPrinted(SourceD.recoveredStart());
        double sum = 0;
        double asPrinted = 0;
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            double a = printedPredictions().get(i);
            double y = SourceD.data().targets().get(i, 0);
            sum += right.error(a, y);
            asPrinted += printed.error(a, y);
            squares += (a - y) * (a - y);
        }
        return Exercise.of("5", sum)
                .whoever(asPrinted, "that is Error as printed; the minus belongs to both of its terms")
                .whoever(
                        -sum, "a logarithm of a probability is negative, so the minus in front makes the loss positive")
                .whoever(sum / 4, "that is the mean; the sum of the four is asked for")
                .whoever(squares, "these are squared errors; the cross-entropy is asked for")
                .whoever(sum / StrictMath.log(2), "that is in bits; take the natural logarithm");
    }

    private static List<Double> printedPredictions() {
        return PublishedNumber.of("D").stream()
                .filter(number -> number.series().equals("trained"))
                .filter(number -> number.quantity().startsWith("prediction"))
                .map(PublishedNumber::value)
                .toList();
    }

    /** Two samples of different labels that share an answer q cost −ln(1 − q) − ln q, least at ½. */
    private static Exercise bestOfTheTrap() {
        double ln2 = StrictMath.log(2);
        return Exercise.of("6", 2 * ln2)
                .whoever(ln2, "that is one of the two samples; the other costs as much")
                .whoever(0.5, "that is the best answer; what do the two samples cost with it?")
                .whoever(0, "with the minus on both terms the two costs add up; they do not cancel")
                .whoever(2, "that is in bits; take the natural logarithm");
    }

    private static SimpleMatrix with(Mistake mistake, Network net, SimpleMatrix X, SimpleMatrix Y) {
        double[] gradient = PublishedProgram.with(net, mistake).gradient(X, Y);
        return net.withParameters(gradient).layer(1).W();
    }
}
