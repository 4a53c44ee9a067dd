package org.chainrule.network;

import static org.chainrule.network.WorkedExample.NETWORK;
import static org.chainrule.network.WorkedExample.X;
import static org.chainrule.network.WorkedExample.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class WorkedExampleTest {
    @Test
    void forward() {
        ForwardPass pass = NETWORK.forward(X);
        assertEquals(0.3775, pass.z(1).get(0, 0), 1e-12);
        assertEquals(0.593269992, pass.a(1).get(0, 0), 1e-9);
        assertEquals(0.596884378, pass.a(1).get(0, 1), 1e-9);
        assertEquals(0.75136507, pass.output().get(0, 0), 1e-8);
        assertEquals(0.772928465, pass.output().get(0, 1), 1e-9);
    }

    @Test
    void lossAndGradients() {
        Gradients g = Backpropagation.gradients(NETWORK, Loss.halfSquaredError(), X, Y);
        assertEquals(0.298371109, g.loss(), 1e-9);
        assertEquals(0.138498562, g.delta(2).get(0, 0), 1e-9);
        assertEquals(0.082167041, g.dW(2).get(0, 0), 1e-9);
        assertEquals(0.000438568, g.dW(1).get(0, 0), 1e-9);
    }

    @Test
    void weightsAfterOneUpdate() {
        Gradients g = Backpropagation.gradients(NETWORK, Loss.halfSquaredError(), X, Y);
        SimpleMatrix W1 = NETWORK.layer(1).W().minus(g.dW(1).scale(0.5));
        SimpleMatrix W2 = NETWORK.layer(2).W().minus(g.dW(2).scale(0.5));
        assertEquals(0.149780716, W1.get(0, 0), 1e-9);
        assertEquals(0.29950229, W1.get(1, 1), 1e-8);
        assertEquals(0.35891648, W2.get(0, 0), 1e-8);
        assertEquals(0.561370121, W2.get(1, 1), 1e-9);
    }
}
