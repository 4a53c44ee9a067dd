package org.chainrule.lab;

/**
 * What a check of the doctor's found.
 *
 * @param what what is there, or what is wrong with it
 * @param mend the command that mends it, or null if nothing is wrong
 */
record Finding(String what, String mend) {
    static Finding ok(String what) {
        return new Finding(what, null);
    }

    static Finding problem(String what, String mend) {
        return new Finding(what, mend);
    }

    boolean isOk() {
        return mend == null;
    }
}
