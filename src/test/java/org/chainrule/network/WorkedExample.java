package org.chainrule.network;

import static org.chainrule.network.Activation.SIGMOID;

import org.ejml.simple.SimpleMatrix;

/** A network and a sample whose numbers were computed by hand (M. Mazur, A Step by Step Backpropagation Example, 2015). */
public final class WorkedExample {
    public static final SimpleMatrix X = new SimpleMatrix(new double[][] {{0.05, 0.10}});
    public static final SimpleMatrix Y = new SimpleMatrix(new double[][] {{0.01, 0.99}});
    public static final Network NETWORK = Network.of(
            Dense.of(
                    new SimpleMatrix(new double[][] {{0.15, 0.25}, {0.20, 0.30}}),
                    new SimpleMatrix(new double[][] {{0.35, 0.35}}),
                    SIGMOID),
            Dense.of(
                    new SimpleMatrix(new double[][] {{0.40, 0.50}, {0.45, 0.55}}),
                    new SimpleMatrix(new double[][] {{0.60, 0.60}}),
                    SIGMOID));

    private WorkedExample() {}
}
