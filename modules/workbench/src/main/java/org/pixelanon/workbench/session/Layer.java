package org.pixelanon.workbench.session;

/** Where an item comes from; each layer can be shown or hidden. */
public enum Layer {
    /** A person drew it or accepted it before: a row of the database without recogniser. */
    PERSON,
    /** Text that was recognised. */
    OCR,
    /** Outside the Sequence of Ultrasound Regions (DICOM PS3.3 C.8.5.5). */
    ULTRASOUND,
    /** A rectangle of a similar file that is done. */
    SIMILAR
}
