package org.pixelanon.synth.composite;

import org.pixelanon.model.Hashes;

/** What composites are for, and what may be used for each. */
public enum Split {
    /** Detectors learn from these. */
    TRAIN("train"),
    /** Thresholds are chosen on these. */
    DEV("dev"),
    /** Detectors are judged by these. */
    HELDOUT("heldout"),
    /** Everything; not to be judged by. */
    ALL("all");

    private final String label;

    Split(String label) {
        this.label = label;
    }

    /**
     * The split that a thing belongs to: the first four bytes of the SHA-256 of its name, as an
     * unsigned number, modulo 100; below 60 is for training, below 80 for development.
     *
     * @param id the kind of thing, a colon and its name
     * @return never {@link #ALL}
     */
    public static Split of(String id) {
        byte[] hash = Hashes.sha256(id);
        long number = 0;
        for (int i = 0; i < 4; i++) {
            number = number << 8 | hash[i] & 0xFF;
        }
        long hundredth = number % 100;
        return hundredth < 60 ? TRAIN : hundredth < 80 ? DEV : HELDOUT;
    }

    /**
     * Returns whether a thing may be used in this split.
     *
     * @param id the kind of thing, a colon and its name
     * @return always true for {@link #ALL}
     */
    public boolean holds(String id) {
        return this == ALL || of(id) == this;
    }

    /**
     * The split as it is in options and in the truth.
     *
     * @return one word in lower case
     */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
