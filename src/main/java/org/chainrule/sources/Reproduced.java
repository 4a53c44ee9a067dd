package org.chainrule.sources;

import org.chainrule.numpy.NumpyFormat;

/**
 * A published number beside ours.
 *
 * @param ours our number, to its last bit
 * @param digits how many significant digits agree
 * @param cause where the rest comes from; empty if there is none
 */
public record Reproduced(PublishedNumber published, double ours, int digits, Agreement agreement, String cause) {
    /**
     * Compares a number of ours with a published one: exact if ours is printed in the same digits, close otherwise.
     *
     * @param printed ours as the source would print it
     * @param cause why the rest of the digits differ, if any do
     */
    public static Reproduced compare(PublishedNumber published, double ours, String printed, String cause) {
        boolean exact = printed.equals(published.printed());
        int digits = Agreement.digits(published.printed(), ours);
        Agreement agreement = exact ? Agreement.EXACT : digits >= 3 ? Agreement.CLOSE : Agreement.UNEXPLAINED;
        return new Reproduced(published, ours, digits, agreement, exact ? "" : cause);
    }

    /**
     * A published number that its own source contradicts.
     *
     * @param ours what the source's program really gives
     * @param cause where the source says otherwise
     */
    public static Reproduced contradicted(PublishedNumber published, double ours, String cause) {
        int digits = Agreement.digits(published.printed(), ours);
        return new Reproduced(published, ours, digits, Agreement.CONTRADICTED, cause);
    }

    /** The verdict in a word: exact, close(k), … */
    public String verdict() {
        String word = agreement.name().toLowerCase(java.util.Locale.ROOT);
        return agreement == Agreement.CLOSE ? word + "(" + digits + ")" : word;
    }

    /** Our number as Python would print it. */
    public String printed() {
        return NumpyFormat.repr(ours);
    }

    /** Whether this is a worse verdict than another for the same number. */
    public boolean isWorseThan(Agreement stored, int storedDigits) {
        return agreement.compareTo(stored) > 0 || (agreement == stored && digits < storedDigits);
    }
}
