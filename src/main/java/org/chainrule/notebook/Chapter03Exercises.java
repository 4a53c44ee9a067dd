package org.chainrule.notebook;

import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.network.Activation.SOFTMAX;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.sources.c.SourceC;
import org.ejml.simple.SimpleMatrix;

/** Source C's columns: softmax, δ, and the gradients of a batch. Here a sample is a column, and Δ has no 1/B inside. */
final class Chapter03Exercises {
    private static final Loss LOSS = Loss.crossEntropy();
    private static final String TURNED = "the sign is turned around; δ is prediction minus target";
    private static final String ROW = "in source C a sample is a column, and so is its δ; yours is a row";
    private static final String SLOPE_AT_A = "σ′ was taken at a; it wants z, or the shortcut a(1 − a)";

    private Chapter03Exercises() {}

    static List<Exercise> all() {
        Dataset two = Dataset.of(new double[][] {{0.8, -0.6}, {-0.3, 1.1}}, new double[][] {{1}, {2}})
                .oneHot(3);
        Columns one = new Columns(
                SourceC.network(), LOSS, two.inputs().rows(0, 1), two.targets().rows(0, 1));
        Columns batch = new Columns(SourceC.network(), LOSS, two.inputs(), two.targets());
        return List.of(
                jacobian(),
                deltaOfSoftmax(one),
                deltaOfTheSquaredError(one.X(), one.Y()),
                deltaOfTheHiddenLayer(one),
                biasOfABatch(batch, one),
                augmentedGradientOfABatch(batch));
    }

    private static Exercise jacobian() {
        SimpleMatrix z = new SimpleMatrix(new double[][] {{0.2, -1, 0.7}});
        SimpleMatrix J = SOFTMAX.jacobian(z);
        SimpleMatrix a = SOFTMAX.value(z);
        return Exercise.of("1", J)
                .whoever(
                        SimpleMatrix.diag(J.diag().getDDRM().data),
                        "that is the diagonal alone, as if each unit were a sigmoid; an output also falls when another sum rises")
                .whoever(SimpleMatrix.diag(a.getDDRM().data), "that is diag(a); the − aaᵀ is missing")
                .whoever(J.scale(-1), "the sign is turned around; an output rises with its own sum")
                .whoever(a.transpose(), "that is softmax itself; its derivative is a 3×3 matrix");
    }

    private static Exercise deltaOfSoftmax(Columns one) {
        SimpleMatrix a = one.A(2);
        SimpleMatrix y = one.Y().transpose();
        SimpleMatrix delta = a.minus(y);
        SimpleMatrix dLda = y.elementDiv(a).scale(-1);
        SimpleMatrix diagonal = SIGMOID.derivative(one.Z(2));
        SimpleMatrix ownSlopes = a.minus(a.elementMult(a));
        return Exercise.of("2", delta)
                .whoever(delta.scale(-1), TURNED)
                .whoever(delta.transpose(), ROW)
                .whoever(
                        delta.elementMult(ownSlopes),
                        "softmax's derivative is in a − y already; nothing is left to multiply by")
                .whoever(
                        delta.elementMult(diagonal),
                        "σ′ is the sigmoid's; these outputs are softmax's, whose derivative is in a − y already")
                .whoever(dLda, "that is ∂L/∂a; it still has to go through the Jacobian of softmax")
                .whoever(
                        dLda.elementMult(ownSlopes),
                        "only the diagonal of the Jacobian was used; each sum moves every output")
                .whoever(a, "that is the prediction a; the target is still to be taken off");
    }

    private static Exercise deltaOfTheSquaredError(SimpleMatrix X, SimpleMatrix Y) {
        Columns one = new Columns(SourceC.network(SIGMOID, SIGMOID), Loss.squaredError(), X, Y);
        SimpleMatrix error = one.A(2).minus(Y.transpose());
        SimpleMatrix delta = one.delta(2);
        return Exercise.of("3", delta)
                .whoever(
                        delta.divide(2),
                        "that is C23 as printed, right for ½ Σ(a − y)²; the square of this loss leaves a 2")
                .whoever(delta.divide(3), "that is the mean over the three outputs; this loss sums them")
                .whoever(delta.scale(-1), TURNED)
                .whoever(delta.transpose(), ROW)
                .whoever(
                        error,
                        "that is a − y, which belongs to softmax with cross-entropy; here σ′(z) and a 2 are missing")
                .whoever(error.scale(2), "that is ∂L/∂a; the factor σ′(z) is missing")
                .whoever(error.scale(2).elementMult(SIGMOID.derivative(one.A(2))), SLOPE_AT_A);
    }

