package org.chainrule.data;

/** Which class the outputs of a network, or the targets of a sample, stand for. */
public final class Classes {
    private Classes() {}

    /**
     * The number of the class: one output is read as yes, 1, from 0.5 on, and as no, 0, below; of several the largest counts, of
     * equal ones the first.
     *
     * @param outputs m numbers
     */
    public static int of(double[] outputs) {
        return outputs.length == 1 ? outputs[0] >= 0.5 ? 1 : 0 : largest(outputs);
    }

    private static int largest(double[] outputs) {
        int largest = 0;
        for (int k = 1; k < outputs.length; k++) {
            largest = outputs[k] > outputs[largest] ? k : largest;
        }
        return largest;
    }
}
