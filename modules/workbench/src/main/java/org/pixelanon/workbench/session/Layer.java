package org.pixelanon.workbench.session;

import java.awt.Color;

/** Where an item comes from; each layer can be shown or hidden. */
public enum Layer {
    /** A person drew it or accepted it before: a row of the database without recogniser. */
    PERSON(0xE69F00),
    /** Text that was recognised. */
    OCR(0x56B4E9),
    /** Outside the Sequence of Ultrasound Regions (DICOM PS3.3 C.8.5.5). */
    ULTRASOUND(0xF0E442),
    /** A rectangle of a similar file that is done. */
    SIMILAR(0xCC79A7);

    private final Color color;

    Layer(int rgb) {
        color = new Color(rgb);
    }

    /**
     * The colour it is drawn in, by Okabe and Ito: told apart by all kinds of colour vision.
     *
     * @return the same in every view
     */
    public Color color() {
        return color;
    }
}
