package org.chainrule.training;

import org.chainrule.data.Dataset;

/** Samples as {@link org.chainrule.network.Backpropagation#load} takes them: n rows of inputs, n rows of targets. */
record SampleRows(double[] X, double[] Y, int n) {
    static SampleRows of(Dataset data) {
        return new SampleRows(data.inputs().getDDRM().data, data.targets().getDDRM().data, data.size());
    }
}
