package org.pixelanon.model;

/** Something in a file marked done that a person has not decided or not seen. */
public enum OpenQuestion {
    /** Text that was found and that nobody said is to be blanked or kept. */
    TEXT("undecided text", "undecided texts"),
    /** What lies outside the ultrasound regions of the file, and nobody decided about. */
    ULTRASOUND("undecided ultrasound rectangle", "undecided ultrasound rectangles"),
    /** A frame that looks like a scanned form, and nobody decided about. */
    FORM("undecided scanned form", "undecided scanned forms"),
    /** A rectangle of a rule that nobody decided about. */
    RULE("undecided rectangle of a rule", "undecided rectangles of rules"),
    /** A rectangle of a similar file that nobody decided about. */
    SIMILAR("undecided rectangle of a similar file", "undecided rectangles of similar files"),
    /** A plane, or a picture in bits of a frame that no element describes. */
    PLANE("plane neither searched nor seen", "planes neither searched nor seen");

    private final String one;
    private final String several;

    OpenQuestion(String one, String several) {
        this.one = one;
        this.several = several;
    }

    /**
     * What people are told.
     *
     * @param count how many
     * @return number and words, e.g. {@code 2 undecided texts}
     */
    String words(int count) {
        return count + " " + (count == 1 ? one : several);
    }
}
