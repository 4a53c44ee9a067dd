package org.chainrule.plot;

/** Something that draws itself as a picture of pixels, and says in a line what is on it. */
public interface Chart {
    /**
     * Draws it.
     *
     * @param scale 1 for a frame of a live plot, 2 for a picture that stays
     * @throws IllegalArgumentException if scale is below 1
     * @throws Error if the machine has no fonts; whoever shows the chart falls back on {@link #alt}
     */
    Picture picture(int scale);

    /** The chart in one line of text. */
    String alt();
}
