package org.chainrule.data;

/** A number that cannot be computed with: NaN, infinite, or outside the range that is asked for; or no numbers at all. */
public final class DataException extends IllegalArgumentException {
    public DataException(String message) {
        super(message);
    }
}
