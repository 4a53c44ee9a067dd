package org.chainrule.export;

/** The names of a model's arrays in its file. */
final class ModelEntries {
    static final String FORMAT = "format";
    static final String FORMAT_NAME = "chainrule model";
    static final String VERSION = "version";
    static final int CURRENT_VERSION = 1;
    /** The number of inputs, and the number of units of each layer. */
    static final String ARCHITECTURE = "architecture";

    static final String W = "W";
    static final String B = "b";
    static final String ACTIVATION = "activation";
    static final String MEAN = "scaler.mean";
    static final String STD = "scaler.std";
    static final String INPUT_NAMES = "input_names";
    static final String TARGET_NAMES = "target_names";

    private ModelEntries() {}

    /** What stands before the names of a layer's arrays, which count from 1. */
    static String layer(int l) {
        return "layer" + l + ".";
    }
}
