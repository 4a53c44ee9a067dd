package org.chainrule.training;

import org.chainrule.numpy.NumpyFormat;

/**
 * How many of how many: the share that was counted, and what it says of the share among all.
 *
 * @param count how many were so
 * @param all how many were looked at
 */
public record Share(int count, int all) {
    /** The quantile of the normal distribution that leaves 2.5 % on either side. */
    private static final double Z = 1.959963984540054;

    /**
     * @throws IllegalArgumentException if there are none, or more were so than were looked at
     */
    public Share {
        if (all < 1 || count < 0 || count > all) {
            throw new IllegalArgumentException(
                    count + " of " + all + " is no share; count from 0 up to a number of at least 1");
        }
    }

    /** The share that was counted. */
    public double value() {
        return (double) count / all;
    }

    /** The lower end of the 95 % interval of E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209. */
    public double low() {
        return count == 0 ? 0 : centre() - halfWidth();
    }

    /** Its upper end. */
    public double high() {
        return count == all ? 1 : centre() + halfWidth();
    }

    private double centre() {
        return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double halfWidth() {
        double p = value();
        double variance = p * (1 - p) / all + Z * Z / (4.0 * all * all);
        return Z * Math.sqrt(variance) / (1 + Z * Z / all);
    }

    /** The share in percent, as "67.4 %". */
    public String percent() {
        return percent(value());
    }

    /** The 95 % interval in percent, as "65.6 % to 75.8 %". */
    public String interval() {
        return percent(low()) + " to " + percent(high());
    }

    @Override
    public String toString() {
        return count + " of " + all + ": " + percent() + ", 95 % interval " + interval();
    }

    /** To three digits, or to as many as it takes: only all are 100 %. */
    private static String percent(double share) {
        String text = "100";
        for (int digits = 3; text.equals("100") && digits <= 17; digits++) {
            text = NumpyFormat.significant(100 * share, digits);
        }
        return text + " %";
    }
}
