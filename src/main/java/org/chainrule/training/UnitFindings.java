package org.chainrule.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.network.Activation;
import org.chainrule.network.Dense;
import org.chainrule.numpy.NumpyFormat;
import org.ejml.simple.SimpleMatrix;

/** What can be wrong with the units of a network: they are the same, they are dead, they are saturated. */
final class UnitFindings {
    /** Equal units get equal gradients; they differ by roundings at most, and units that were drawn by far more. */
    private static final double ROUNDINGS = 1e-9;
    /** At a hundredth of its largest slope (|z| > 6 for a sigmoid, > 3 for tanh) a unit learns a hundred times slower. */
    private static final double FLAT = 0.01;
    /** Of an output, fewer samples that are wrong and hold it there may just be hard ones. */
    private static final double WRONG_AND_FLAT = 0.25;

    private static final int NAMED = 6;

    private final Examination examination;
    private final List<Diagnosis.Finding> findings;

    private UnitFindings(Examination examination, List<Diagnosis.Finding> findings) {
        this.examination = examination;
        this.findings = findings;
    }

    static void add(Examination examination, List<Diagnosis.Finding> findings) {
        UnitFindings units = new UnitFindings(examination, findings);
        for (int l = 1; l <= examination.network.depth(); l++) {
            units.symmetric(l);
            units.dead(l);
            if (!examination.learned) {
                units.saturated(l);
            }
        }
    }

    private void symmetric(int l) {
        if (l == examination.network.depth()) {
            return;
        }
        boolean[] named = new boolean[examination.network.layer(l).units()];
        SimpleMatrix in = examination
                .network
                .layer(l)
                .W()
                .concatRows(examination.network.layer(l).b());
        SimpleMatrix out = examination.network.layer(l + 1).W();
        for (int unit = 0; unit < named.length; unit++) {
            int one = unit;
            int[] same = units(named.length, j -> !named[j] && j >= one && isSame(in, out, one, j));
            if (same.length > 1) {
                Arrays.stream(same).forEach(j -> named[j] = true);
                find(
                        Diagnosis.Kind.SYMMETRIC,
                        names(same, l)
                                + " have equal weights, incoming and outgoing: they compute the same, get the same"
                                + " gradient, and will never differ",
                        "random weights to start from, as Initializer.he() draws them");
            }
        }
    }

    private static boolean isSame(SimpleMatrix in, SimpleMatrix out, int one, int other) {
        for (int i = 0; i < in.getNumRows(); i++) {
            if (!isSame(in.get(i, one), in.get(i, other))) {
                return false;
            }
        }
        for (int k = 0; k < out.getNumCols(); k++) {
            if (!isSame(out.get(one, k), out.get(other, k))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= ROUNDINGS * Math.abs(one);
    }

    private void dead(int l) {
        Dense layer = examination.network.layer(l);
        SimpleMatrix a = examination.pass.a(l);
        int[] dead = layer.activation() == Activation.RELU
                ? units(layer.units(), j -> share(i -> a.get(i, j) == 0) == 1)
                : new int[0];
        if (dead.length > 0) {
            find(
                    Diagnosis.Kind.DEAD,
                    names(dead, l) + ", of " + layer.units() + ", "
                            + (dead.length == 1 ? "is 0 for each of the " : "are 0 for each of the ") + examination.n
                            + " samples looked at: no gradient gets through, so the weights before "
                            + (dead.length == 1 ? "it" : "them") + " cannot change",
                    examination.learned
                            ? "nothing, if you like the loss: the other units were enough"
                            : "a smaller rate, a small positive bias to start from (Initializer.he().withBias(0.1)),"
                                    + " another seed, or LEAKY_RELU, which never dies");
        }
    }

    private void saturated(int l) {
        Dense layer = examination.network.layer(l);
        Activation f = layer.activation();
        if (f != Activation.SIGMOID && f != Activation.TANH) {
            return;
        }
        boolean last = l == examination.network.depth();
        SimpleMatrix slope = f.derivative(examination.pass.z(l));
        double flat = FLAT * f.derivative(0);
        double[] shares = new double[layer.units()];
        Arrays.setAll(shares, j -> share(i -> slope.get(i, j) < flat && (!last || isWrong(i, j))));
        double much = last ? WRONG_AND_FLAT : Examination.MOST;
        int[] saturated = units(layer.units(), j -> shares[j] >= much);
        if (saturated.length > 0) {
            double least =
                    Arrays.stream(saturated).mapToDouble(j -> shares[j]).min().getAsDouble();
            find(
                    Diagnosis.Kind.SATURATED,
                    names(saturated, l) + ", of " + layer.units() + ": on " + (least < 1 ? "at least " : "")
                            + NumpyFormat.significant(100 * least, 3) + " % of the samples the slope of the " + f
                            + " is below a hundredth of its largest" + (last ? ", and the answer is wrong" : ""),
                    "smaller weights to start from (Initializer.xavier()), inputs between −1 and 1, or a smaller rate"
                            + (last ? "; for a sigmoid, Loss.binaryCrossEntropy(), whose δ has no slope in it" : ""));
        }
    }

    private boolean isWrong(int i, int j) {
        return Math.abs(examination.output.get(i, j) - examination.Y.get(i, j)) > 0.5;
    }

    private double share(IntPredicate ofSample) {
        return IntStream.range(0, examination.n).filter(ofSample).count() / (double) examination.n;
    }

    private static int[] units(int m, IntPredicate which) {
        return IntStream.range(0, m).filter(which).toArray();
    }

    private static String names(int[] units, int l) {
        if (units.length == 1) {
            return "unit " + (units[0] + 1) + " of layer " + l;
        }
        int named = units.length <= NAMED ? units.length - 1 : NAMED;
        String first = Arrays.stream(units, 0, named)
                .mapToObj(unit -> String.valueOf(unit + 1))
                .collect(Collectors.joining(", ", "units ", " and "));
        return first + (units.length <= NAMED ? units[named] + 1 : units.length - named + " more") + " of layer " + l;
    }

    private void find(Diagnosis.Kind kind, String evidence, String remedy) {
        findings.add(new Diagnosis.Finding(kind, evidence, remedy));
    }
}
