package org.pixelanon.review.item;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a rectangle hides according to a person; each has a digit. */
public enum GivenReason {
    /** Not stated. */
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
    /** Anything else that must be hidden. */
    OTHER;

    private static final String WORDS = "org.pixelanon.review.item.Words";

    /**
     * Its key.
     *
     * @return 0 to 9
     */
    public int digit() {
        return ordinal();
    }

    /**
     * Its name.
     *
     * @return a few words
     */
    public String words() {
        return ResourceBundle.getBundle(WORDS, Locale.getDefault()).getString("reason." + name());
    }

    /**
     * The word stored in the database.
     *
     * @return empty for none
     */
    public String stored() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /**
     * The reason for a stored word.
     *
     * @param stored a word of {@link #stored}; an unknown one means another reason
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
