package org.chainrule.training;

/**
 * Why a run ended, and the sentence that says so.
 *
 * @param epochs the number of the last whole epoch that was trained
 */
public record Ending(Kind kind, int epochs, String reason) {
    /** The ways in which a run can end. */
    public enum Kind {
        /** All epochs were trained. */
        COMPLETED,
        /** The rule given to {@link Trainer#until} was met, or the {@link Trainer#patience} was over. */
        STOPPED,
        /** The thread was interrupted: somebody pressed stop. */
        INTERRUPTED,
        /** A number became NaN or infinite. */
        DIVERGED
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ": " + reason;
    }
}
