package org.chainrule.training;

import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;

/**
 * The epoch of a run with the least validation loss.
 *
 * @param epoch its number; of equal ones the first
 * @param validationLoss the loss of the validation part after it
 * @param network the network after it, to the last bit
 */
public record Best(int epoch, double validationLoss, Network network) {
    @Override
    public String toString() {
        return network + " after epoch " + epoch + ", validation loss " + NumpyFormat.significant(validationLoss, 3);
    }
}
