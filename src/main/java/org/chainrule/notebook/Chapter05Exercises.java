package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.e.SourceE;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;
import org.ejml.simple.SimpleMatrix;

/** Errors, gradients and steps in source E's columns, and the work that they take. */
final class Chapter05Exercises {
    private static final Network NET = SourceE.network();
    private static final Loss COST = SourceE.cost();
    private static final double ALPHA = 0.8;
    private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{0.3, 0.8}});
    private static final SimpleMatrix Y = new SimpleMatrix(new double[][] {{0.9, 0.1}});
    private static final SimpleMatrix X2 = X.concatRows(new SimpleMatrix(new double[][] {{0.6, 0.1}}));
    private static final SimpleMatrix Y2 = Y.concatRows(new SimpleMatrix(new double[][] {{0.2, 0.7}}));

    private Chapter05Exercises() {}

    static List<Exercise> all() {
        return List.of(
                errorOfTheLastLayer(),
                gradientOfTheSecondLayer(),
                biasesAfterAStep(),
                multiplicationsOfASweep(),
                costAfterThreeUpdates());
    }

    private static Exercise errorOfTheLastLayer() {
        ForwardPass pass = NET.forward(X);
        SimpleMatrix error = pass.output().minus(Y).transpose();
        SimpleMatrix z = pass.z(3).transpose();
        SimpleMatrix Wa = z.minus(NET.layer(3).b().transpose());
        SimpleMatrix delta = error.elementMult(SIGMOID.derivative(z));
        return Exercise.of("1", delta)
                .whoever(error, "that is ∂C/∂a; the factor ∂a/∂z = σ′(z) is missing")
                .whoever(error.scale(-1), "that is −∂C/∂a: σ′(z) is missing, and the error is prediction minus target")
                .whoever(delta.scale(-1), "the sign is turned around; the error is prediction minus target")
                .whoever(delta.scale(2), "the 2 of the square cancels with the ½ in front of it")
                .whoever(
                        error.elementMult(SIGMOID.derivative(pass.output().transpose())),
                        "σ′ was taken at a; it wants z, or the shortcut a(1 − a)")
                .whoever(
                        error.elementMult(timesOneMinus(z)),
                        "that is z(1 − z), E10 as printed; x(1 − x) wants an activation, a(1 − a)")
                .whoever(
                        error.elementMult(SIGMOID.derivative(Wa)),
                        "σ′ was taken at W a, as E09 is printed; the sum has a bias")
                .whoever(
                        error.elementMult(timesOneMinus(Wa)),
                        "that is the summary as printed, E14: W a without its bias, and without its sigmoid")
                .whoever(delta.transpose(), "this is the row of the library; E's errors are columns, here 2×1");
    }

    private static Exercise gradientOfTheSecondLayer() {
        ForwardPass pass = NET.forward(X);
        Gradients g = Backpropagation.gradients(NET, COST, X, Y);
        SimpleMatrix a1 = pass.a(1);
        SimpleMatrix z = pass.z(2).transpose();
        SimpleMatrix Wa = z.minus(NET.layer(2).b().transpose());
        SimpleMatrix arriving = NET.layer(3).W().mult(g.delta(3).transpose());
        SimpleMatrix dW = g.dW(2).transpose();
        return Exercise.of("2", dW)
                .whoever(dW.transpose(), "this is the matrix of the library; E's W has a row for each unit, here 4×3")
                .whoever(dW.scale(-1), "the sign is turned around; the error is prediction minus target")
                .whoever(arriving.mult(a1), "the error went through W_3, but not yet through σ′(z_2)")
                .whoever(
                        g.delta(2).transpose().mult(pass.a(2)),
                        "the inputs of layer 2 are the activations of layer 1, not its own")
                .whoever(g.delta(2).transpose().mult(X), "the inputs of layer 2 are the activations of layer 1, not x")
                .whoever(
                        arriving.elementMult(SIGMOID.derivative(pass.a(2).transpose()))
                                .mult(a1),
                        "σ′ was taken at a; it wants z, or the shortcut a(1 − a)")
                .whoever(
                        arriving.elementMult(timesOneMinus(z)).mult(a1),
                        "that is z(1 − z), E10 as printed; x(1 − x) wants an activation, a(1 − a)")
                .whoever(
                        arriving.elementMult(SIGMOID.derivative(Wa)).mult(a1),
                        "σ′ was taken at W a, as E12 is printed; the sum has a bias")
                .whoever(
                        arriving.elementMult(timesOneMinus(Wa)).mult(a1),
                        "that is the summary as printed, E15: W a without its bias, and without its sigmoid");
    }

    private static Exercise biasesAfterAStep() {
        Gradients g = Backpropagation.gradients(NET, COST, X2, Y2);
        SimpleMatrix before = NET.layer(3).b().transpose();
        SimpleMatrix mean = g.db(3).transpose();
        SimpleMatrix after = before.minus(mean.scale(ALPHA));
        return Exercise.of("3", after)
                .whoever(
                        before.minus(mean.scale(2 * ALPHA)),
                        "the step is twice too long: the gradient is the mean over the two samples, not their sum")
                .whoever(before.plus(mean.scale(ALPHA)), "that goes uphill; the step is against the gradient")
                .whoever(before.minus(mean), "the learning rate is missing")
                .whoever(mean, "that is the gradient; take α times of it from b_3")
                .whoever(mean.scale(-ALPHA), "that is the step; add it to b_3")
                .whoever(
                        before.minus(g.delta(3).getRow(0).transpose().scale(2 * ALPHA)),
                        "that is the first sample alone; the step follows the mean of both")
                .whoever(
                        before.minus(g.delta(3).getRow(1).transpose().scale(2 * ALPHA)),
                        "that is the second sample alone; the step follows the mean of both")
                .whoever(before, "these are the biases before the update")
                .whoever(after.transpose(), "this is the row of the library; E's biases are columns, here 2×1");
    }

    private static Exercise multiplicationsOfASweep() {
        int gradients = 5 * 10 + 10 * 10 + 10 * 3;
        int errors = 10 * 10 + 10 * 3;
        return Exercise.of("4", gradients + errors)
                .whoever(gradients, "those are the gradients of the weights; the errors have to go back, too")
                .whoever(errors, "those are the errors going back; each layer's weights also need their gradient")
                .whoever(
                        2 * gradients,
                        "the input needs no error: nothing before layer 1 is trained, so (W_1)ᵀδ_1 is not computed")
                .whoever(2 * gradients + errors, "the way forward was counted, too; only the sweep back was asked for")
                .whoever(
                        gradients + errors + 10 + 10 + 3,
                        "the ⊙ were counted, too; only the matrix products were asked for");
    }

    private static Exercise costAfterThreeUpdates() {
        return Exercise.of("5", costAfter(COST, 3, 1))
                .whoever(costAfter(COST, 2, 1), "that is the cost after two updates")
                .whoever(costAfter(COST, 4, 1), "that is the cost after four updates")
                .whoever(costAfter(COST, 0, 1), "that is the cost before training")
                .whoever(
                        costAfter(COST, 3, 3), "the steps were three times too long: the gradient is a mean, not a sum")
                .whoever(3 * costAfter(COST, 3, 1), "that is the sum over the three samples; C is their mean")
                .whoever(2 * costAfter(COST, 3, 1), "that is the mean squared error; C is half of it, E02");
    }

    private static double costAfter(Loss cost, int updates, double rate) {
        Dataset data = SourceE.data();
        Network trained = updates == 0
                ? NET
                : Trainer.of(cost, Optimizer.sgd(rate))
                        .epochs(updates)
                        .fullBatch()
                        .fit(NET, data)
                        .network();
        return cost.of(trained, data.inputs(), data.targets());
    }

    /** E10 as printed, on whatever it is given. */
    private static SimpleMatrix timesOneMinus(SimpleMatrix x) {
        return x.elementMult(x.scale(-1).plus(1));
    }
}
