package org.chainrule.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.data.Require;
import org.chainrule.data.Scaler;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Model;
import org.chainrule.network.Network;

/**
 * Models in files: {@code .npz}, which NumPy reads with {@code np.load} and writes with {@code np.savez}.
 *
 * <p>A file has the arrays {@code format} and {@code version}; {@code architecture}, the number of inputs and the number of
 * units of each layer; for each layer {@code layer1.W} (d×m), {@code layer1.b} (m; none where the layer has no bias) and
 * {@code layer1.activation}; where there is a scaler {@code scaler.mean} and {@code scaler.std} (d); where there are names
 * {@code input_names} and {@code target_names}. The names of the activations are {@link Activation#name}.
 */
public final class Models {
    private Models() {}

    /**
     * Saves a model. The file is there whole or not at all: whenever the process is killed, the old file stands, or the new one.
     *
     * @throws ModelFileException if the file cannot be written, a name is longer than 10,000 characters, or an activation is
     *     one of your own, which no file can hold
     */
    public static void save(Model model, Path file) throws ModelFileException {
        Require.present("the model", model);
        Require.present("the file", file);
        requireBuiltIn(model.network());
        AtomicFile.write(file, out -> write(model, out));
    }

    /** Saves a network without scaler and names; throws as {@link #save(Model, Path)} does. */
    public static void save(Network network, Path file) throws ModelFileException {
        save(Model.of(network), file);
    }

    /**
     * Loads a model that {@link #save} or NumPy wrote. The file is taken for anything that somebody may send: an array gets memory
     * only when all that the file says of its size agrees, and all arrays together at most a quarter of what this JVM can have.
     *
     * @throws ModelFileException if the file is not there, damaged, or not a model; it names the entry and what to do
     */
    public static Model load(Path file) throws ModelFileException {
        try (NpzReader arrays = new NpzReader(Require.present("the file", file))) {
            return new ModelReader(arrays).read();
        }
    }

    private static void requireBuiltIn(Network network) throws ModelFileException {
        for (int l = 1; l <= network.depth(); l++) {
            Activation activation = network.layer(l).activation();
            if (!Activation.builtIn().contains(activation)) {
                throw new ModelFileException("layer " + l + " has the activation " + activation
                        + ", which is code of your own; a file holds numbers and the names of " + Activation.builtIn()
                        + ". Keep network.parameters(), and make the network once more with withParameters");
            }
        }
    }

    private static void write(Model model, OutputStream out) throws IOException {
        NpzWriter npz = new NpzWriter(out);
        Network network = model.network();
        npz.add(ModelEntries.FORMAT, NpyArray.text(ModelEntries.FORMAT_NAME));
        npz.add(ModelEntries.VERSION, NpyArray.integer(ModelEntries.CURRENT_VERSION));
        npz.add(
                ModelEntries.ARCHITECTURE,
                NpyArray.integers(IntStream.rangeClosed(0, network.depth())
                        .map(l -> l == 0 ? network.inputs() : network.layer(l).units())
                        .toArray()));
        for (int l = 1; l <= network.depth(); l++) {
            write(network.layer(l), ModelEntries.layer(l), npz);
        }
        Optional<Scaler> scaler = model.scaler();
        if (scaler.isPresent()) {
            npz.add(ModelEntries.MEAN, NpyArray.vector(scaler.get().mean()));
            npz.add(ModelEntries.STD, NpyArray.vector(scaler.get().std()));
        }
        if (model.isNamed()) {
            npz.add(ModelEntries.INPUT_NAMES, NpyArray.texts(model.inputNames().toArray(String[]::new)));
            npz.add(
                    ModelEntries.TARGET_NAMES,
                    NpyArray.texts(model.targetNames().toArray(String[]::new)));
        }
        npz.finish();
    }

    private static void write(Dense layer, String name, NpzWriter npz) throws IOException {
        npz.add(
                name + ModelEntries.W,
                NpyArray.matrix(layer.inputs(), layer.units(), layer.W().getDDRM().data));
        if (layer.hasBias()) {
            npz.add(name + ModelEntries.B, NpyArray.vector(layer.b().getDDRM().data));
        }
        npz.add(name + ModelEntries.ACTIVATION, NpyArray.text(layer.activation().name()));
    }
}
