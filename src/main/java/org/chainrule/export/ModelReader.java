package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chainrule.data.DataException;
import org.chainrule.data.Scaler;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.network.Model;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** From the arrays of a file to a model. */
final class ModelReader {
    private final NpzReader file;

    ModelReader(NpzReader file) {
        this.file = file;
    }

    Model read() throws ModelFileException {
        requireFormat();
        int[] widths = architecture();
        List<Dense> layers = new ArrayList<>();
        for (int l = 1; l < widths.length; l++) {
            layers.add(layer(ModelEntries.layer(l), widths[l - 1], widths[l]));
        }
        Network network = Network.of(layers.toArray(Dense[]::new));
        Model model = named(Model.of(network));
        Optional<Scaler> scaler = scaler(network.inputs());
        requireNothingElse();
        return scaler.map(model::scaledBy).orElse(model);
    }

    private Model named(Model model) throws ModelFileException {
        if (!file.has(ModelEntries.INPUT_NAMES) && !file.has(ModelEntries.TARGET_NAMES)) {
            return model;
        }
        Network network = model.network();
        String[] inputs = file.texts(ModelEntries.INPUT_NAMES, network.inputs());
        String[] targets = file.texts(ModelEntries.TARGET_NAMES, network.outputs());
        try {
            return model.named(List.of(inputs), List.of(targets));
        } catch (IllegalArgumentException e) {
            throw file.problem(e.getMessage());
        }
    }

    private void requireFormat() throws ModelFileException {
        if (!file.has(ModelEntries.FORMAT)) {
            throw file.problem("there is no entry " + ModelEntries.FORMAT + ", so this is no model; give it format=\""
                    + ModelEntries.FORMAT_NAME + "\", version=" + ModelEntries.CURRENT_VERSION
                    + " if it was meant to be one");
        }
        String format = file.text(ModelEntries.FORMAT);
        if (!format.equals(ModelEntries.FORMAT_NAME)) {
            throw file.problem("entry " + ModelEntries.FORMAT + " is \"" + Shown.text(format) + "\" instead of \""
                    + ModelEntries.FORMAT_NAME + "\"; the file belongs to another program");
        }
        double version = file.number(ModelEntries.VERSION);
        if (version != ModelEntries.CURRENT_VERSION) {
            throw file.problem(
                    "the file is in version " + NumpyFormat.significant(version, 9) + ", but this is a Chainrule"
                            + " that reads version " + ModelEntries.CURRENT_VERSION + "; a newer one may read it");
        }
    }

    /** The number of inputs, and the number of units of each layer. */
    private int[] architecture() throws ModelFileException {
        double[] numbers = file.list(ModelEntries.ARCHITECTURE, 2, file.size());
        int[] widths = new int[numbers.length];
        for (int l = 0; l < widths.length; l++) {
            widths[l] = (int) numbers[l];
            if (widths[l] != numbers[l] || widths[l] < 1) {
                throw file.problem("entry " + ModelEntries.ARCHITECTURE + ", number " + l + ": "
                        + NumpyFormat.repr(numbers[l]) + " is no number of units; it must be a whole number from 1 on");
            }
        }
        return widths;
    }

    private Dense layer(String layer, int d, int m) throws ModelFileException {
        SimpleMatrix W = matrix(d, m, finite(layer + ModelEntries.W, m, file.matrix(layer + ModelEntries.W, d, m)));
        String name = layer + ModelEntries.ACTIVATION;
        String words = file.text(name);
        Activation activation = Activation.builtIn().stream()
                .filter(f -> f.name().equals(words))
                .findFirst()
                .orElseThrow(() -> file.problem("entry " + name + ": \"" + Shown.text(words)
                        + "\" is no activation that is known here; there are " + Activation.builtIn()));
        return file.has(layer + ModelEntries.B)
                ? Dense.of(W, matrix(1, m, vector(layer + ModelEntries.B, m)), activation)
                : Dense.withoutBias(W, activation);
    }

    /** Not copied once more: it may be large. */
    private static SimpleMatrix matrix(int rows, int columns, double[] numbers) {
        return SimpleMatrix.wrap(DMatrixRMaj.wrap(rows, columns, numbers));
    }

    private double[] vector(String name, int length) throws ModelFileException {
        return finite(name, length, file.vector(name, length));
    }

    private Optional<Scaler> scaler(int d) throws ModelFileException {
        if (!file.has(ModelEntries.MEAN) && !file.has(ModelEntries.STD)) {
            return Optional.empty();
        }
        double[] mean = vector(ModelEntries.MEAN, d);
        double[] std = vector(ModelEntries.STD, d);
        try {
            return Optional.of(Scaler.of(mean, std));
        } catch (DataException e) {
            throw file.problem("entry scaler." + e.getMessage());
        }
    }

    private double[] finite(String name, int columns, double[] numbers) throws ModelFileException {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw file.problem("entry " + name + ", row " + i / columns + ", column " + i % columns + ": "
                        + NumpyFormat.repr(numbers[i]) + " is not a number to compute with; did the run diverge before"
                        + " it was saved?");
            }
        }
        return numbers;
    }

    private void requireNothingElse() throws ModelFileException {
        if (!file.unread().isEmpty()) {
            throw file.problem("there is more than a model in it: "
                    + file.unread().stream().limit(5).map(Shown::text).collect(Collectors.joining(", "))
                    + "; is a name mistyped? What does not belong to the model goes into a file of its own");
        }
    }
}