    private static Exercise deltaOfTheHiddenLayer(Columns one) {
        SimpleMatrix W = one.W(2);
        SimpleMatrix delta = one.delta(1);
        SimpleMatrix arriving = W.transpose().mult(one.delta(2));
        SimpleMatrix slope = SIGMOID.derivative(one.Z(1));
        SimpleMatrix moved = W.minus(one.delta(2).mult(one.A(1).transpose()).scale(SourceC.RATE));
        SimpleMatrix onePath = W.getRow(0).transpose().scale(3 * one.delta(2).get(0, 0));
        return Exercise.of("4", delta)
                .whoever(delta.scale(-1), TURNED)
                .whoever(delta.transpose(), ROW)
                .whoever(arriving, "the error went through W(2), but not yet through σ′(z(1))")
                .whoever(arriving.elementMult(SIGMOID.derivative(one.A(1))), SLOPE_AT_A)
                .whoever(
                        onePath.elementMult(slope),
                        "that is one path taken three times, C09 as printed; each output brings a δ and a weight of its own")
                .whoever(
                        moved.transpose().mult(one.delta(2)).elementMult(slope),
                        "the error was sent back through weights that had already moved");
    }

    private static Exercise biasOfABatch(Columns batch, Columns one) {
        SimpleMatrix db = batch.db(1);
        SimpleMatrix first = new SimpleMatrix(4, 1);
        first.set(0, 0, db.get(0, 0));
        SimpleMatrix Delta = batch.delta(1);
        return Exercise.of("5", db)
                .whoever(db.scale(2), "that is the sum over the samples; the mean still wants its 1/B")
                .whoever(db.divide(2), "1/B was taken twice; the library's delta has it inside, source C's Δ has not")
                .whoever(db.transpose(), "in source C a bias is a column; yours is a row")
                .whoever(one.delta(1), "that is the first sample alone; every sample adds its share")
                .whoever(Delta.getColumn(1), "that is the second sample alone; every sample adds its share")
                .whoever(
                        Delta,
                        "these are the shares of the samples, column by column; Δ · 1 adds them up, and 1/B is left")
                .whoever(first, "that is the derivative of one sum zᵢ, C05 as printed; every bias has a sum of its own")
                .whoever(db.scale(-1), TURNED);
    }

    private static Exercise augmentedGradientOfABatch(Columns batch) {
        SimpleMatrix dW = batch.dW(1);
        SimpleMatrix db = batch.db(1);
        SimpleMatrix both = dW.concatColumns(db);
        return Exercise.of("6", both)
                .whoever(both.scale(2), "that is the sum over the samples; the mean still wants its 1/B")
                .whoever(both.divide(2), "1/B was taken twice; the library's delta has it inside, source C's Δ has not")
                .whoever(both.scale(-1), TURNED)
                .whoever(db.concatColumns(dW), "the biases stand first; in W̃ = [W | b] they are the last column")
                .whoever(dW, "that is the gradient by W alone; the row of ones in Ã adds the column for b")
                .whoever(
                        both.transpose(),
                        "your matrix is transposed; it must have the shape of W̃, units down, inputs and bias across");
    }

    /** The library's numbers for some samples, in columns. */
    private record Columns(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        ForwardPass pass() {
            return network.forward(X);
        }

        SimpleMatrix A(int k) {
            return pass().a(k).transpose();
        }

        SimpleMatrix Z(int k) {
            return pass().z(k).transpose();
        }

        SimpleMatrix W(int k) {
            return network.layer(k).W().transpose();
        }

        /** Without the mean's 1/B, as source C has it. */
        SimpleMatrix delta(int k) {
            return gradients().delta(k).transpose().scale(X.getNumRows());
        }

        SimpleMatrix dW(int k) {
            return gradients().dW(k).transpose();
        }

        SimpleMatrix db(int k) {
            return gradients().db(k).transpose();
        }

        private Gradients gradients() {
            return Backpropagation.gradients(network, loss, X, Y);
        }
    }
}
