package org.chainrule.kernel;

/** What went wrong outside the code of a cell: one sentence that names it and how to mend it. */
public final class LabException extends Exception {
    public LabException(String sentence) {
        super(sentence);
    }

    public LabException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
