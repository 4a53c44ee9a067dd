package org.chainrule.explain;

/**
 * A sample that was told wrong.
 *
 * @param sample its row in the data, from 0
 * @param actual the class that it is of
 * @param said the class that it was taken for
 * @param confidence the output for that class: of a softmax or a sigmoid how sure the network was, from 0 to 1
 */
public record Mistake(int sample, String actual, String said, double confidence) {}
