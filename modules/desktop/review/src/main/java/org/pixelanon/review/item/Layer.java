package org.pixelanon.review.item;

import java.awt.Color;
import java.util.Locale;
import java.util.ResourceBundle;

/** Where an item comes from; each layer can be shown or hidden. */
public enum Layer {
    /** Drawn or accepted by a person: a row of the database without recogniser. */
    PERSON(0xE69F00, 'P'),
    /** Text that was recognised. */
    OCR(0x56B4E9, 'O'),
    /** Outside the Sequence of Ultrasound Regions (DICOM PS3.3 C.8.5.5). */
    ULTRASOUND(0xF0E442, 'U'),
    /** A rectangle of a similar file that is done. */
    SIMILAR(0xCC79A7, 'S'),
    /** A rectangle of the user's rules. */
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
     * Whether it was found by a search; found items are stored, and count until a person decides
     * otherwise.
     *
     * @return true for text and forms
     */
    public boolean isFound() {
        return this == OCR || this == FORM;
    }

    /**
     * Its colour, from the palette by Okabe and Ito, which is distinguishable with all kinds of
     * colour vision.
     *
     * @return the same in every view
     */
    public Color color() {
        return color;
    }

    /**
     * The letter beside its rectangles, which distinguishes layers without colour.
     *
     * @return a capital letter that no other layer has
     */
    public char letter() {
        return letter;
    }

    /**
     * Its name.
     *
     * @return one or two words
     */
    public String words() {
        return ResourceBundle.getBundle(WORDS, Locale.getDefault()).getString("layer." + name());
    }
}
