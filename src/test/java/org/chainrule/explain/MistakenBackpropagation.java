package org.chainrule.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/** The mean half squared error's gradient in plain matrices, with one of the classical mistakes in it, or none. */
enum MistakenBackpropagation {
    NONE,
    TRANSPOSED_PRODUCT,
    DERIVATIVE_AT_THE_ACTIVATION,
    SIGN,
    MISSING_MEAN,
    STALE_ACTIVATIONS,
    WEIGHTS_UPDATED_FIRST,
    LAYER_OFF_BY_ONE;

    /** The parameters of the pass before this one, for activations that were never refreshed. */
    private static Network before(Network network) {
        double[] theta = network.parameters();
        for (int i = 0; i < theta.length; i++) {
            theta[i] -= 0.05 * Math.sin(i + 1);
        }
        return network.withParameters(theta);
    }

    double[] gradient(Network network, SimpleMatrix X, SimpleMatrix Y) {
        ForwardPass pass = network.forward(X);
        ForwardPass kept = this == STALE_ACTIVATIONS ? before(network).forward(X) : pass;
        int L = network.depth();
        int n = X.getNumRows();
        List<SimpleMatrix> dW = new ArrayList<>();
        List<SimpleMatrix> db = new ArrayList<>();
        SimpleMatrix dA = this == SIGN ? Y.minus(pass.output()) : pass.output().minus(Y);
        SimpleMatrix delta = times(dA, slope(network, kept, L)).divide(this == MISSING_MEAN ? 1 : n);
        for (int l = L; l >= 1; l--) {
            SimpleMatrix gradientW = this == TRANSPOSED_PRODUCT
                    ? delta.transpose().mult(kept.a(l - 1))
                    : kept.a(l - 1).transpose().mult(delta);
            dW.add(gradientW);
            db.add(SimpleMatrix.filled(1, n, 1).mult(delta));
            if (l > 1) {
                SimpleMatrix W = network.layer(l).W();
                SimpleMatrix through = this == WEIGHTS_UPDATED_FIRST ? W.minus(gradientW.scale(0.5)) : W;
                int sloped = this == LAYER_OFF_BY_ONE ? l : l - 1;
                delta = times(delta.mult(through.transpose()), slope(network, kept, sloped));
            }
        }
        Collections.reverse(dW);
        Collections.reverse(db);
        return network.flatten(dW, db);
    }

    private SimpleMatrix slope(Network network, ForwardPass pass, int l) {
        Dense layer = network.layer(l);
        Activation f = layer.activation();
        return f.derivative(this == DERIVATIVE_AT_THE_ACTIVATION ? pass.a(l) : pass.z(l));
    }

    private static SimpleMatrix times(SimpleMatrix left, SimpleMatrix right) {
        return left.elementMult(right);
    }
}
