package org.chainrule.notebook;

/** Where the output of a cell goes: a Jupyter kernel, or the console where there is none. */
public interface Display {
    /**
     * Shows the bundle as a new output.
     *
     * @return the id under which {@link #update} replaces it
     */
    String publish(MimeBundle bundle);

    /** Replaces, in place, the output that {@link #publish} answered {@code id} for. */
    void update(String id, MimeBundle bundle);
}
