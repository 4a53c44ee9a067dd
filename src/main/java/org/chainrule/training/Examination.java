package org.chainrule.training;

import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.network.ForwardPass;
import org.chainrule.network.Network;
import org.ejml.simple.SimpleMatrix;

/** A run with its samples, or of very many some, evenly spread, and what its last network computes for them. */
final class Examination {
    /** From so many samples a share is known to about three points in a hundred. */
    private static final int ENOUGH = 1_000;
    /** Half way between ½, which says nothing, and the target. */
    private static final double UNDECIDED = 0.25;
    /** The rest may be mislabelled or rare. */
    static final double MOST = 0.9;
    /** A loss that fell to a hundredth of what it was has done most of its way. */
    private static final double SMALL = 0.01;

    final History run;
    final Network network;
    final int n;
    final ForwardPass pass;
    final SimpleMatrix X;
    final SimpleMatrix Y;
    final SimpleMatrix output;
    /** Whether every target is a no or a yes: 0 or 1. */
    final boolean yesOrNo;
    /** Whether the network does what it was to learn: tells most samples apart, or made its loss small. */
    final boolean learned;

    Examination(History run) {
        this.run = run;
        this.network = run.network();
        Dataset data = run.data();
        this.n = Math.min(data.size(), ENOUGH);
        int[] rows = IntStream.range(0, n)
                .map(i -> (int) ((long) i * data.size() / n))
                .toArray();
        this.X = rows(data.inputs(), rows);
        this.Y = rows(data.targets(), rows);
        this.pass = network.forward(X);
        this.output = pass.output();
        this.yesOrNo = isYesOrNo();
        this.learned = isLearned();
    }

    /** The samples with an output that is nearer to ½ than to its target, which is 0 or 1. */
    int[] undecided() {
        return IntStream.range(0, n).filter(i -> worstOutput(i) >= 0).toArray();
    }

    /** An output of this sample that is nearer to ½ than to its target; −1 if there is none. */
    int worstOutput(int i) {
        int worst = -1;
        double distance = UNDECIDED;
        for (int j = 0; j < Y.getNumCols(); j++) {
            double off = Math.abs(output.get(i, j) - Y.get(i, j));
            if (!(off <= distance)) {
                worst = j;
                distance = off;
            }
        }
        return worst;
    }

    private boolean isYesOrNo() {
        for (int i = 0; i < Y.getNumElements(); i++) {
            if (Y.get(i) != 0 && Y.get(i) != 1) {
                return false;
            }
        }
        return true;
    }

    private boolean isLearned() {
        return yesOrNo
                ? undecided().length <= (1 - MOST) * n
                : run.trainer().loss.of(network, X, Y)
                        <= SMALL * run.trainer().loss.of(run.at(0), X, Y);
    }

    private static SimpleMatrix rows(SimpleMatrix matrix, int[] rows) {
        SimpleMatrix chosen = new SimpleMatrix(rows.length, matrix.getNumCols());
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < matrix.getNumCols(); j++) {
                chosen.set(i, j, matrix.get(rows[i], j));
            }
        }
        return chosen;
    }
}
