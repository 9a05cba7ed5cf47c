package org.pixelanon.pipeline.format;

/** Formats of picture files that lose nothing. */
public enum PictureFormat {
    /** Portable Network Graphics; no negative values. */
    PNG,
    /** Tagged Image File Format. */
    TIFF
}
