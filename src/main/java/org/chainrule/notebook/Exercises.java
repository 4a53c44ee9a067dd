package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;

import org.chainrule.network.Backpropagation;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.a.SourceA;
import org.ejml.simple.SimpleMatrix;

/** The exercises of the chapters. */
public final class Exercises {
    private static final Loss LOSS = Loss.halfSquaredError().summed();

    private Exercises() {}

    /**
     * Chapter 01, on {@link SourceA#recoveredStart()}: 1 is Δ(3) of the sample (0.2, 0.8) → 0.4, 2 is dW(2) of the same
     * sample, 3 is db(1) of that sample together with (0.6, 0.1) → 0.9.
     *
     * @throws IllegalArgumentException if there is no exercise of this number
     */
    public static Exercise chapter01(int number) {
        Network net = SourceA.recoveredStart();
        SimpleMatrix X = new SimpleMatrix(new double[][] {{0.2, 0.8}});
        SimpleMatrix Y = new SimpleMatrix(new double[][] {{0.4}});
        return switch (number) {
            case 1 -> deltaOfTheOutput(net, X, Y);
            case 2 -> gradientOfTheSecondLayer(net, X, Y);
            case 3 -> biasOfTheFirstLayerForTwoSamples(net, X, Y);
            default ->
                throw new IllegalArgumentException(
                        "chapter 01 has the exercises 1 to 3, but " + number + " was asked for");
        };
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
}
