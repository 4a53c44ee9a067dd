package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.a.SourceA;
import org.ejml.simple.SimpleMatrix;

/** Derivatives of source A's network, by hand. */
final class Chapter01Exercises {
    private static final Loss LOSS = Loss.halfSquaredError().summed();

    private Chapter01Exercises() {}

    static List<Exercise> all() {
        Network net = SourceA.recoveredStart();
        SimpleMatrix X = new SimpleMatrix(new double[][] {{0.2, 0.8}});
        SimpleMatrix Y = new SimpleMatrix(new double[][] {{0.4}});
        return List.of(
                deltaOfTheOutput(net, X, Y),
                gradientOfTheSecondLayer(net, X, Y),
                biasOfTheFirstLayerForTwoSamples(net, X, Y),
                oneStep(net, X, Y),
                errorOfThePrintedProgram(net));
    }

    private static Exercise deltaOfTheOutput(Network net, SimpleMatrix X, SimpleMatrix Y) {
        ForwardPass pass = net.forward(X);
        double error = pass.output().minus(Y).get(0, 0);
        double slope = SIGMOID.derivative(pass.z(3)).get(0, 0);
        return Exercise.of("1", error * slope)
                .whoever(error, "that is ∂C/∂a; the factor ∂a/∂z = σ′(z) is missing")
                .whoever(
                        -error, "that is −∂C/∂a: the factor σ′(z) is missing, and the error is prediction minus target")
                .whoever(-error * slope, "the sign is turned around; the error is prediction minus target")
                .whoever(2 * error * slope, "the 2 of the square cancels with the ½ in front of it")
                .whoever(
                        error * SIGMOID.derivative(pass.a(3)).get(0, 0),
                        "σ′ was taken at a; it wants z, or the shortcut a(1 − a)");
    }

    private static Exercise gradientOfTheSecondLayer(Network net, SimpleMatrix X, SimpleMatrix Y) {
        ForwardPass pass = net.forward(X);
        Gradients g = Backpropagation.gradients(net, LOSS, X, Y);
        SimpleMatrix arriving = g.delta(3).mult(net.layer(3).W().transpose());
        SimpleMatrix a = pass.a(1).transpose();
        SimpleMatrix updated = net.layer(3).W().minus(g.dW(3).scale(SourceA.RATE));
        return Exercise.of("2", g.dW(2))
                .whoever(
                        g.dW(2).transpose(),
                        "your matrix is transposed; it must have the shape of W(2), inputs down, units across")
                .whoever(g.dW(2).scale(-1), "the sign is turned around; the error is prediction minus target")
                .whoever(
                        pass.a(2).transpose().mult(g.delta(2)),
                        "the inputs of layer 2 are the activations of layer 1, not its own")
                .whoever(
                        a.mult(arriving.elementMult(SIGMOID.derivative(pass.a(2)))),
                        "σ′ was taken at a; it wants z, or the shortcut a(1 − a)")
                .whoever(a.mult(arriving), "the error went through W(3), but not yet through σ′(z(2))")
                .whoever(
                        a.mult(arriving.scale(SIGMOID.derivative(pass.z(3)).get(0, 0))),
                        "σ′ is that of layer 3; the error has arrived at layer 2, so it is σ′(z(2))")
                .whoever(
                        a.mult(g.delta(3).mult(updated.transpose()).elementMult(SIGMOID.derivative(pass.z(2)))),
                        "the error was sent back through weights that were already updated");
    }

    private static Exercise biasOfTheFirstLayerForTwoSamples(Network net, SimpleMatrix X, SimpleMatrix Y) {
        SimpleMatrix X2 = X.concatRows(new SimpleMatrix(new double[][] {{0.6, 0.1}}));
        SimpleMatrix Y2 = Y.concatRows(new SimpleMatrix(new double[][] {{0.9}}));
        Gradients g = Backpropagation.gradients(net, LOSS, X2, Y2);
        SimpleMatrix db = g.db(1);
        return Exercise.of("3", db)
                .whoever(db.divide(2), "that is the mean over the samples; this loss sums them")
                .whoever(g.delta(1).rows(0, 1), "that is the first sample alone; every sample adds its share")
                .whoever(g.delta(1).rows(1, 2), "that is the second sample alone; every sample adds its share")
                .whoever(g.db(2), "that is db(2); the error has one more layer to go")
                .whoever(g.delta(1), "these are the shares of the two samples, row by row; add them up")
                .whoever(db.transpose(), "a bias is a row, 1×2; yours is a column");
    }

    private static Exercise oneStep(Network net, SimpleMatrix X, SimpleMatrix Y) {
        ForwardPass pass = net.forward(X);
        SimpleMatrix W = net.layer(3).W();
        SimpleMatrix dW = Backpropagation.gradients(net, LOSS, X, Y).dW(3);
        return Exercise.of("4", W.minus(dW.scale(SourceA.RATE)))
                .whoever(W.plus(dW.scale(SourceA.RATE)), "that step goes uphill; against the gradient is minus")
                .whoever(W.minus(dW), "the step is the gradient times the rate; the rate is missing")
                .whoever(dW.scale(-SourceA.RATE), "that is the step alone; it starts from the old weights")
                .whoever(
                        W.minus(pass.a(2)
                                .transpose()
                                .mult(pass.output().minus(Y))
                                .scale(SourceA.RATE)),
                        "the gradient went through the loss, but not through σ′(z(3))")
                .whoever(W, "these are the old weights; they have not moved yet");
    }

    private static Exercise errorOfThePrintedProgram(Network net) {
        Dataset data = SourceA.data();
        ForwardPass pass = net.forward(data.inputs());
        Gradients g = Backpropagation.gradients(net, LOSS, data.inputs(), data.targets());
        SimpleMatrix old = net.layer(3).W();
        SimpleMatrix moved = old.minus(g.dW(3).scale(SourceA.RATE));
        double slope3 = SIGMOID.derivative(pass.z(3)).get(0, 0);
        SimpleMatrix slope2 = SIGMOID.derivative(pass.z(2));
        SimpleMatrix delta = g.delta(3);
        return Exercise.of("5", delta.mult(moved.transpose()).scale(slope3))
                .whoever(g.delta(2), "that is what E should hold; read the line again: which dA, and which w?")
                .whoever(
                        delta.mult(old.transpose()).scale(slope3),
                        "the right dA, but w is W[2] itself, and W[2] has moved by the time the line runs")
                .whoever(
                        delta.mult(moved.transpose()).elementMult(slope2),
                        "the right weights, but dA[i] with i = 2 is the derivative of the output layer")
                .whoever(delta.mult(moved.transpose()), "the error went through the weights, but not yet through dA[2]")
                .whoever(delta, "that is E before its step back");
    }
}
