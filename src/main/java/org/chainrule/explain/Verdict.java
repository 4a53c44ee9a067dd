package org.chainrule.explain;

/** What a comparison with finite differences says of a derivative. */
public enum Verdict {
    /** It agrees with the finite difference, as far as that can be computed. */
    RIGHT,
    /** It differs by more than the finite difference can be off. */
    WRONG,
    /** The finite difference cannot tell: too small a derivative, or a kink within the step. */
    UNDECIDED
}
