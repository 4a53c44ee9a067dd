package org.chainrule.plot;

import java.awt.Color;
import org.chainrule.data.Dataset;
import org.chainrule.network.Network;

/** Which class an output stands for, and the colours of the classes. */
interface Decision {
    /** The class of what is no number. */
    int NONE = -1;

    /** A single output decides by the side of a threshold on which it is, several by which of them is the largest. */
    static Decision of(Dataset data) {
        return data.targetWidth() == 1 ? Threshold.of(data) : new LargestOutput(data.classNames());
    }

    int classes();

    /** From 0, or {@link #NONE} if an output is not a number. */
    int classOf(double[] outputs);

    /** The shade of the plane where the outputs are these. */
    Color shade(double[] outputs);

    /** The colour of a sample of class k. */
    Color ink(int k);

    /** What the legend calls the samples of class k. */
    String name(int k);

    /** What a sample that is answered rightly is said to be. */
    String rightPlace();

    /** How many samples the network puts into the class of their target. */
    default int right(Network network, Dataset data) {
        double[][] outputs = network.predict(data.inputs()).toArray2();
        double[][] targets = data.targets().toArray2();
        int right = 0;
        for (int i = 0; i < outputs.length; i++) {
            right += classOf(outputs[i]) == classOf(targets[i]) ? 1 : 0;
        }
        return right;
    }

    static boolean isFinite(double[] outputs) {
        for (double output : outputs) {
            if (!Double.isFinite(output)) {
                return false;
            }
        }
        return true;
    }
}
