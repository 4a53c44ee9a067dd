package org.chainrule.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.data.Require;
import org.chainrule.network.Dense;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Gradients;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * A network as a drawing: its units, its weights as lines (wide where they are large; blue and solid above 0, orange and dashed
 * below) and its biases. On demand with the activations of a sample, or with gradients in place of the weights. Large
 * layers, and deep networks, are shown in part, with the count of the rest.
 *
 * <p>Immutable.
 */
public final class NetworkDiagram {
    private static final int VALUES_IN_WORDS = 6;
    private static final int LAYERS_AT_EACH_END = 3;

    private final Network network;
    private final ForwardPass pass;
    private final Gradients gradients;

    private NetworkDiagram(Network network, ForwardPass pass, Gradients gradients) {
        this.network = network;
        this.pass = pass;
        this.gradients = gradients;
    }

    /** The network with its weights and biases. */
    public static NetworkDiagram of(Network network) {
        return new NetworkDiagram(Require.present("network", network), null, null);
    }

    /**
     * This diagram with the activations of one sample in the units.
     *
     * @param x the sample, d numbers
     * @throws org.chainrule.data.ShapeException if the network expects another number of inputs
     * @throws org.chainrule.data.DataException if a number is NaN or infinite
     */
    public NetworkDiagram forSample(double... x) {
        double[][] row = {Require.present("sample", x)};
        return new NetworkDiagram(network, network.forward(Require.rectangular("the sample", row)), gradients);
    }

    /**
     * This diagram with ∂C/∂W on the lines in place of W, and ∂C/∂b in place of b.
     *
     * @throws IllegalArgumentException if the gradients are those of another network
     * @throws org.chainrule.data.DataException if a derivative is NaN or infinite
     */
    public NetworkDiagram withGradients(Gradients gradients) {
        Network theirs = Require.present("gradients", gradients).network();
        if (!theirs.equals(network)) {
            String difference = theirs.toString().equals(network.toString()) ? " with other weights" : "";
            throw new IllegalArgumentException("the gradients were taken at " + theirs + difference
                    + ", but the diagram shows " + network
                    + "; take Backpropagation.gradients of the network that is drawn");
        }
        for (int l = 1; l <= network.depth(); l++) {
            Require.finite("dW(" + l + ")", gradients.dW(l));
            Require.finite("db(" + l + ")", gradients.db(l));
        }
        return new NetworkDiagram(network, pass, gradients);
    }

    /** Draws the diagram; the same numbers give the same markup. */
    public VectorPicture picture() {
        Svg svg = new DiagramPainter(this).paint();
        return new VectorPicture(svg.markup(), svg.width(), svg.height(), alt());
    }

    /** The diagram in one line of text: of each layer its activation, and from where to where its numbers go. */
    public String alt() {
        return String.join(" ", lines());
    }

    /** The diagram in words, a line for each layer. */
    public String text() {
        return String.join("\n", lines());
    }

    @Override
    public String toString() {
        return alt();
    }

    Network network() {
        return network;
    }

    boolean showsGradients() {
        return gradients != null;
    }

    boolean showsSample() {
        return pass != null;
    }

    /** What the lines into layer l show: d×m. */
    SimpleMatrix edges(int l) {
        return gradients == null ? network.layer(l).W() : gradients.dW(l);
    }

    /** What stands below the units of layer l: 1×m. */
    SimpleMatrix biases(int l) {
        return gradients == null ? network.layer(l).b() : gradients.db(l);
    }

    /** a(l) of the sample, 1×m. */
    SimpleMatrix activations(int l) {
        return pass.a(l);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(network + ".");
        if (pass != null) {
            lines.add("The sample: a(0) " + values(pass.a(0)) + ".");
        }
        int left = network.depth() - 2 * LAYERS_AT_EACH_END;
        for (int l = 1; l <= network.depth(); l++) {
            if (l <= LAYERS_AT_EACH_END || l > network.depth() - LAYERS_AT_EACH_END) {
                lines.add(line(l));
            } else if (l == LAYERS_AT_EACH_END + 1) {
                lines.add("… " + left + " more " + (left == 1 ? "layer …" : "layers …"));
            }
        }
        return lines;
    }

    private String line(int l) {
        Dense layer = network.layer(l);
        String derivative = gradients == null ? "" : "d";
        return "Layer " + l + ", " + layer.inputs() + " → " + layer.units() + " " + layer.activation() + ": "
                + derivative + "W " + values(edges(l)) + ", "
                + (layer.hasBias() ? derivative + "b " + values(biases(l)) : "no bias")
                + (pass == null ? "" : ", a(" + l + ") " + values(pass.a(l))) + ".";
    }

    /** Few values one by one, row by row; of many from where to where they go. */
    private static String values(SimpleMatrix matrix) {
        if (matrix.getNumElements() > VALUES_IN_WORDS) {
            return "from " + Summary.number(matrix.elementMin()) + " to " + Summary.number(matrix.elementMax());
        }
        return Arrays.stream(matrix.toArray2())
                .map(row -> Arrays.stream(row).mapToObj(Summary::number).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "[", "]"));
    }
}
