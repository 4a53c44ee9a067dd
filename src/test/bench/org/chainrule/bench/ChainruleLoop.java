package org.chainrule.bench;

import java.util.Arrays;
import org.chainrule.data.Dataset;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Network;
import org.chainrule.training.Optimizer;

/** Chainrule's backpropagation and optimizer in the barest loop around them. */
final class ChainruleLoop implements Peer {
    private static final double[] NO_STATE = {};

    private final Workload workload;
    private final Network network;
    private final double[] X;
    private final double[] Y;
    private final int[] order;
    private final Optimizer sgd;

    ChainruleLoop(Workload workload) {
        Dataset data = workload.data();
        this.workload = workload;
        this.network = workload.network();
        this.X = data.inputs().getDDRM().data;
        this.Y = data.targets().getDDRM().data;
        this.order = new int[data.size()];
        Arrays.setAll(order, i -> i);
        this.sgd = Optimizer.sgd(workload.rate);
    }

    @Override
    public Trained train(long updates) {
        Backpropagation backpropagation = new Backpropagation(network, workload.loss(), workload.batch);
        int from = 0;
        for (long u = 1; u <= updates; u++) {
            int n = Math.min(workload.batch, order.length - from);
            backpropagation.load(X, Y, order, from, n);
            backpropagation.forward();
            backpropagation.backward();
            sgd.update(backpropagation.parameters(), backpropagation.gradient(), NO_STATE, u);
            from = from + n == order.length ? 0 : from + n;
        }
        return x -> backpropagation.network().predict(x).getDDRM().data;
    }
}
