package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.data.Tabular;
import org.chainrule.explain.Chain.Form;
import org.chainrule.explain.Derivation.Share;
import org.chainrule.explain.Quantity.Kind;
import org.chainrule.network.Backpropagation;
import org.chainrule.network.Dense;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/**
 * Backpropagation written out: any derivative of a network's loss as products of numbers along the paths to it. As a table it
 * is the whole backward pass, from the last layer to the first.
 *
 * <p>The numbers are those of {@link Backpropagation} and of the forward pass; nothing is derived anew.
 */
public final class ChainRule implements Tabular {
    /** More products than this are not written one by one. */
    private static final int PRODUCTS = 8;

    private final LocalDerivatives local;
    private final SimpleMatrix X;
    private final SimpleMatrix Y;
    private final String notation;

    private ChainRule(LocalDerivatives local, SimpleMatrix X, SimpleMatrix Y, String notation) {
        this.local = local;
        this.X = X;
        this.Y = Y;
        this.notation = notation;
    }

    /**
     * @param X inputs, n×d
     * @param Y targets, n×m
     * @throws ShapeException if X or Y does not fit the network, or the other
     * @throws org.chainrule.data.DataException if one is empty, holds NaN or infinity, or a target is outside the loss's
     *     range
     * @throws IllegalArgumentException if the loss makes no sense on the network's outputs
     */
    public static ChainRule of(Network network, Loss loss, SimpleMatrix X, SimpleMatrix Y) {
        LocalDerivatives local = new LocalDerivatives(network, loss, X, Y);
        return new ChainRule(local, X.copy(), Y.copy(), "");
    }

    /**
     * The same in the notation of a source: what {@link #weight}, {@link #bias} and {@link #delta} write.
     *
     * @param source the letter of a source, as "A"
     * @throws IllegalArgumentException if there is no such source
     */
    public ChainRule in(String source) {
        return in(Notation.of(source));
    }

    /**
     * The same in the notation of a source.
     *
     * @throws IllegalArgumentException if the notation is missing, or is that of several sources
     */
    public ChainRule in(Notation notation) {
        return new ChainRule(local, X, Y, Require.present("notation", notation).letter());
    }

    /**
     * ∂C/∂W(l)[row, column], which {@code g.dW(l)} has at the same place.
     *
     * @param row the input that the weight multiplies, from 0
     * @param column the unit that it belongs to, from 0
     * @throws IndexOutOfBoundsException if there is no such weight
     */
    public Derivation weight(int l, int row, int column) {
        int index = ParameterIndex.weight(network(), l, row, column);
        double value = local.gradients().dW(l).get(row, column);
        return derivation(Quantity.weight(l, row, column), value, network(), index);
    }

    /**
     * ∂C/∂b(l)[unit], which {@code g.db(l)} has at the same place.
     *
     * @param unit from 0
     * @throws IndexOutOfBoundsException if there is no such unit
     * @throws IllegalArgumentException if the layer has no bias
     */
    public Derivation bias(int l, int unit) {
        int index = ParameterIndex.bias(network(), l, unit);
        return derivation(Quantity.bias(l, unit), local.gradients().db(l).get(unit), network(), index);
    }

    /**
     * ∂C/∂z of one unit of layer l. Of several samples each has its own: what they add, {@link Derivation#shares}, is the
     * unit's column of {@code g.delta(l)}, and the value is their sum, the derivative by a push at all samples alike.
     *
     * @param unit from 0
     * @throws IndexOutOfBoundsException if there is no such unit
     */
    public Derivation delta(int l, int unit) {
        Network biased = withBias(l);
        int index = ParameterIndex.bias(biased, l, unit);
        double sum = 0;
        for (int i = 0; i < local.size(); i++) {
            sum += local.scale() * local.costBySum(l, i, unit);
        }
        return derivation(Quantity.sum(l, unit), sum, biased, index);
    }

    @Override
    public List<String> columns() {
        return BackwardTable.COLUMNS;
    }

    /** The backward pass: of each layer, from the last to the first, δ, then every weight and bias; shortened where it is long. */
    @Override
    public List<List<Object>> cells() {
        return new BackwardTable(local).rows();
    }

    @Override
    public String toString() {
        int n = local.size();
        return "Backward pass of " + network() + ", " + local.loss() + ", " + n + (n == 1 ? " sample" : " samples");
    }

    private Derivation derivation(Quantity by, double value, Network network, int index) {
        Chain chain = new Chain(local);
        Form form = form(chain, by);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < local.size(); i++) {
            shares.add(new Share(i, chain.products(by, i, form)));
        }
        CentredDifference difference = new CentredDifference(network, local.loss(), X, Y);
        return new Derivation(
                local, by, shares, chain.count(by.layer(), Form.PATHS), value, difference.of(index), notation);
    }

    /** The most detailed one for which there is room. */
    private Form form(Chain chain, Quantity by) {
        int room = PRODUCTS / Math.min(local.size(), PRODUCTS);
        double paths = chain.count(by.layer(), Form.PATHS);
        double steps = chain.count(by.layer(), Form.NEXT_LAYER);
        boolean isFolded = steps > room;
        if (isFolded && local.size() > 1 && !by.is(Kind.SUM)) {
            return Form.OWN_UNIT;
        }
        return paths <= Math.max(room, steps) ? Form.PATHS : Form.NEXT_LAYER;
    }

    private Network network() {
        return local.network();
    }

    /** The network with a bias in layer l, if only of zeros: to move it is to move z. */
    private Network withBias(int l) {
        Dense[] layers = network().layers().toArray(Dense[]::new);
        Dense layer = network().layer(l);
        layers[l - 1] = Dense.of(layer.W(), layer.b(), layer.activation());
        return Network.of(layers);
    }
}
