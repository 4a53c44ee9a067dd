package org.chainrule.sources;

import java.util.Locale;
import org.chainrule.explain.GradientCheck;
import org.chainrule.explain.Verdict;
import org.chainrule.numpy.NumpyFormat;

/**
 * A mistake of a source: what it says, why that is wrong, and what it should say.
 *
 * @param number counted from 1, in the order in which a reader meets them
 * @param line the faulty line, as printed
 * @param wrong what is wrong with it
 * @param repair what should stand there
 * @param control the gradient that it spoils; null where it spoils none
 */
public record Erratum(int number, String line, String wrong, String repair, NegativeControl control) {
    /** Whether it makes a gradient wrong. */
    public boolean spoilsAGradient() {
        return control != null;
    }

    /** What the gradient check says of the line, in a few words; a dash where it is not about a gradient. */
    public String verdict() {
        if (!spoilsAGradient()) {
            return "–";
        }
        GradientCheck check = control.ofPrinted();
        return check.verdict().name().toLowerCase(Locale.ROOT) + ": " + check.count(Verdict.WRONG) + " of "
                + check.entries().size() + ", worst " + check.worst().parameter() + ", relative error "
                + NumpyFormat.significant(check.worst().relativeError(), 2);
    }
}
