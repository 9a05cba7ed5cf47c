package org.pixelanon.review.item;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a rectangle hides, in the word of the person who looked at it: one digit each. */
public enum GivenReason {
    /** Nobody said it. */
    NONE,
    /** Name of a patient, physician, operator or relative. */
    NAME,
    /** Date of birth, of an examination, of anything. */
    DATE,
    /** Time of day. */
    TIME,
    /** Number that stands for a person, an examination or a device. */
    NUMBER,
    /** Age, sex or another fact about the person. */
    AGE,
    /** Telephone number, e-mail or web address. */
    TELEPHONE,
    /** Street, place or postcode. */
    ADDRESS,
    /** Hospital, department or station. */
    INSTITUTION,
    /** Anything else that must not stay. */
    OTHER;

    private static final String WORDS = "org.pixelanon.review.item.Words";

    /**
     * The key that gives it.
     *
     * @return 0 to 9
     */
    public int digit() {
        return ordinal();
    }

    /**
     * What people call it.
     *
     * @return a few words
     */
    public String words() {
        return ResourceBundle.getBundle(WORDS, Locale.getDefault()).getString("reason." + name());
    }

    /**
     * The word the database keeps.
     *
     * @return empty for none
     */
    public String stored() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a word of the database says.
     *
     * @param stored a word of {@link #stored}; one of a later version is some other reason
     * @return the reason
     */
    public static GivenReason of(String stored) {
        for (GivenReason reason : values()) {
            if (reason.stored().equals(stored)) {
                return reason;
            }
        }
        return OTHER;
    }
}
