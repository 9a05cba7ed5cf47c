package org.pixelanon.workbench.session;

import java.util.Locale;
import org.openide.util.NbBundle.Messages;

/** What a rectangle hides, in the word of the person who looked at it: one digit each. */
@Messages({
    "WORD_None=no reason",
    "WORD_Name=name",
    "WORD_Date=date",
    "WORD_Time=time",
    "WORD_Number=number or id",
    "WORD_Age=age or sex",
    "WORD_Telephone=telephone, e-mail",
    "WORD_Address=address",
    "WORD_Institution=institution",
    "WORD_Other=other"
})
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
        return switch (this) {
            case NONE -> Bundle.WORD_None();
            case NAME -> Bundle.WORD_Name();
            case DATE -> Bundle.WORD_Date();
            case TIME -> Bundle.WORD_Time();
            case NUMBER -> Bundle.WORD_Number();
            case AGE -> Bundle.WORD_Age();
            case TELEPHONE -> Bundle.WORD_Telephone();
            case ADDRESS -> Bundle.WORD_Address();
            case INSTITUTION -> Bundle.WORD_Institution();
            case OTHER -> Bundle.WORD_Other();
        };
    }

    /** The word the database keeps; empty for none. */
    String stored() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** What a word of the database says; a word of a later version is some other reason. */
    static GivenReason of(String stored) {
        for (GivenReason reason : values()) {
            if (reason.stored().equals(stored)) {
                return reason;
            }
        }
        return OTHER;
    }
}
