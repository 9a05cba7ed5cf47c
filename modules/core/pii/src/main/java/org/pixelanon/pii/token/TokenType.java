package org.pixelanon.pii.token;

import java.util.Locale;

/** What a part of a line is. */
public enum TokenType {
    /** A person's name or initials. */
    NAME(false),
    /** A number or code of a patient, a case or a device. */
    IDENTIFIER(false),
    /** A date, also in part. */
    DATE(false),
    /** A time of day. */
    TIME(false),
    /** An age or a sex. */
    AGE(false),
    /** A street, a town or a postcode. */
    ADDRESS(false),
    /** A telephone number or an e-mail address. */
    PHONE(false),
    /** A hospital, a practice or a department. */
    INSTITUTION(false),
    /** A number with what it measures, or with its unit. */
    MEASUREMENT(true),
    /** How the image was made: exposure, gain, sequence, preset. */
    TECHNIQUE(true),
    /** A side or an orientation. */
    MARKER(true),
    /** A part of the body. */
    ANATOMY(true),
    /** A projection, a plane or a position of the patient. */
    VIEW(true),
    /** A transducer or a coil. */
    PROBE(true),
    /** A manufacturer or a model. */
    BRAND(true),
    /** A word of the machine's screen. */
    SCREEN(true),
    /** Nothing explains it. */
    UNKNOWN(false);

    private final boolean harmless;

    TokenType(boolean harmless) {
        this.harmless = harmless;
    }

    /**
     * Returns whether such a part says nothing about anybody.
     *
     * @return true for what may be released
     */
    public boolean isHarmless() {
        return harmless;
    }

    /**
     * The word by which people know it.
     *
     * @return in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
