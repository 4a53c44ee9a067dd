package org.chainrule.training;

/**
 * How a gradient becomes a step: θ is moved in place. An optimizer is a formula without memory of its own; what it
 * remembers from one update to the next lies in {@code state}, which starts as zeros.
 *
 * <p>Your own optimizer implements the two methods; {@link #momentum} is one with memory.
 */
public interface Optimizer {
    /** How many numbers are remembered between updates, for a network with this many parameters. */
    int stateSize(int parameters);

    /**
     * Moves θ by one step.
     *
     * @param theta all parameters, changed in place
     * @param gradient ∂C/∂θ, as long as θ
     * @param state what was remembered, changed in place
     * @param t the number of this update, counted from 1
     */
    void update(double[] theta, double[] gradient, double[] state, long t);

    /**
     * Stochastic gradient descent, {@code θ ← θ − η ∂C/∂θ} (A18).
     *
     * @param rate η, the learning rate
     * @throws IllegalArgumentException if the rate is not a positive number
     */
    static Optimizer sgd(double rate) {
        return new Sgd(rate);
    }

    /**
     * Gradient descent with momentum, {@code v ← μv − η ∂C/∂θ, θ ← θ + v} (Polyak 1964).
     *
     * @param rate η, the learning rate
     * @param momentum μ, the share of the last step that is kept, at least 0 and below 1
     * @throws IllegalArgumentException if the rate is not positive, or the momentum is out of its range
     */
    static Optimizer momentum(double rate, double momentum) {
        return new Momentum(rate, momentum);
    }
}
