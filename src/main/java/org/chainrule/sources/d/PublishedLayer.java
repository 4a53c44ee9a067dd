package org.chainrule.sources.d;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.function.DoubleBinaryOperator;
import org.chainrule.network.Dense;
import org.ejml.simple.SimpleMatrix;

/**
 * A layer as source D's program has it: an object that remembers what came in and what went out, so that the way back needs
 * nothing but the gradient that arrives.
 */
final class PublishedLayer {
    private SimpleMatrix weights;
    private SimpleMatrix bias;
    private SimpleMatrix input;
    private SimpleMatrix act;
    private SimpleMatrix gradWeights;
    private SimpleMatrix gradBias;

    PublishedLayer(Dense layer) {
        weights = layer.W();
        bias = layer.b();
    }

    /** n×d → n×m. */
    SimpleMatrix forward(SimpleMatrix input) {
        this.input = input;
        SimpleMatrix p = input.mult(weights);
        for (int i = 0; i < p.getNumRows(); i++) {
            for (int j = 0; j < p.getNumCols(); j++) {
                p.set(i, j, p.get(i, j) + bias.get(0, j));
            }
        }
        act = SIGMOID.value(p);
        return act;
    }

    /** ∂L/∂a → ∂L/∂p, n×m: {@code grad * act * (1 - act)} (D16). */
    SimpleMatrix throughActivation(SimpleMatrix grad) {
        SimpleMatrix delta = grad.copy();
        for (int i = 0; i < delta.getNumElements(); i++) {
            delta.set(i, grad.get(i) * act.get(i) * (1 - act.get(i)));
        }
        return delta;
    }

    /** ∂L/∂p of this layer → ∂L/∂a of the layer before it, n×d; keeps ∂L/∂w and ∂L/∂b (D09, D10). */
    SimpleMatrix backward(SimpleMatrix delta) {
        gradWeights = input.transpose().mult(delta);
        gradBias = SimpleMatrix.filled(1, delta.getNumRows(), 1).mult(delta);
        return delta.mult(weights.transpose());
    }

    /**
     * The same from ∂L/∂a, with a σ′ that every connection has for itself: what comes out where σ′ is taken at the input or
     * at the weight. A bias is a weight with the input 1.
     *
     * @param slope from a connection's input and weight to its σ′
     */
    SimpleMatrix backward(SimpleMatrix grad, DoubleBinaryOperator slope) {
        gradWeights = new SimpleMatrix(weights.getNumRows(), weights.getNumCols());
        gradBias = new SimpleMatrix(1, weights.getNumCols());
        SimpleMatrix back = new SimpleMatrix(input.getNumRows(), input.getNumCols());
        for (int i = 0; i < input.getNumRows(); i++) {
            for (int j = 0; j < weights.getNumCols(); j++) {
                double g = grad.get(i, j);
                for (int k = 0; k < weights.getNumRows(); k++) {
                    double through = g * slope.applyAsDouble(input.get(i, k), weights.get(k, j));
                    gradWeights.set(k, j, gradWeights.get(k, j) + input.get(i, k) * through);
                    back.set(i, k, back.get(i, k) + through * weights.get(k, j));
                }
                gradBias.set(0, j, gradBias.get(0, j) + g * slope.applyAsDouble(1, bias.get(0, j)));
            }
        }
        return back;
    }

    /** w − step_size · ∂L/∂w (D13). */
    void step(double stepSize) {
        weights = weights.minus(gradWeights.scale(stepSize));
        bias = bias.minus(gradBias.scale(stepSize));
    }

    SimpleMatrix gradWeights() {
        return gradWeights;
    }

    SimpleMatrix gradBias() {
        return gradBias;
    }

    Dense toDense() {
        return Dense.of(weights, bias, SIGMOID);
    }
}
