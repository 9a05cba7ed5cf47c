package org.pixelanon.review.item;

import java.awt.Color;
import java.util.Locale;
import java.util.ResourceBundle;

/** Where an item comes from; each layer can be shown or hidden. */
public enum Layer {
    /** A person drew it or accepted it before: a row of the database without recogniser. */
    PERSON(0xE69F00, 'P'),
    /** Text that was recognised. */
    OCR(0x56B4E9, 'O'),
    /** Outside the Sequence of Ultrasound Regions (DICOM PS3.3 C.8.5.5). */
    ULTRASOUND(0xF0E442, 'U'),
    /** A rectangle of a similar file that is done. */
    SIMILAR(0xCC79A7, 'S'),
    /** What a rule of the user's recipes or scripts says. */
    RULE(0x009E73, 'R'),
    /** A frame that is a scanned form. */
    FORM(0xD55E00, 'F');

    private static final String WORDS = "org.pixelanon.review.item.Words";

    private final Color color;
    private final char letter;

    Layer(int rgb, char letter) {
        this.color = new Color(rgb);
        this.letter = letter;
    }

    /**
     * Whether a search of the planes found it: then it is kept as it was found, and counts until a
     * person says otherwise.
     *
     * @return true for text and forms
     */
    public boolean isFound() {
        return this == OCR || this == FORM;
    }

    /**
     * The colour it is drawn in, by Okabe and Ito: told apart by all kinds of colour vision.
     *
     * @return the same in every view
     */
    public Color color() {
        return color;
    }

    /**
     * What stands beside its rectangles, for those who do not tell the colours apart.
     *
     * @return a capital letter that no other layer has
     */
    public char letter() {
        return letter;
    }

    /**
     * What people call it.
     *
     * @return one or two words
     */
    public String words() {
        return ResourceBundle.getBundle(WORDS, Locale.getDefault()).getString("layer." + name());
    }
}
