package org.chainrule.sources.a;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.chainrule.data.Dataset;
import org.chainrule.network.Network;
import org.chainrule.numpy.NumpyFormat;

/**
 * The start from which a variant of the printed program comes closest to the printed numbers, as far as a long search
 * found one.
 *
 * @param program which variant
 * @param start the weights and biases that the search ended at
 * @param distance the largest difference between the variant's predictions and those that the printed losses stand for
 */
public record ClosestStart(String program, Network start, double distance) {
    private static final double[] CORRECTED = {
        -0.4744816917728232,
        -0.5025016417154082,
        0.8339736115285595,
        1.1992855116656798,
        -0.4505325332111485,
        -2.7009724498565193,
        0.315570285136041,
        1.0107038854568886,
        -1.7137567946137287,
        -0.5173273670697307,
        0.24429558399406995
    };
    private static final double[] AS_PRINTED = {
        -1.222960152337293,
        1.6395449216551263,
        0.12618379255598847,
        -5.012117639512848,
        -1.3420319956577436,
        -0.0206558973227139,
        0.2758394062403575,
        1.5413425713891444,
        -2.799788961859909,
        -0.36454131217331637,
        -0.05145495419610278
    };

    /** For the three variants that come into question, the closest first. */
    public static List<ClosestStart> all() {
        return List.of(
                of("weights updated too early", SourceA.recoveredStart(), PublishedProgram::asRun),
                of("as printed, all three mistakes", fromSums(AS_PRINTED), PublishedProgram::asPrinted),
                of("without mistakes", fromSums(CORRECTED), PublishedProgram::corrected));
    }

    private static ClosestStart of(String name, Network start, Function<Network, PublishedProgram> program) {
        return new ClosestStart(name, start, SourceA.distanceFromPrinted(program.apply(start)));
    }

    /**
     * The first layer counts only through its two sums z, which the search worked with; of all weights and biases that give
     * these sums, the ones with the least squares are taken: W = xᵀz / (|x|² + 1), b = z / (|x|² + 1).
     */
    private static Network fromSums(double[] found) {
        Dataset data = SourceA.data();
        double[] x = {data.inputs().get(0, 0), data.inputs().get(0, 1), 1};
        double squares = Arrays.stream(x).map(v -> v * v).sum();
        double[] theta = new double[15];
        for (int i = 0; i < 3; i++) {
            theta[2 * i] = x[i] * found[0] / squares;
            theta[2 * i + 1] = x[i] * found[1] / squares;
        }
        System.arraycopy(found, 2, theta, 6, 9);
        return SourceA.recoveredStart().withParameters(theta);
    }

    @Override
    public String toString() {
        double squares = Arrays.stream(start.parameters()).map(v -> v * v).sum();
        return program + ": off by up to " + NumpyFormat.significant(distance, 2) + "; sum of squares "
                + NumpyFormat.significant(squares, 3);
    }
}
