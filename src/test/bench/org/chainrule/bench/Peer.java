package org.chainrule.bench;

import java.util.Arrays;
import org.chainrule.data.Dataset;

/** Somebody who trains a workload's network in this JVM. */
interface Peer {
    /** Trains from the start. */
    Trained train(long updates);

    /** What answers once it is trained. */
    interface Trained {
        /** The output for a sample. */
        double[] output(double[] x);
    }

    /** The peers by their names; "strict" are the loops with the e^x that Chainrule takes. */
    static Peer named(String name, Workload workload) {
        return switch (name) {
            case "bare" -> new ChainruleLoop(workload);
            case "trainer" -> new ChainruleTrainer(workload);
            case "loops" -> new PlainLoops(workload, Math::exp);
            case "strict" -> new PlainLoops(workload, StrictMath::exp);
            case "encog" -> new Encog(workload);
            default -> throw new IllegalArgumentException("there is no peer \"" + name + "\"");
        };
    }

    /** What peers are compared by: the mean cross-entropy of a large network, of a tiny one the output for every sample. */
    static double[] result(Workload workload, Trained trained) {
        Dataset data = workload.data();
        double[][] X = data.inputs().toArray2();
        double[][] Y = data.targets().toArray2();
        if (workload.isTiny()) {
            return Arrays.stream(X)
                    .flatMapToDouble(x -> Arrays.stream(trained.output(x)))
                    .toArray();
        }
        double loss = 0;
        for (int i = 0; i < X.length; i++) {
            double[] a = trained.output(X[i]);
            for (int j = 0; j < a.length; j++) {
                loss -= Y[i][j] > 0 ? Math.log(a[j]) : 0;
            }
        }
        return new double[] {loss / X.length};
    }
}
