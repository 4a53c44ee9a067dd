package org.chainrule.bench;

import org.chainrule.data.Dataset;
import org.chainrule.network.Dense;
import org.chainrule.network.Network;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.ml.data.MLDataSet;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.error.CrossEntropyErrorFunction;
import org.encog.neural.error.LinearErrorFunction;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/** Encog 3.4, the fastest of the older libraries on tiny networks, from the same weights. */
final class Encog implements Peer {
    private final Workload workload;
    private final MLDataSet data;

    Encog(Workload workload) {
        Dataset samples = workload.data();
        this.workload = workload;
        this.data = new BasicMLDataSet(samples.inputs().toArray2(), samples.targets().toArray2());
    }

    @Override
    public Trained train(long updates) {
        BasicNetwork network = network(workload.network());
        Backpropagation training = new Backpropagation(network, data, workload.rate, 0);
        training.setBatchSize(workload == Workload.W3 ? 0 : workload.batch);
        training.setThreadCount(1);
        training.fixFlatSpot(false);
        training.setErrorFunction(
                workload == Workload.W1 ? new CrossEntropyErrorFunction() : new LinearErrorFunction());
        long epochs = updates * workload.batch / data.size();
        for (long epoch = 0; epoch < epochs; epoch++) {
            training.iteration();
        }
        training.finishTraining();
        return x -> {
            double[] output = new double[network.getOutputCount()];
            network.compute(x, output);
            return output;
        };
    }

    private static BasicNetwork network(Network start) {
        BasicNetwork network = new BasicNetwork();
        network.addLayer(new BasicLayer(null, start.layer(1).hasBias(), start.inputs()));
        for (int l = 1; l <= start.depth(); l++) {
            boolean biased = l < start.depth() && start.layer(l + 1).hasBias();
            network.addLayer(
                    new BasicLayer(new ActivationSigmoid(), biased, start.layer(l).units()));
        }
        network.getStructure().finalizeStructure();
        for (int l = 1; l <= start.depth(); l++) {
            Dense layer = start.layer(l);
            for (int j = 0; j < layer.units(); j++) {
                for (int k = 0; k < layer.inputs(); k++) {
                    network.setWeight(l - 1, k, j, layer.W().get(k, j));
                }
                if (layer.hasBias()) {
                    network.setWeight(l - 1, layer.inputs(), j, layer.b().get(j));
                }
            }
        }
        return network;
    }
}
