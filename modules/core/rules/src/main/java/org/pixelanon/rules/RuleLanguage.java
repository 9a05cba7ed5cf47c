package org.pixelanon.rules;

/** The languages rules are written in. */
public enum RuleLanguage {
    /** A recipe of pydicom/deid: the rectangles of every label that matches are blanked. */
    DEID,
    /**
     * A script of the RSNA CTP DicomPixelAnonymizer: only the first signature that matches acts.
     */
    CTP
}
