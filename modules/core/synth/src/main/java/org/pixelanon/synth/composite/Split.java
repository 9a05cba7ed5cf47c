package org.pixelanon.synth.composite;

import org.pixelanon.model.Hashes;

/** The purpose of composites, which decides what they may be made from. */
public enum Split {
    /** For training detectors. */
    TRAIN("train"),
    /** For choosing thresholds. */
    DEV("dev"),
    /** For evaluating detectors. */
    HELDOUT("heldout"),
    /** Everything; not for evaluation. */
    ALL("all");

    private final String label;

    Split(String label) {
        this.label = label;
    }

    /**
     * The split of an ingredient: the first four bytes of the SHA-256 of its name, as an unsigned
     * number, modulo 100; below 60 is for training, below 80 for development.
     *
     * @param id the kind of ingredient, a colon and its name
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
     * Returns whether an ingredient may be used in this split.
     *
     * @param id the kind of ingredient, a colon and its name
     * @return always true for {@link #ALL}
     */
    public boolean holds(String id) {
        return this == ALL || of(id) == this;
    }

    /**
     * The name of the split in options and in the truth.
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
