package org.chainrule.notebook;

/**
 * When an output may be replaced: ten times a second, and after two seconds for a tenth of the time at most, but for time
 * that would else be waited away.
 */
final class FramePace {
    private static final long FRAME = 100_000_000;
    private static final long SHORT = 2_000_000_000;
    private static final double SHARE = 0.1;

    private final long started = System.nanoTime();
    private long began = started;
    private long lastDrawn = started;
    private long drawing;

    /** When this pace began, by {@link System#nanoTime()}. */
    long started() {
        return started;
    }

    /**
     * Whether a frame is due; it is to be drawn then, and {@link #drawn()} called.
     *
     * @param idle whether there is nothing else to do now: drawing costs nothing then
     */
    boolean isDue(boolean idle) {
        began = System.nanoTime();
        long elapsed = began - started;
        boolean affordable = idle || elapsed < SHORT || drawing < SHARE * elapsed;
        return began - lastDrawn >= FRAME && affordable;
    }

    /** The frame is there. */
    void drawn() {
        lastDrawn = System.nanoTime();
        drawing += lastDrawn - began;
    }
}
