package org.pixelanon.ocr;

/** The direction in which a line of text runs. */
public enum Orientation {
    /** From left to right. */
    HORIZONTAL,
    /** Upwards or downwards: rotated by 90 or 270 degrees. */
    VERTICAL
}
