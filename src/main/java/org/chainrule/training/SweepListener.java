package org.chainrule.training;

/** Follows a {@link Sweep}; called on the thread that asked for it, several times a second. */
@FunctionalInterface
public interface SweepListener {
    /** So many of all runs are over; called at the beginning, with 0, too. */
    void progress(int done, int all);

    /**
     * The sweep is over.
     *
     * @param result what was made of it, as a table of counts
     */
    default void end(Sweep<?> sweep, Object result) {}
}
