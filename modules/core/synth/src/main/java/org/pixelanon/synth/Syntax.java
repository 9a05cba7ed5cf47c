package org.pixelanon.synth;

/**
 * The transfer syntaxes that {@link DicomBuilder} and {@link SampleFile} write (DICOM PS3.5 annex
 * A).
 */
public enum Syntax {
    /** Implicit VR Little Endian. */
    IMPLICIT("1.2.840.10008.1.2"),
    /** Explicit VR Little Endian. */
    EXPLICIT("1.2.840.10008.1.2.1"),
    /** Explicit VR Big Endian, retired. */
    BIG_ENDIAN("1.2.840.10008.1.2.2"),
    /** Deflated Explicit VR Little Endian. */
    DEFLATED("1.2.840.10008.1.2.1.99"),
    /** Encapsulated Uncompressed Explicit VR Little Endian. */
    ENCAPSULATED_UNCOMPRESSED("1.2.840.10008.1.2.1.98"),
    /** RLE Lossless. */
    RLE("1.2.840.10008.1.2.5"),
    /** JPEG Baseline (Process 1). */
    JPEG_BASELINE("1.2.840.10008.1.2.4.50");

    private final String uid;

    Syntax(String uid) {
        this.uid = uid;
    }

    /**
     * The UID of the transfer syntax.
     *
     * @return dotted digits
     */
    public String uid() {
        return uid;
    }

    boolean explicit() {
        return this != IMPLICIT;
    }

    boolean bigEndian() {
        return this == BIG_ENDIAN;
    }

    /**
     * Returns whether the frames are items of an encapsulated PixelData element (DICOM PS3.5 A.4).
     *
     * @return true for the encapsulated syntaxes
     */
    public boolean encapsulated() {
        return this == RLE || this == JPEG_BASELINE || this == ENCAPSULATED_UNCOMPRESSED;
    }
}
