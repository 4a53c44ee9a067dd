package org.chainrule.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.chainrule.data.Dataset;
import org.chainrule.network.Network;

/**
 * A workload for the peers in other languages, as little-endian doubles: layers, whether they have biases, the loss (0 half
 * squared error, 1 binary cross-entropy, 2 cross-entropy), rate, batch, samples, the factor of a sample's residual, the sizes
 * from the input on, θ, X, Y.
 */
final class PeerFile {
    private PeerFile() {}

    static Path write(Workload workload, Path directory) throws IOException {
        Network network = workload.network();
        Dataset data = workload.data();
        double loss =
                switch (workload) {
                    case W1 -> 1;
                    case W2, W3 -> 0;
                    case W4_SMALL, W4_BIG -> 2;
                };
        DoubleStream head = DoubleStream.of(
                network.depth(),
                network.layer(1).hasBias() ? 1 : 0,
                loss,
                workload.rate,
                workload.batch,
                data.size(),
                1);
        double[] numbers = Stream.of(
                        head.toArray(),
                        Arrays.stream(workload.sizes()).asDoubleStream().toArray(),
                        network.parameters(),
                        data.inputs().getDDRM().data,
                        data.targets().getDDRM().data)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        return Files.write(directory.resolve(workload.name() + ".f64"), bytes.array());
    }
}
