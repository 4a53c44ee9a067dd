package org.chainrule.explain;

import static org.chainrule.network.Activation.SIGMOID;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.data.Datasets;
import org.chainrule.data.Require;
import org.chainrule.network.Initializer;
import org.chainrule.network.Loss;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyRandom;
import org.chainrule.training.History;
import org.chainrule.training.Optimizer;
import org.chainrule.training.Sweep;
import org.chainrule.training.SweepListener;
import org.chainrule.training.Trainer;

/**
 * How XOR is to be learned: from which starts, with which optimizer, for how long. A run is a pure function of these settings,
 * the number of hidden units, the rate and the seed, so any one of thousands can be made again:
 *
 * <pre>{@code
 * XorAtlas atlas = XorExperiment.usual().hidden(2, 3, 4).rates(0.5, 2).atlas(1_000);
 * atlas.run(2, 0.5, 19);
 * }</pre>
 *
 * <p>Immutable: each method gives a new experiment.
 */
public final class XorExperiment {
    private static final int RECORDS = 100;

    /** In which order samples come, and how many an update. */
    private interface Order {
        Trainer of(Trainer trainer, long seed);
    }

    private int[] hidden = {2};
    private double[] rates = {2};
    private int epochs = 2_000;
    private Order order = (trainer, seed) -> trainer.fullBatch();
    private DoubleFunction<Optimizer> optimizer = Optimizer::sgd;
    private Initializer initializer = Initializer.he().withBias(0.5);
    private Loss loss = Loss.binaryCrossEntropy();
    private Dataset samples = Datasets.xor();

    private XorExperiment() {}

    /**
     * 2-2-1 of sigmoids, source D's starts (normal weights of deviation √(2/d), biases ½), the mean binary cross-entropy, and
     * 2,000 full batches at the rate 2: of the four samples each then moves a weight as with the rate 0.5 alone.
     */
    public static XorExperiment usual() {
        return new XorExperiment();
    }

    /**
     * With these numbers of hidden units.
     *
     * @throws IllegalArgumentException if there are none, one is below 1, or one comes twice
     */
    public XorExperiment hidden(int... units) {
        int[] own = Require.present("numbers of hidden units", units).clone();
        Arrays.stream(own).forEach(m -> Require.atLeastOne("the number of hidden units", m));
        requireDistinct("numbers of hidden units", Arrays.stream(own).asDoubleStream());
        return with(copy -> copy.hidden = own);
    }

    /**
     * At these learning rates.
     *
     * @throws IllegalArgumentException if there are none, one is not a positive number, or one comes twice
     */
    public XorExperiment rates(double... rates) {
        double[] own = Require.present("rates", rates).clone();
        Arrays.stream(own).forEach(rate -> Require.positive("the learning rate", rate));
        requireDistinct("rates", Arrays.stream(own));
        return with(copy -> copy.rates = own);
    }

    private static void requireDistinct(String what, DoubleStream given) {
        double[] values = given.toArray();
        long different = Arrays.stream(values).distinct().count();
        if (values.length == 0 || different < values.length) {
            throw new IllegalArgumentException(values.length + " " + what + " were given, " + different
                    + " different ones; give at least one, and each once");
        }
    }

    /**
     * For so many epochs.
     *
     * @throws IllegalArgumentException if below 1
     */
    public XorExperiment epochs(int epochs) {
        return with(copy -> copy.epochs = Require.atLeastOne("the number of epochs", epochs));
    }

    /** One update a sample, in their order. */
    public XorExperiment online() {
        return order((trainer, seed) -> trainer.online());
    }

    /** One update a sample, in an order that is drawn anew for every epoch, from the seed of the run. */
    public XorExperiment shuffled() {
        return order((trainer, seed) -> trainer.miniBatches(1, seed));
    }

    private XorExperiment order(Order order) {
        return with(copy -> copy.order = order);
    }

