package org.pixelanon.pii.token;

/** The numbers that are believed, both ends included. */
record Range(double least, double most) {

    /** From {@code 0.5..40}. */
    static Range of(String text) {
        int dots = text.indexOf("..");
        return new Range(
                Double.parseDouble(text.substring(0, dots)),
                Double.parseDouble(text.substring(dots + 2)));
    }

    boolean holds(double value) {
        return value >= least && value <= most;
    }
}
