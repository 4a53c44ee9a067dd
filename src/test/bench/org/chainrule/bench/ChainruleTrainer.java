package org.chainrule.bench;

import org.chainrule.data.Dataset;
import org.chainrule.network.Network;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;

/**
 * Chainrule as people use it. A tiny network is trained without recording the loss; a large one in an order that is drawn
 * anew for every epoch, with a listener and a history of the loss on the way.
 */
final class ChainruleTrainer implements Peer {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Workload workload;
    private final Network network;
    private final Dataset data;

    ChainruleTrainer(Workload workload) {
        this.workload = workload;
        this.network = workload.network();
        this.data = workload.data();
    }

    @Override
    public Trained train(long updates) {
        int updatesAnEpoch = (data.size() + workload.batch - 1) / workload.batch;
        Trainer trainer = Trainer.of(workload.loss(), Optimizer.sgd(workload.rate))
                .epochs(Math.toIntExact(updates / updatesAnEpoch));
        Network trained = (workload.isTiny() ? tiny(trainer) : large(trainer))
                .fit(network, data)
                .network();
        return x -> trained.predict(x).getDDRM().data;
    }

    private Trainer tiny(Trainer trainer) {
        Trainer quiet = trainer.recordEvery(NEVER);
        return workload.batch == 1 ? quiet.online() : quiet.fullBatch();
    }

    private Trainer large(Trainer trainer) {
        return trainer.miniBatches(workload.batch, 1).lossWhileTraining().watch(epoch -> epoch.loss());
    }
}
