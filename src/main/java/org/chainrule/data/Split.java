package org.chainrule.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chainrule.numpy.NumpyFormat;
import org.chainrule.numpy.NumpyRandom;
import org.ejml.simple.SimpleMatrix;

/**
 * Samples cut into parts by {@link Dataset#split}. As a table: how many samples each part has, and, where the targets stand for
 * classes, how many of each class. Immutable.
 */
public final class Split implements Tabular {
    private static final double ROUNDING = 1e-9;

    private final long seed;
    private final List<Dataset> parts;

    private Split(long seed, List<Dataset> parts) {
        this.seed = seed;
        this.parts = parts;
    }

    /** @param shares of two parts, or of three */
    static Split of(Dataset data, long seed, double[] shares) {
        List<String> names = names(shares.length);
        double sum = 0;
        for (int part = 0; part < shares.length; part++) {
            sum += Require.positive("the share of the " + names.get(part) + " part", shares[part]);
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("the shares " + NumpyFormat.array(shares) + " sum to "
                    + NumpyFormat.significant(sum, 6) + "; make them sum to 1");
        }
        int[] order = NumpyRandom.seed(seed).permutation(data.size());
        List<Dataset> parts = new ArrayList<>();
        double reached = 0;
        int from = 0;
        for (int part = 0; part < shares.length; part++) {
            reached += shares[part];
            int to = part == shares.length - 1 ? data.size() : (int) Math.round(reached * data.size());
            if (to <= from) {
                throw new DataException("the " + names.get(part) + " part, " + NumpyFormat.repr(shares[part]) + " of "
                        + data.size() + (data.size() == 1 ? " sample" : " samples")
                        + ", would be empty; give it a larger share, or more samples");
            }
            parts.add(data.take(Arrays.copyOfRange(order, from, to)));
            from = to;
        }
        return new Split(seed, List.copyOf(parts));
    }

    private static List<String> names(int parts) {
        return parts == 2 ? List.of("train", "test") : List.of("train", "validation", "test");
    }

    /** The samples to train on. */
    public Dataset train() {
        return parts.get(0);
    }

    /**
     * The samples to choose by.
     *
     * @throws IllegalStateException if there are two parts only
     */
    public Dataset validation() {
        if (parts.size() == 2) {
            throw new IllegalStateException(
                    "the data were split in two, train and test; for a validation part give three"
                            + " shares, as split(" + seed + ", 0.6, 0.2, 0.2)");
        }
        return parts.get(1);
    }

    /** The samples to test on at the end. */
    public Dataset test() {
        return parts.get(parts.size() - 1);
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("part", "samples"));
        if (holdsClasses()) {
            train().classNames().forEach(name -> columns.add("of " + name));
        }
        return columns;
    }

    @Override
    public List<List<Object>> cells() {
        List<List<Object>> rows = new ArrayList<>();
        List<String> names = names(parts.size());
        for (int part = 0; part < parts.size(); part++) {
            List<Object> row =
                    new ArrayList<>(List.of(names.get(part), parts.get(part).size()));
            if (holdsClasses()) {
                row.addAll(counts(parts.get(part)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Integer> counts(Dataset part) {
        SimpleMatrix targets = part.targets();
        List<Integer> counts = new ArrayList<>();
        for (int k = 0; k < targets.getNumCols(); k++) {
            counts.add((int) targets.getColumn(k).elementSum());
        }
        if (counts.size() == 1) {
            counts.add(0, part.size() - counts.get(0));
        }
        return counts;
    }

    /** Whether all targets are 0 or 1, and of several in a row one is 1. */
    private boolean holdsClasses() {
        return parts.stream().allMatch(part -> {
            SimpleMatrix targets = part.targets();
            for (int row = 0; row < part.size(); row++) {
                SimpleMatrix target = targets.getRow(row);
                double ones = target.elementSum();
                boolean noOthers = target.elementPower(2.0).minus(target).elementMaxAbs() == 0;
                if (!noOthers || target.getNumElements() > 1 && ones != 1) {
                    return false;
                }
            }
            return true;
        });
    }

    @Override
    public String toString() {
        return "Split by seed " + seed + " into " + parts.size() + " parts";
    }
}
