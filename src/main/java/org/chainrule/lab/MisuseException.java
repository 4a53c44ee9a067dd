package org.chainrule.lab;

/** A command line that says nothing we understand: the sentence is told together with the usage. */
final class MisuseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MisuseException(String sentence) {
        super(sentence);
    }
}
