package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.data.Classes;
import org.chainrule.data.DataException;
import org.chainrule.data.Dataset;
import org.chainrule.data.Require;
import org.chainrule.data.ShapeException;
import org.chainrule.data.Tabular;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/**
 * What a network says of samples whose classes are known: for each class how often it was taken for which. Outputs and targets
 * are read as {@link Classes#of} reads them; a single output tells two classes apart. Immutable.
 */
public final class ConfusionMatrix implements Tabular {
    private final List<String> classes;
    private final int[][] counts;
    private final Mistakes mistakes;

    private ConfusionMatrix(List<String> classes, int[][] counts, Mistakes mistakes) {
        this.classes = classes;
        this.counts = counts;
        this.mistakes = mistakes;
    }

    /**
     * @param data samples whose targets are classes, as {@link Dataset#oneHot} makes them, or 0 and 1 for a single output
     * @throws ShapeException if the samples do not fit the network
     * @throws DataException if a target is no class, or an output not a number
     */
    public static ConfusionMatrix of(Network network, Dataset data) {
        Require.present("network", network)
                .requireInputs(Require.present("samples", data).inputWidth());
        return ofOutputs(network.predict(data.inputs()), data);
    }

    /**
     * The same for outputs that are at hand already.
     *
     * @param outputs what was said of the samples, n×m
     * @throws ShapeException if there are more or fewer outputs than targets
     * @throws DataException if a target is no class, or an output not a number
     */
    public static ConfusionMatrix ofOutputs(SimpleMatrix outputs, Dataset data) {
        double[][] said = Require.finite("outputs", outputs).toArray2();
        double[][] targets = Require.present("samples", data).targets().toArray2();
        if (said.length != targets.length || said[0].length != targets[0].length) {
            throw new ShapeException("the outputs are " + said.length + "×" + said[0].length + ", but the targets "
                    + targets.length + "×" + targets[0].length + "; give an output for every target");
        }
        List<String> classes = data.classNames();
        int[][] counts = new int[classes.size()][classes.size()];
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            requireClass(targets[i], i);
            int actual = Classes.of(targets[i]);
            int taken = Classes.of(said[i]);
            counts[actual][taken]++;
            if (actual != taken) {
                mistakes.add(new Mistake(i, classes.get(actual), classes.get(taken), confidence(said[i], taken)));
            }
        }
        return new ConfusionMatrix(classes, counts, new Mistakes(mistakes, said.length));
    }

    private static double confidence(double[] outputs, int taken) {
        return outputs.length > 1 ? outputs[taken] : taken == 1 ? outputs[0] : 1 - outputs[0];
    }

    private static void requireClass(double[] target, int row) {
        if (target.length == 1) {
            if (target[0] != 0 && target[0] != 1) {
                throw new DataException("targets, row " + row + ": " + NumpyFormat.repr(target[0])
                        + " is no class; a single output is asked for no or yes, 0 or 1");
            }
            return;
        }
        double largest = target[Classes.of(target)];
        if (IntStream.range(0, target.length).filter(k -> target[k] == largest).count() > 1) {
            throw new DataException("targets, row " + row + ": " + NumpyFormat.array(target)
                    + " is no class; one of the numbers must be the largest, as in rows of Dataset.oneHot");
        }
    }

    /** The names of the classes, in the order of the targets. */
    public List<String> classes() {
        return classes;
    }

    /** How many samples of class {@code actual} were taken for class {@code said}; the classes count from 0. */
    public int count(int actual, int said) {
        return counts[actual][said];
    }

    /** All counts, a row for each class that samples are of, a column for each that they were taken for. A copy. */
    public int[][] counts() {
        return IntStream.range(0, counts.length)
                .mapToObj(k -> counts[k].clone())
                .toArray(int[][]::new);
    }

    /** How many samples there are. */
    public int samples() {
        return IntStream.range(0, counts.length).map(this::of).sum();
    }

    /** How many samples were told right. */
    public int right() {
        return IntStream.range(0, counts.length).map(k -> counts[k][k]).sum();
    }

    /** The share of samples that were told right. */
    public double accuracy() {
        return (double) right() / samples();
    }

    /** Of the samples of class k, the share that was told right; NaN if there are none. */
    public double recall(int k) {
        return (double) counts[k][k] / of(k);
    }

    /** Of the samples that were taken for class k, the share that is of it; NaN if there are none. */
    public double precision(int k) {
        return (double) counts[k][k]
                / IntStream.range(0, counts.length)
                        .map(actual -> counts[actual][k])
                        .sum();
    }

    /** How many samples are of class k. */
    private int of(int k) {
        return IntStream.of(counts[k]).sum();
    }

    /** The samples that were told wrong. */
    public Mistakes mistakes() {
        return mistakes;
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("class"));
        classes.forEach(name -> columns.add("said " + name));
        columns.addAll(List.of("recall", "precision"));
        return columns;
    }

    @Override
    public List<List<Object>> cells() {
        List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            List<Object> row = new ArrayList<>(List.of(classes.get(k)));
            IntStream.of(counts[k]).forEach(row::add);
            row.add(orNone(recall(k)));
            row.add(orNone(precision(k)));
            rows.add(row);
        }
        return rows;
    }

    private static Double orNone(double share) {
        return Double.isNaN(share) ? null : share;
    }

    @Override
    public String toString() {
        return "Confusion matrix: " + right() + " of " + samples() + " right, accuracy "
                + NumpyFormat.significant(accuracy(), 3);
    }
}
