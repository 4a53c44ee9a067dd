package org.chainrule.export;

import java.nio.file.Path;
import org.chainrule.data.Require;
import org.chainrule.network.Model;
import org.chainrule.network.Network;

/**
 * Models in {@code .onnx} files, which ONNX Runtime and other programs in other languages compute with.
 *
 * <p>The file takes {@code input}: n×d, as it was measured, and gives {@code output}: n×m, for any n; the scaler is in it. Its
 * tensors have the names of the derivation: W1, b1, z1, a1, W2, … Its metadata say what the columns are called, where the model
 * has names: {@code input.0}, {@code input.1}, …, {@code output.0}, … All numbers are floats, as runtimes take them, so they
 * agree with the model's to six or seven digits.
 *
 * <p>Writing needs {@code org.tribuo:tribuo-util-onnx} on the class path. What is written is not read back:
 * {@link Models#save Models} keeps every bit.
 */
public final class Onnx {
    private static final String LIBRARY = "org.tribuo:tribuo-util-onnx:4.3.2";

    private Onnx() {}

    /**
     * Saves a model for other programs. The file is there whole or not at all; the same model gives the same bytes.
     *
     * @throws ModelFileException if the file cannot be written, an activation is one of your own, a number is too large for a
     *     float or a deviation too small, or the library that writes ONNX is not on the class path
     */
    public static void save(Model model, Path file) throws ModelFileException {
        Require.present("the file", file);
        byte[] bytes = bytes(model);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** Saves a network without scaler and names; throws as {@link #save(Model, Path)} does. */
    public static void save(Network network, Path file) throws ModelFileException {
        save(Model.of(network), file);
    }

    /** The content of the file. */
    static byte[] bytes(Model model) throws ModelFileException {
        Require.present("the model", model);
        try {
            return OnnxGraph.of(model);
        } catch (NoClassDefFoundError absent) {
            throw new ModelFileException(
                    "an ONNX file is written with the library " + LIBRARY
                            + ", which is not on the class path; add it as"
                            + " a dependency, or in a notebook on IJava with %maven " + LIBRARY,
                    absent);
        }
    }
}