    /** With another optimizer, made from the rate: {@code Optimizer::adam}, {@code rate -> Optimizer.momentum(rate, 0.9)}. */
    public XorExperiment optimizer(DoubleFunction<Optimizer> fromRate) {
        return with(copy -> copy.optimizer = Require.present("optimizer", fromRate));
    }

    /** From other starts. */
    public XorExperiment initializer(Initializer initializer) {
        return with(copy -> copy.initializer = Require.present("initializer", initializer));
    }

    /** With another loss. */
    public XorExperiment loss(Loss loss) {
        return with(copy -> copy.loss = Require.present("loss", loss));
    }

    /**
     * With the samples of XOR in another order, or in other numbers, as −1 and 1.
     *
     * @throws org.chainrule.data.DataException if they are not four with one label each, 0 or 1
     */
    public XorExperiment samples(Dataset samples) {
        XorEnding.requireFourLabels(Require.present("samples", samples));
        return with(copy -> copy.samples = samples);
    }

    /**
     * One run, its loss recorded a hundred times: the same, to the last bit, whenever and wherever it is made.
     *
     * @param seed of the start: that of {@code np.random.seed(seed)}
     */
    public History run(int hidden, double rate, long seed) {
        Network start = Network.inputs(samples.inputWidth())
                .dense(hidden, SIGMOID)
                .dense(1, SIGMOID)
                .initialize(initializer, NumpyRandom.seed(seed));
        Trainer trainer =
                Trainer.of(loss, optimizer.apply(rate)).epochs(epochs).recordEvery(Math.max(1, epochs / RECORDS));
        return order.of(trainer, seed).fit(start, samples);
    }

    /**
     * Runs from the seeds 0, 1, 2, …, for each of the numbers of hidden units and the rates, on all processors; the same table
     * on every machine. An interrupt ends it within a fraction of a second, with what was counted until then.
     *
     * @param seeds how many
     * @param listeners such as {@code progress("XOR atlas")}
     * @throws IllegalArgumentException if there is no seed, or there are more than two billion runs
     * @throws IllegalStateException if every run failed
     */
    public XorAtlas atlas(int seeds, SweepListener... listeners) {
        int places = hidden.length * rates.length;
        long runs = (long) Require.atLeastOne("the number of seeds", seeds) * places;
        if (runs > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(seeds + " seeds at " + places + " pairs of hidden units and rate are "
                    + runs + " runs; ask for fewer");
        }
        // A seed after the other, each everywhere: what an interrupt leaves is as many seeds at every place.
        return Sweep.of(
                (int) runs,
                k -> XorEnding.of(run(hidden[k % places / rates.length], rates[k % rates.length], k / places)),
                sweep -> new XorAtlas(this, seeds, sweep.isInterrupted() ? sweep : sweep.requireSome()),
                listeners);
    }

    int[] hiddenSizes() {
        return hidden.clone();
    }

    double[] learningRates() {
        return rates.clone();
    }

    /** Where the run of a seed at a place stands in the sweep, if the place is in this experiment; else −1. */
    int place(int hidden, double rate) {
        int h = IntStream.range(0, this.hidden.length)
                .filter(i -> this.hidden[i] == hidden)
                .findFirst()
                .orElse(-1);
        int r = IntStream.range(0, rates.length)
                .filter(i -> rates[i] == rate)
                .findFirst()
                .orElse(-1);
        return h < 0 || r < 0 ? -1 : h * rates.length + r;
    }

    private XorExperiment with(Consumer<XorExperiment> change) {
        XorExperiment copy = new XorExperiment();
        copy.hidden = hidden;
        copy.rates = rates;
        copy.epochs = epochs;
        copy.order = order;
        copy.optimizer = optimizer;
        copy.initializer = initializer;
        copy.loss = loss;
        copy.samples = samples;
        change.accept(copy);
        return copy;
    }

    @Override
    public String toString() {
        return "XOR with " + Arrays.toString(hidden) + " hidden units: "
                + order.of(Trainer.of(loss, optimizer.apply(rates[0])).epochs(epochs), 0);
    }
}
