package org.pixelanon.pipeline.evaluate;

/** What is measured, each as a share. */
public enum Measure {
    /** Texts of whose ink at least 95 % is covered. */
    ERASED("erased", true),
    /** Texts of whose ink at least half is covered. */
    HALF("half", true),
    /** Images all of whose texts are erased. */
    IMAGES("images", true),
    /** Harmless texts of whose ink at most 5 % is covered. */
    KEPT("kept", true),
    /** How much of a plane is covered 4 pixels and more away from texts; the median. */
    OVER("over", false),
    /** The same; the worst plane. */
    WORST("worst", false),
    /** Characters that are missing, too many or wrong in what was read. */
    ERRORS("errors", false),
    /** Texts that were read without an error. */
    EXACT("exact", true);

    private final String label;
    private final boolean isGood;

    Measure(String label, boolean isGood) {
        this.label = label;
        this.isGood = isGood;
    }

    /**
     * The name on command lines and in files.
     *
     * @return a lower-case word
     */
    public String label() {
        return label;
    }

    /**
     * Tells what is wanted.
     *
     * @return true if more is better
     */
    public boolean isGood() {
        return isGood;
    }
}
