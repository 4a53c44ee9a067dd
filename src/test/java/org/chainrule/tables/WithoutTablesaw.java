package org.chainrule.tables;

import static org.chainrule.network.Activation.SIGMOID;
import static org.chainrule.notebook.Notebook.show;

import java.util.List;
import org.chainrule.data.Datasets;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.notebook.Renderings;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Trainer;

/** A program of somebody who has the library and what it needs, but not Tablesaw. */
public final class WithoutTablesaw {
    private WithoutTablesaw() {}

    public static void main(String[] arguments) {
        Network network = Network.inputs(2).dense(1, SIGMOID).initialize(Initializer.he(), NumpyRandom.seed(3));
        History run = Trainer.of(Loss.binaryCrossEntropy(), Optimizer.sgd(0.5))
                .epochs(10)
                .fit(network, Datasets.xor());
        show(run, List.of(1, 2));
        System.out.println(Renderings.of(List.of("a", "list")).plainText());
        try {
            Tables.of(run);
            System.out.println("Tablesaw is here");
        } catch (NoClassDefFoundError e) {
            System.out.println("absent: " + e.getMessage());
        }
    }
}
