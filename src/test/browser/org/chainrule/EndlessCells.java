package org.chainrule;

/** Cells that would go on for hours, and keep what they have done when they are interrupted. */
final class EndlessCells {
    static final String TRAINING =
            """
            History begun = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                    .epochs(100_000_000).online().watch(liveLoss())
                    .fit(Network.inputs(2).dense(3, SIGMOID).dense(1, SIGMOID)
                            .initialize(Initializer.he(), NumpyRandom.seed(42)), Datasets.xor());""";

    static final String SWEEP =
            """
            XorAtlas begun = XorExperiment.usual().atlas(10_000_000, progress("XOR"));""";

    private EndlessCells() {}

    /** What is to be seen below the cell while it runs, and after it: a selector. */
    static String picture(String cell) {
        return cell.equals(TRAINING) ? "img" : "progress";
    }
}
