package org.chainrule.numpy;

import org.hipparchus.dfp.DfpField;

/** The natural logarithm at 60 decimal digits, rounded once: slow, and independent of {@link PortableLog}. */
final class ExactLog {
    private static final DfpField FIELD = new DfpField(60);

    private ExactLog() {}

    static double nearest(double x) {
        return FIELD.newDfp(x).log().toDouble();
    }
}
