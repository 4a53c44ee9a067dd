package org.chainrule.training;

/**
 * How a gradient becomes a step: θ is moved in place. An optimizer is a formula without memory of its own; what it
 * remembers from one update to the next lies in {@code state}, which starts as zeros.
 *
 * <p>Each takes its rate η as a number, which is the constant {@link LearningRate}, or as a schedule; both refuse, with an
 * IllegalArgumentException, a rate that is missing or not positive and a share that is out of its range.
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

    /** As {@link #sgd(LearningRate)}, at a constant rate η. */
    static Optimizer sgd(double rate) {
        return sgd(LearningRate.constant(rate));
    }

    /** Stochastic gradient descent, {@code θ ← θ − η ∂C/∂θ} (A18). */
    static Optimizer sgd(LearningRate rate) {
        return new Sgd(rate);
    }

    /** As {@link #momentum(LearningRate, double)}, at a constant rate η. */
    static Optimizer momentum(double rate, double momentum) {
        return momentum(LearningRate.constant(rate), momentum);
    }

    /**
     * Gradient descent with momentum, {@code v ← μv − η ∂C/∂θ, θ ← θ + v} (Polyak 1964).
     *
     * @param momentum μ, the share of the last step that is kept, at least 0 and below 1
     */
    static Optimizer momentum(LearningRate rate, double momentum) {
        return new Momentum(rate, momentum);
    }

    /** As {@link #nesterov(LearningRate, double)}, at a constant rate η. */
    static Optimizer nesterov(double rate, double momentum) {
        return nesterov(LearningRate.constant(rate), momentum);
    }

    /**
     * Nesterov's accelerated gradient, {@code v ← μv − η ∂C/∂θ, θ ← θ + μv − η ∂C/∂θ}, where the second has the new v (Bengio,
     * Boulanger-Lewandowski and Pascanu 2013; the form of Keras, and of PyTorch at a constant rate).
     *
     * <p>Sutskever et al. (2013) take the gradient where the momentum is about to carry the parameters, at θ + μv. Here θ
     * <em>is</em> that point: with θ′ = θ − μv for theirs, the two walk the same path. So the gradient, the loss and the network
     * that people see are all of one θ, and a step costs one backpropagation.
     *
     * @param momentum μ, the share of the last step that is kept, at least 0 and below 1
     */
    static Optimizer nesterov(LearningRate rate, double momentum) {
        return new Nesterov(rate, momentum);
    }

    /** As {@link #rmsprop(LearningRate)}, at a constant rate η. */
    static Optimizer rmsprop(double rate) {
        return rmsprop(LearningRate.constant(rate));
    }

    /** RMSProp with ρ = 0.9 and ε = 1e-8. */
    static Optimizer rmsprop(LearningRate rate) {
        return rmsprop(rate, 0.9, 1e-8);
    }

    /**
     * RMSProp, {@code r ← ρr + (1 − ρ)g², θ ← θ − η g/(√r + ε)} with g = ∂C/∂θ (Tieleman and Hinton 2012): each gradient
     * is measured by its own usual size, so that a parameter with small ones moves as far as one with large ones.
     *
     * @param decay ρ, the share of the mean square r that is kept, at least 0 and below 1
     * @param epsilon ε, a positive number that keeps the divisor from 0; outside the root, as in PyTorch
     */
    static Optimizer rmsprop(LearningRate rate, double decay, double epsilon) {
        return new RmsProp(rate, decay, epsilon);
    }

    /** As {@link #adam(LearningRate)}, at a constant rate η. */
    static Optimizer adam(double rate) {
        return adam(LearningRate.constant(rate));
    }

    /** Adam with β₁ = 0.9, β₂ = 0.999 and ε = 1e-8. */
    static Optimizer adam(LearningRate rate) {
        return adam(rate, 0.9, 0.999, 1e-8);
    }

    /**
     * Adam, {@code m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η m̂/(√v̂ + ε)} with g = ∂C/∂θ (Kingma and Ba 2015,
     * algorithm 1). Both means start at 0 and would be too small at first; {@code m̂ = m/(1 − β₁ᵗ)} and
     * {@code v̂ = v/(1 − β₂ᵗ)} correct that.
     *
     * @param beta1 β₁, the share of the mean gradient m that is kept, at least 0 and below 1
     * @param beta2 β₂, the share of the mean square v that is kept, at least 0 and below 1
     * @param epsilon ε, a positive number that keeps the divisor from 0
     */
    static Optimizer adam(LearningRate rate, double beta1, double beta2, double epsilon) {
        return new Adam(rate, beta1, beta2, epsilon);
    }
}
