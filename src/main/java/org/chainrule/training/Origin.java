package org.chainrule.training;

import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;

/**
 * What a run sets out from: a network at epoch 0, or an epoch of an earlier run.
 *
 * @param earlier the run that is continued; null if there is none
 * @param epoch the number of the epoch that was trained last
 * @param updates how many updates led here
 * @param remembered how many of them the optimizer's memory knows: all since it was zeros
 * @param memory the optimizer's memory; null for zeros
 * @param random what the order of samples is drawn from; null for the trainer's seed
 */
record Origin(
        History earlier,
        int epoch,
        Network network,
        long updates,
        long remembered,
        double[] memory,
        NumpyRandom random) {
    static Origin of(Network network) {
        return new Origin(null, 0, network, 0, 0, null, null);
    }
}
